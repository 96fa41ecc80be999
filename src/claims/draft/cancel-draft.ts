import type { ClaimRef } from '../../domain/claim.ts';
import { nextStatus } from '../../domain/claim-state.ts';
import { asActor, type Caller } from '../../identity/caller.ts';
import { Problem } from '../../lib/result.ts';
import { changeClaim } from '../change-claim.ts';
import type { Deps } from '../deps.ts';

/** Gives a draft up. Its files stay until the claim is purged. */
export const cancelDraft = (deps: Deps, caller: Caller, ref: ClaimRef, version: number | undefined) =>
  changeClaim(
    deps,
    ref,
    (claim) => {
      const status = nextStatus(claim.status, 'cancel', 'partner');
      if (status instanceof Problem) return status;
      return {
        claim: { ...claim, status },
        entries: [{ actor: asActor(caller), event: 'cancelled' }],
      };
    },
    { ifVersion: version },
  );
