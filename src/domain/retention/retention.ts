import { dayMs } from '../../lib/time.ts';
import type { Claim } from '../claim.ts';
import type { ClaimStatus } from '../claim-state.ts';

/** How long claims that are over are kept, in days, by how they ended. An approved one stands until it is ended. */
export type RetentionDays = Record<KeptStatus, number>;
export const keptStatuses = ['cancelled', 'withdrawn', 'expired', 'declined', 'ended'] as const satisfies ClaimStatus[];
export type KeptStatus = (typeof keptStatuses)[number];

/** A claim that is over: how it ended, and since when it has only been kept. */
export type Kept = { status: KeptStatus; since: string };

const isKept = (status: ClaimStatus): status is KeptStatus => (keptStatuses as readonly ClaimStatus[]).includes(status);

/** Undefined for a claim that is not over, or of which something remains to be done. */
export const keptAs = (claim: Claim): Kept | undefined => {
  const { status, submittedAt, settledAt, endedAt, closedAt, updatedAt } = claim;
  if (!isKept(status) || (submittedAt !== undefined && settledAt === undefined)) return undefined;
  return { status, since: endedAt ?? closedAt ?? updatedAt };
};

/** Claims kept since before this instant are to be purged now. */
export const purgeBefore = (days: number, now: Date): string => new Date(now.getTime() - days * dayMs).toISOString();
