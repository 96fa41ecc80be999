import { dayMs } from '../lib/time.ts';
import type { Claim, DraftExpiry } from './claim.ts';

/** After how many days without a change a draft is announced to its author, and cancelled. */
export type DraftPolicy = { noticeDays: number; expiryDays: number };

const after = (instant: string, days: number): string => new Date(Date.parse(instant) + days * dayMs).toISOString();

/** The announcement that still holds. */
export const announcedExpiry = ({ expiry, version }: Claim): DraftExpiry | undefined =>
  expiry?.version === version ? expiry : undefined;

/** When something is due for a draft. */
export const draftWatchTime = (claim: Claim, { noticeDays }: DraftPolicy): string =>
  announcedExpiry(claim)?.cancelAt ?? after(claim.updatedAt, noticeDays);

/** When a draft is cancelled that is announced at `now`: its author has all the days of the notice, however late it leaves. */
export const cancelTime = (claim: Claim, { noticeDays, expiryDays }: DraftPolicy, now: Date): string => {
  const planned = after(claim.updatedAt, expiryDays);
  const earliest = after(now.toISOString(), expiryDays - noticeDays);
  return planned > earliest ? planned : earliest;
};

/**
 * When the ledger has a draft looked at. At first that follows from when it was made: work on a draft moves no row, and a
 * submission knows which row to strike.
 */
export const draftRowTime = (claim: Claim, policy: DraftPolicy, now: Date): string => {
  const first = after(claim.createdAt, policy.noticeDays);
  return Date.parse(first) > now.getTime() ? first : draftWatchTime(claim, policy);
};
