import type { ClaimRef } from '../domain/claim.ts';
import { nextStatus, type PartnerAction, phaseOf } from '../domain/claim-state.ts';
import { needsRelease } from '../domain/view/actions.ts';
import type { Caller } from '../identity/caller.ts';
import { Problem } from '../lib/result.ts';
import { type ChangeOptions, changeClaim, type Decide, type Guard } from './change-claim.ts';
import type { Deps } from './deps.ts';

/** What every change by a partner needs: who asks, for which claim, and what the request says about it. */
export type PartnerChange = { caller: Caller; ref: ClaimRef; guard: Guard };

/**
 * Changes a claim by an action of its partner, or refuses it when the claim's status does not allow that. The claim gets the
 * status that follows the action, whatever `decide` makes of the rest.
 */
export const changeByPartner = (
  deps: Deps,
  { ref, guard, action }: Pick<PartnerChange, 'ref' | 'guard'> & { action: PartnerAction },
  decide: Decide,
  options: ChangeOptions = {},
) =>
  changeClaim(
    deps,
    ref,
    async (claim, now) => {
      const status = nextStatus(phaseOf(claim), action, 'partner');
      if (status instanceof Problem) return status;
      if (needsRelease(action) && claim.inquiry !== undefined) return new Problem('under-inquiry');
      const change = await decide(claim, now);
      return typeof change === 'object' && 'claim' in change
        ? { ...change, claim: { ...change.claim, status } }
        : change;
    },
    { ...options, ...guard },
  );
