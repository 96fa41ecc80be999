import { dayMs } from '../../lib/time.ts';
import type { Claim } from '../claim.ts';
import type { ClaimStatus } from '../claim-state.ts';

/** Days for which closed claims are kept, by how they ended. An approved claim is kept until it is ended. */
export type RetentionDays = Record<RetentionStatus, number>;
export const retentionStatuses = [
  'cancelled',
  'withdrawn',
  'expired',
  'declined',
  'ended',
] as const satisfies ClaimStatus[];
export type RetentionStatus = (typeof retentionStatuses)[number];

/** How a claim ended, and when its retention began. */
export type Retention = { status: RetentionStatus; since: string };

const isRetentionStatus = (status: ClaimStatus): status is RetentionStatus =>
  (retentionStatuses as readonly ClaimStatus[]).includes(status);

/** Undefined for a claim that is not closed, or not settled yet. */
export const retentionOf = (claim: Claim): Retention | undefined => {
  const { status, submittedAt, settledAt, endedAt, closedAt, updatedAt } = claim;
  if (!isRetentionStatus(status) || (submittedAt !== undefined && settledAt === undefined)) return undefined;
  return { status, since: endedAt ?? closedAt ?? updatedAt };
};

/** Claims whose retention began before this instant are purged now. */
export const purgeBefore = (days: number, now: Date): string => new Date(now.getTime() - days * dayMs).toISOString();
