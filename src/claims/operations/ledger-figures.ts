import type { ClaimStatus } from '../../domain/claim-state.ts';
import { present } from '../../lib/present.ts';
import { dayMs } from '../../lib/time.ts';
import type { Deps } from '../deps.ts';
import type { InFlightState } from './list-in-flight.ts';
import { openSteps } from './open-steps.ts';

/** Figures over all claims, from the ledger; the records are asked only about what looks stuck. */
export type LedgerFigures = {
  byStatus: Map<ClaimStatus, number>;
  /** When the claim that has waited longest was submitted. */
  oldestWaitingSince?: string;
  /** Claims whose next step is due within a day. */
  dueWithinDay: number;
  /** Claims that are overdue, see `openSteps`. */
  stuck: number;
  /** Claims that need attention, by reason. */
  attention: Map<string, number>;
  /** The claim that is longest in each list. */
  oldest: OldestClaims;
};

/** `at`: when a waiting claim was submitted, or when the step of another one is or was due. */
export type OldestClaims = Partial<Record<InFlightState, { claimId: string; at?: string }>>;

/** One storage request for every thousand claims in flight, and one for every step that looks stuck. */
export const ledgerFigures = async (deps: Deps): Promise<LedgerFigures> => {
  const now = deps.now();
  const tomorrow = new Date(now.getTime() + dayMs).toISOString();
  const statuses = new Map<string, ClaimStatus>();
  const [due, stuck] = [new Set<string>(), new Set<string>()];
  const oldest: OldestClaims = {};
  for await (const step of openSteps(deps)) {
    const { claimId, dueAt, status, submittedAt } = step;
    if (dueAt < tomorrow) {
      due.add(claimId);
      oldest.due ??= { claimId, at: dueAt };
    }
    if (step.stuck) {
      stuck.add(claimId);
      oldest.stuck ??= { claimId, at: dueAt };
    }
    // A claim has several rows while it changes, and a crash leaves one until it is due: an end counts before a wait.
    if (status !== 'submitted' || !statuses.has(claimId)) statuses.set(claimId, status);
    if (status === 'submitted' && submittedAt && submittedAt < (oldest.waiting?.at ?? '~')) {
      oldest.waiting = { claimId, at: submittedAt };
    }
  }
  const attention = new Map<string, number>();
  for await (const { claimId, reason } of deps.ledger.attention.rows()) {
    attention.set(reason, (attention.get(reason) ?? 0) + 1);
    // Newest claim first: the last one remains.
    oldest.attention = { claimId };
  }
  const byStatus = new Map<ClaimStatus, number>();
  for (const status of statuses.values()) byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
  return present({
    byStatus,
    oldestWaitingSince: oldest.waiting?.at,
    dueWithinDay: due.size,
    stuck: stuck.size,
    attention,
    oldest,
  });
};
