import { nextStatus } from '../../domain/claim-state.ts';
import { asActor } from '../../identity/caller.ts';
import { Problem } from '../../lib/result.ts';
import { changeClaim, type PartnerChange } from '../change-claim.ts';
import type { Deps } from '../deps.ts';

/** Gives a draft up. Its files stay until the claim is purged. */
export const cancelDraft = (deps: Deps, { caller, ref, guard }: PartnerChange) =>
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
    guard,
  );
