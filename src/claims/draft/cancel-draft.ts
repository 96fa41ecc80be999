import { asActor } from '../../identity/caller.ts';
import { changeByPartner, type PartnerChange } from '../change-by-partner.ts';
import type { Deps } from '../deps.ts';

/** Gives a draft up. Its files stay until the claim is purged. */
export const cancelDraft = (deps: Deps, { caller, ref, guard }: PartnerChange) =>
  changeByPartner(deps, { ref, guard, action: 'cancel' }, (claim) => ({
    claim,
    entries: [{ actor: asActor(caller), event: 'cancelled' }],
  }));
