import { refOf } from '../../domain/claim.ts';
import { isApproving } from '../../domain/claim-state.ts';
import { Problem } from '../../lib/result.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import type { Deps, Workflow } from '../deps.ts';
import { resumeWorkflow } from '../wake-workflow.ts';
import { completeApproval } from './complete-approval.ts';
import { giveBack, leaveSubjects } from './leave-subjects.ts';
import { preventApproval } from './take-subjects.ts';

/**
 * Repairs what a crash left between the rows of a claim's subjects and its record: carries an approval through that is on the
 * record, and gives back what was taken for one that is not. Returns the claim as it is then.
 */
export const healSubjects = async (deps: Deps, workflow: Workflow, stored: StoredClaim): Promise<StoredClaim> => {
  const { claim } = stored;
  if (isApproving(claim)) {
    const completed = await completeApproval(deps, stored, (ref) => resumeWorkflow(deps, workflow, ref));
    if (completed instanceof Problem) throw new Error(`An approval was not completed: ${completed.code}.`);
    return completed;
  }
  if (claim.status === 'approved') return stored;
  if (claim.status !== 'submitted') {
    await leaveSubjects(deps, claim);
    return stored;
  }
  // If that fails, the claim is taking its subjects right now.
  await giveBack(deps, claim, ['holding'], () => preventApproval(deps, stored));
  return (await deps.claims.read(refOf(claim))) ?? stored;
};
