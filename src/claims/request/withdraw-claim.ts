import { asActor } from '../../identity/caller.ts';
import { Problem } from '../../lib/result.ts';
import type { PartnerChange } from '../change-by-partner.ts';
import { changeClaim } from '../change-claim.ts';
import { beforeClosing, closingChange } from '../close-claim.ts';
import type { Deps, Workflow } from '../deps.ts';
import { nudgeWorkflow } from '../wake-workflow.ts';

/** Takes a submitted claim back; the customer's link dies with it. */
export const withdrawClaim = async (
  deps: Deps,
  workflow: Workflow,
  { caller, ref, reason, guard }: PartnerChange & { reason: string },
) => {
  const actor = { ...asActor(caller), kind: 'partner' as const };
  const stored = await changeClaim(
    deps,
    ref,
    (claim, now) => closingChange(claim, { event: 'withdraw', actor, now, reason }),
    {
      ...beforeClosing(deps),
      ...guard,
    },
  );
  if (!(stored instanceof Problem)) await nudgeWorkflow(deps, workflow, ref);
  return stored;
};
