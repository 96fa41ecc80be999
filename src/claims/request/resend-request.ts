import { nextStatus } from '../../domain/claim-state.ts';
import { resendRefusal } from '../../domain/request/resend.ts';
import { asActor } from '../../identity/caller.ts';
import { Problem } from '../../lib/result.ts';
import { changeClaim, type PartnerChange } from '../change-claim.ts';
import type { Deps, Workflow } from '../deps.ts';
import { nudgeWorkflow } from '../wake-workflow.ts';
import { beforeAskingAgain, withNewLink } from './ask-again.ts';

/** Asks the same contact again, with a new link and a new window. */
export const resendRequest = async (deps: Deps, workflow: Workflow, { caller, ref, guard }: PartnerChange) => {
  const stored = await changeClaim(
    deps,
    ref,
    (claim, now) => {
      const status = nextStatus(claim.status, 'resend', 'partner');
      if (status instanceof Problem) return status;
      const refused = resendRefusal(claim, now);
      if (refused !== undefined) return refused;
      const number = (claim.resends ?? 0) + 1;
      return {
        claim: { ...withNewLink(claim, now), status, resends: number },
        entries: [{ actor: asActor(caller), event: 'resend-requested', detail: { number } }],
      };
    },
    { ...beforeAskingAgain(deps, ref), ...guard },
  );
  if (!(stored instanceof Problem)) await nudgeWorkflow(deps, workflow, ref);
  return stored;
};
