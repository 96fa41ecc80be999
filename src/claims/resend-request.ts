import type { Claim, ClaimRef } from '../domain/claim.ts';
import { nextStatus } from '../domain/claim-state.ts';
import { Problem } from '../domain/result.ts';
import { asActor, type Caller } from '../identity/caller.ts';
import { askedAgain, intendAsking, maxLinks } from './ask-again.ts';
import { changeClaim, type Guard } from './change-claim.ts';
import type { Deps, Workflow } from './deps.ts';
import { nudgeWorkflow } from './reach-workflow.ts';

/** A customer is asked again this often at most, and not before this long (ms) after the last time. */
const maxResends = 3;
const pauseMs = 15 * 60_000;

/** Asks the same contact again, with a new link and a new window. */
export const resendRequest = async (deps: Deps, workflow: Workflow, caller: Caller, ref: ClaimRef, guard: Guard) => {
  const stored = await changeClaim(
    deps,
    ref,
    (claim, now) => {
      const status = nextStatus(claim.status, 'resend', 'partner');
      if (status instanceof Problem) return status;
      const number = (claim.resends ?? 0) + 1;
      if (number > maxResends || (claim.link?.version ?? 0) >= maxLinks) return new Problem('too-many-resends');
      const waitS = Math.ceil((lastAsked(claim) + pauseMs - now.getTime()) / 1000);
      if (waitS > 0) {
        const detail = `The customer was asked less than 15 minutes ago. Try again in ${waitS} s.`;
        return new Problem('too-soon', detail, [], { retryAfterS: waitS });
      }
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

/** When (ms) the link was made that is valid now, or its mail was accepted, which may be later. */
const lastAsked = ({ link, request }: Claim): number =>
  Math.max(...[link?.issuedAt, request?.sentAt].map((instant) => (instant === undefined ? 0 : Date.parse(instant))));
