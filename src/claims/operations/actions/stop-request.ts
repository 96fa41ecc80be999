import { Problem } from '../../../lib/result.ts';
import { changeClaim } from '../../change-claim.ts';
import { beforeClosing, closingChange } from '../../close-claim.ts';
import type { Deps, Workflow } from '../../deps.ts';
import { resumeWorkflow } from '../../wake-workflow.ts';
import type { OperatorChange } from './operator-change.ts';

/** Operators stop a request that waits for the customer: the claim is withdrawn, the link dies, and both sides get a mail. */
export const stopRequest = async (deps: Deps, workflow: Workflow, { by, ref, reason, guard }: OperatorChange) => {
  const stored = await changeClaim(
    deps,
    ref,
    (claim, now) => closingChange(claim, { event: 'stop', actor: by, now, reason }),
    { ...beforeClosing(deps), ...guard },
  );
  if (!(stored instanceof Problem)) await resumeWorkflow(deps, workflow, ref);
  return stored;
};
