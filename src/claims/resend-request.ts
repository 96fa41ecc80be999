import type { ClaimRef } from '../domain/claim.ts';
import { nextStatus } from '../domain/claim-state.ts';
import { hasResendsLeft, resendFrom } from '../domain/resend.ts';
import { Problem } from '../domain/result.ts';
import { asActor, type Caller } from '../identity/caller.ts';
import { askedAgain, intendAsking } from './ask-again.ts';
import { changeClaim, type Guard } from './change-claim.ts';
import type { Deps, Workflow } from './deps.ts';
import { nudgeWorkflow } from './reach-workflow.ts';

/** Asks the same contact again, with a new link and a new window. */
export const resendRequest = async (deps: Deps, workflow: Workflow, caller: Caller, ref: ClaimRef, guard: Guard) => {
  const stored = await changeClaim(
    deps,
    ref,
    (claim, now) => {
      const status = nextStatus(claim.status, 'resend', 'partner');
      if (status instanceof Problem) return status;
      if (!hasResendsLeft(claim)) return new Problem('too-many-resends');
      const waitS = Math.ceil((Date.parse(resendFrom(claim)) - now.getTime()) / 1000);
      if (waitS > 0) {
        const detail = `The customer was asked less than 15 minutes ago. Try again in ${waitS} s.`;
        return new Problem('too-soon', detail, [], { retryAfterS: waitS });
      }
      const number = (claim.resends ?? 0) + 1;
      return {
        claim: { ...askedAgain(claim, now), status, resends: number },
        entries: [
          { actor: asActor(caller), event: 'resend-requested', from: claim.status, to: status, detail: { number } },
        ],
      };
    },
    { ...intendAsking(deps, ref), ...guard },
  );
  if (!(stored instanceof Problem)) await nudgeWorkflow(deps, workflow, ref);
  return stored;
};
