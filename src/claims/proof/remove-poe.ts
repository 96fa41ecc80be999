import { nextStatus } from '../../domain/claim-state.ts';
import { blobIdOf } from '../../domain/proof/poe-file.ts';
import { asActor } from '../../identity/caller.ts';
import { Problem } from '../../lib/result.ts';
import { changeClaim, type PartnerChange } from '../change-claim.ts';
import type { Deps } from '../deps.ts';

/** Takes a file off a draft. The entry goes first: a crash leaves bytes that nobody can reach, never an entry without bytes. */
export const removePoe = async (deps: Deps, { caller, ref, fileId, guard }: PartnerChange & { fileId: string }) => {
  const stored = await changeClaim(
    deps,
    ref,
    (claim) => {
      const status = nextStatus(claim.status, 'remove-poe', 'partner');
      if (status instanceof Problem) return status;
      if (!claim.poe.some((file) => file.fileId === fileId)) return new Problem('poe-not-found');
      return {
        claim: { ...claim, status, poe: claim.poe.filter((file) => file.fileId !== fileId) },
        entries: [{ actor: asActor(caller), event: 'poe-removed', detail: { fileId } }],
      };
    },
    guard,
  );
  if (stored instanceof Problem) return stored;
  const removed = stored.before.poe.find((file) => file.fileId === fileId);
  if (removed) await deps.poe.remove(ref, blobIdOf(removed));
  return stored;
};
