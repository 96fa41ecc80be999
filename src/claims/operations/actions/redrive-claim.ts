import type { Claim, ClaimRef } from '../../../domain/claim.ts';
import type { Actor } from '../../../domain/history.ts';
import { watchTimes } from '../../../domain/next-step.ts';
import { aboutRedrive, flagAfterRedrive, redrivePlan } from '../../../domain/redrive.ts';
import { Problem } from '../../../lib/result.ts';
import { changeClaim, rowsRestored } from '../../change-claim.ts';
import type { Deps, Workflow } from '../../deps.ts';
import { repairWorkflow } from '../../reconciler/repair-workflow.ts';

/** Why an operator redrives a claim, and who it is. */
export type Redrive = { workflow: Workflow; by: Actor; reason: string };

/** Clears the mark on a claim, unless it is the one of an inquiry, restores rows that are gone, and brings its orchestration back. */
export const redriveClaim = async (
  deps: Deps,
  ref: ClaimRef,
  { workflow, by, reason }: Redrive,
): Promise<Claim | Problem> => {
  const known = await deps.claims.read(ref);
  if (known === undefined) return new Problem('claim-not-found');
  const missing = await deps.claims.missingRows(known);
  const stored = await changeClaim(
    deps,
    ref,
    (claim) => {
      // Whether anything remains does not depend on the orchestration's state.
      if (redrivePlan(aboutRedrive(claim, deps.graceSeconds), 'ended').does === 'nothing') {
        return new Problem('action-not-allowed', `The claim is ${claim.status} and nothing remains to be done.`);
      }
      const { attention, ...rest } = claim;
      return {
        claim: { ...rest, ...flagAfterRedrive(claim) },
        entries: [
          { actor: by, event: 'redriven', detail: { reason } },
          ...(missing.length > 0 ? [rowsRestored(missing)] : []),
        ],
      };
    },
    {
      known,
      missing,
      beforeWrite: ({ attention }) =>
        attention ? deps.ledger.attention.add(ref, attention.reason) : deps.ledger.attention.remove(ref.claimId),
    },
  );
  if (stored instanceof Problem) return stored;
  // A mark on a claim of which nothing remains to be done is only cleared.
  if (watchTimes(stored.claim, deps.graceSeconds).length > 0) await repairWorkflow(deps, workflow, stored.claim, by);
  return stored.claim;
};
