import type { ClaimStatus } from '../../domain/claim-state.ts';
import { isStuck } from '../../domain/redrive.ts';
import { dayMs } from '../../lib/time.ts';
import type { Deps } from '../deps.ts';

/** What the in-flight ledger says of all claims together; no claim is read for it. */
export type LedgerFigures = {
  byStatus: Map<ClaimStatus, number>;
  /** When the claim that has waited longest for its customer was submitted. */
  oldestWaitingSince?: string;
  /** Claims of which the next step is due within a day. */
  dueWithinDay: number;
  /** Claims that are overdue, and that the reconciler has looked at or should have. */
  stuck: number;
  /** Claims that need somebody, by the reason. */
  attention: Map<string, number>;
};

/** Counts; a request for a thousand claims in flight. */
export const ledgerFigures = async (deps: Deps): Promise<LedgerFigures> => {
  const now = deps.now();
  const tomorrow = new Date(now.getTime() + dayMs).toISOString();
  const statuses = new Map<string, ClaimStatus>();
  const [due, stuck] = [new Set<string>(), new Set<string>()];
  let oldest: string | undefined;
  for await (const { claimId, dueAt, attempts, status, submittedAt } of deps.ledger.watch.steps()) {
    if (dueAt < tomorrow) due.add(claimId);
    if (isStuck({ dueAt, attempts }, now)) stuck.add(claimId);
    // A claim has several rows for a moment: that of its end is written before the ones of its wait are struck.
    if (status !== 'submitted' || !statuses.has(claimId)) statuses.set(claimId, status);
    if (status === 'submitted' && submittedAt && (oldest === undefined || submittedAt < oldest)) oldest = submittedAt;
  }
  const attention = new Map<string, number>();
  for await (const { reason } of deps.ledger.attention.rows()) attention.set(reason, (attention.get(reason) ?? 0) + 1);
  const byStatus = new Map<ClaimStatus, number>();
  for (const status of statuses.values()) byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
  return {
    byStatus,
    ...(oldest === undefined ? {} : { oldestWaitingSince: oldest }),
    dueWithinDay: due.size,
    stuck: stuck.size,
    attention,
  };
};
