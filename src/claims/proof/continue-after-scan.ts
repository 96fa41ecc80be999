import { type Claim, refOf } from '../../domain/claim.ts';
import { watchTimes } from '../../domain/next-step.ts';
import { isProofChecked, waitsForScan } from '../../domain/proof/scan.ts';
import type { Changed } from '../change-claim.ts';
import type { Deps, Workflow } from '../deps.ts';
import { addWatchRows, moveWatchRows } from '../ledger-watch.ts';
import { nudgeWorkflow } from '../wake-workflow.ts';

/**
 * Tells the ledger what follows from the check of a file: the request may leave, the partner gets a notice, a flag is settled. Call
 * before writing the claim.
 */
export const beforeProofCounts = async (deps: Deps, after: Claim, before?: Claim): Promise<void> => {
  if (before?.attention && after.attention === undefined) await deps.ledger.attention.remove(after.id);
  const mayLeave = after.status === 'submitted' && after.request === undefined && isProofChecked(after);
  if (mayLeave || after.notices !== undefined) await addWatchRows(deps, after);
};

/** Lets the request leave, if the change of a file was what it waited for. A nudge that gets lost is found by the ledger's row. */
export const continueAfterScan = async (
  deps: Deps,
  workflow: Workflow,
  { claim, before }: Changed<unknown>,
): Promise<void> => {
  if (!waitsForScan(before) || waitsForScan(claim)) return;
  await moveWatchRows(deps, claim, watchTimes(before, deps.graceSeconds));
  await nudgeWorkflow(deps, workflow, refOf(claim));
};
