import { dayMs } from '../lib/time.ts';
import type { Claim, DraftExpiry } from './claim.ts';

/** Days without a change after which the author of a draft is warned, and the draft cancelled. */
export type DraftPolicy = { noticeDays: number; expiryDays: number };

const after = (instant: string, days: number): string => new Date(Date.parse(instant) + days * dayMs).toISOString();

/** The warning, if the draft was not edited since. */
export const announcedExpiry = ({ expiry, version }: Claim): DraftExpiry | undefined =>
  expiry?.version === version ? expiry : undefined;

/** When the draft needs its warning or its cancellation. */
export const draftWatchTime = (claim: Claim, { noticeDays }: DraftPolicy): string =>
  announcedExpiry(claim)?.cancelAt ?? after(claim.updatedAt, noticeDays);

/** When a draft is cancelled whose warning leaves at `now`: the author always gets the full notice period. */
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
