import { Problem } from '../../lib/result.ts';
import { changeClaim } from '../change-claim.ts';
import { beforeClosing } from '../close-claim.ts';
import { endingChange } from '../decision/end-claim.ts';
import type { Deps, Workflow } from '../deps.ts';
import { resumeWorkflow } from '../wake-workflow.ts';
import type { OperatorChange } from './operator-change.ts';

/** Operators end an approved association, and both sides get a mail. */
export const endAssociation = async (deps: Deps, workflow: Workflow, { by, ref, reason, guard }: OperatorChange) => {
  const stored = await changeClaim(deps, ref, (claim, now) => endingChange(claim, { actor: by, now, reason }), {
    ...beforeClosing(deps),
    ...guard,
  });
  if (!(stored instanceof Problem)) await resumeWorkflow(deps, workflow, ref);
  return stored;
};
