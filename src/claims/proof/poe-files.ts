import type { Readable } from 'node:stream';
import type { ClaimRef, PoeFile } from '../../domain/claim.ts';
import { nextStatus } from '../../domain/claim-state.ts';
import { blobIdOf } from '../../domain/proof/poe-file.ts';
import { asActor, type Caller } from '../../identity/caller.ts';
import { Problem } from '../../lib/result.ts';
import type { ByteRange } from '../../storage/poe-store.ts';
import { changeClaim } from '../change-claim.ts';
import type { Deps } from '../deps.ts';

/** A file of a claim, and what opens its bytes or some of them. */
export const readPoe = async (
  deps: Deps,
  ref: ClaimRef,
  fileId: string,
): Promise<{ file: PoeFile; open: (range?: ByteRange) => Promise<Readable | Problem> } | Problem> => {
  const claim = (await deps.claims.read(ref))?.claim;
  if (claim === undefined) return new Problem('claim-not-found');
  const file = claim.poe.find((candidate) => candidate.fileId === fileId);
  if (file === undefined) return new Problem('poe-not-found');
  if (file.malwareFoundAt !== undefined) return new Problem('poe-malicious');
  const open = async (range?: ByteRange) =>
    (await deps.poe.download(ref, blobIdOf(file), range)) ?? new Problem('poe-not-found');
  return { file, open };
};

/** Takes a file off a draft. The entry goes first: a crash leaves bytes that nobody can reach, never an entry without bytes. */
export const removePoe = async (
  deps: Deps,
  caller: Caller,
  ref: ClaimRef,
  fileId: string,
  version: number | undefined,
) => {
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
    { ifVersion: version },
  );
  if (stored instanceof Problem) return stored;
  const removed = stored.before.poe.find((file) => file.fileId === fileId);
  if (removed) await deps.poe.remove(ref, blobIdOf(removed));
  return stored;
};
