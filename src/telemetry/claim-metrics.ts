import type { Claim } from '../domain/claim.ts';
import { count, recordTimeToDecision } from './metrics.ts';

const outcomes: readonly Claim['status'][] = ['approved', 'declined', 'expired'];

/** Counts a recorded change of status, and the decision if it is one. */
export const countTransition = (before: Claim | undefined, after: Claim): void => {
  if (before?.status === after.status) return;
  count('claims.transitions', { from: before?.status ?? 'none', to: after.status });
  if (before?.status !== 'submitted' || !outcomes.includes(after.status)) return;
  const outcome = { outcome: after.status };
  count('claims.decisions', outcome);
  const { decision, submittedAt } = after;
  if (decision === undefined || submittedAt === undefined) return;
  recordTimeToDecision((Date.parse(decision.decidedAt) - Date.parse(submittedAt)) / 1000, outcome);
};
