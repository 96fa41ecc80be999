import type { Claim } from '../domain/claim.ts';
import type { ClaimStatus } from '../domain/claim-state.ts';
import { claimSummary } from '../domain/claim-view.ts';
import type { HistoryEntry } from '../domain/history.ts';
import { toColumns } from './text-columns.ts';

/**
 * The claims table. One partition a partner; everything of a claim changes in one transaction.
 *
 *   c|{claimId}              the claim (doc*), and its summary for lists
 *   s|{status}|{claimId}     the same summary, in order of status; claim IDs sort newest first
 *   h|{claimId}|{sequence}   one history entry
 *   k|{key}                  the answer that an Idempotency-Key got
 */
export const rowKeys = {
  claim: (claimId: string) => `c|${claimId}`,
  byStatus: (status: ClaimStatus, claimId: string) => `s|${status}|${claimId}`,
  history: (claimId: string, sequence: number) => `h|${claimId}|${String(sequence).padStart(6, '0')}`,
  answer: (key: string) => `k|${key}`,
};

export const claimRow = (claim: Claim) => ({
  partitionKey: claim.partnerId,
  rowKey: rowKeys.claim(claim.id),
  status: claim.status,
  summary: JSON.stringify(claimSummary(claim)),
  ...toColumns(JSON.stringify(claim)),
});

export const statusRow = (claim: Claim) => ({
  partitionKey: claim.partnerId,
  rowKey: rowKeys.byStatus(claim.status, claim.id),
  summary: JSON.stringify(claimSummary(claim)),
});

/** `changeId` tells a writer whose answer was lost that the entry it finds is its own. */
export const historyRow = (claim: Claim, entry: HistoryEntry, changeId: string) => ({
  partitionKey: claim.partnerId,
  rowKey: rowKeys.history(claim.id, entry.sequence),
  changeId,
  ...toColumns(JSON.stringify(entry)),
});
