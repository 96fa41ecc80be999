import { resendRefusal } from '../../domain/request/resend.ts';
import { asActor } from '../../identity/caller.ts';
import { Problem } from '../../lib/result.ts';
import { changeByPartner, type PartnerChange } from '../change-by-partner.ts';
import type { Deps, Workflow } from '../deps.ts';
import { nudgeWorkflow } from '../wake-workflow.ts';
import { beforeAskingAgain, withNewLink } from './ask-again.ts';

/** Asks the same contact again, with a new link and a new window. */
export const resendRequest = async (deps: Deps, workflow: Workflow, { caller, ref, guard }: PartnerChange) => {
  const stored = await changeByPartner(
    deps,
    { ref, guard, action: 'resend' },
    (claim, now) => {
      const refused = resendRefusal(claim, now);
      if (refused !== undefined) return refused;
      const number = (claim.resends ?? 0) + 1;
      return {
        claim: { ...withNewLink(claim, now), resends: number },
        entries: [{ actor: asActor(caller), event: 'resend-requested', detail: { number } }],
      };
    },
    beforeAskingAgain(deps, ref),
  );
  if (!(stored instanceof Problem)) await nudgeWorkflow(deps, workflow, ref);
  return stored;
};
