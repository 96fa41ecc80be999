import { blobIdOf } from '../../domain/proof/poe-file.ts';
import { asActor } from '../../identity/caller.ts';
import { Problem } from '../../lib/result.ts';
import { changeByPartner, type PartnerChange } from '../change-by-partner.ts';
import type { Deps } from '../deps.ts';

/** Takes a file off a draft. The entry goes first: a crash leaves bytes that nobody can reach, never an entry without bytes. */
export const removePoe = async (deps: Deps, { caller, ref, fileId, guard }: PartnerChange & { fileId: string }) => {
  const stored = await changeByPartner(deps, { ref, guard, action: 'remove-poe' }, (claim) => {
    if (!claim.poe.some((file) => file.fileId === fileId)) return new Problem('poe-not-found');
    return {
      claim: { ...claim, poe: claim.poe.filter((file) => file.fileId !== fileId) },
      entries: [{ actor: asActor(caller), event: 'poe-removed', detail: { fileId } }],
    };
  });
  if (stored instanceof Problem) return stored;
  const removed = stored.before.poe.find((file) => file.fileId === fileId);
  if (removed) await deps.poe.remove(ref, blobIdOf(removed));
  return stored;
};
