import { asActor } from '../../identity/caller.ts';
import { Problem } from '../../lib/result.ts';
import type { PartnerChange } from '../change-by-partner.ts';
import { changeClaim } from '../change-claim.ts';
import { beforeClosing } from '../close-claim.ts';
import type { Deps, Workflow } from '../deps.ts';
import { resumeWorkflow } from '../wake-workflow.ts';
import { endingChange } from './end-claim.ts';

/** The partner gives the association up. */
export const disassociate = async (
  deps: Deps,
  workflow: Workflow,
  { caller, ref, reason, guard }: PartnerChange & { reason: string },
) => {
  const actor = { ...asActor(caller), kind: 'partner' as const };
  const stored = await changeClaim(deps, ref, (claim, now) => endingChange(claim, { actor, now, reason }), {
    ...beforeClosing(deps),
    ...guard,
  });
  if (!(stored instanceof Problem)) await resumeWorkflow(deps, workflow, ref);
  return stored;
};
