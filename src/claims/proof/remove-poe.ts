import { blobIdOf } from '../../domain/proof/poe-file.ts';
import { asActor } from '../../identity/caller.ts';
import { Problem } from '../../lib/result.ts';
import { changeByPartner, type PartnerChange } from '../change-by-partner.ts';
import type { Deps } from '../deps.ts';
import { announceFiles, extendIntent, type FileIntent, settleFiles } from './announce-files.ts';

/** Takes a file off a draft. The entry goes first: a crash leaves bytes that the reconciler removes, never an entry without bytes. */
export const removePoe = async (deps: Deps, { caller, ref, fileId, guard }: PartnerChange & { fileId: string }) => {
  let intent: FileIntent | undefined;
  const stored = await changeByPartner(
    deps,
    { ref, guard, action: 'remove-poe' },
    (claim) => {
      if (!claim.poe.some((file) => file.fileId === fileId)) return new Problem('poe-not-found');
      return {
        claim: { ...claim, poe: claim.poe.filter((file) => file.fileId !== fileId) },
        entries: [{ actor: asActor(caller), event: 'poe-removed', detail: { fileId } }],
      };
    },
    {
      beforeWrite: async (after, before) => {
        const file = before?.poe.find((entry) => entry.fileId === fileId);
        if (file === undefined) return;
        if (intent === undefined) intent = await announceFiles(deps, after, [blobIdOf(file)]);
        else await extendIntent(deps, intent, blobIdOf(file));
      },
    },
  );
  const removed = stored instanceof Problem ? undefined : stored.before.poe.find((file) => file.fileId === fileId);
  if (intent !== undefined) await settleFiles(deps, intent, removed && blobIdOf(removed));
  return stored;
};
