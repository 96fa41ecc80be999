import type { Claim, ClaimRef, PoeFile } from '../domain/claim.ts';
import { nextStatus } from '../domain/claim-state.ts';
import { newFileId } from '../domain/ids.ts';
import { checkFileName, poeTypes } from '../domain/poe-rules.ts';
import { fieldProblem, Problem } from '../domain/result.ts';
import { asActor, type Caller } from '../identity/caller.ts';
import type { StoredClaim } from '../storage/claim-store.ts';
import { changeClaim, type Guard } from './change-claim.ts';
import type { Deps } from './deps.ts';
import { inspectFile, RefusedContent } from './inspect-file.ts';

export type PoeUpload = { fileName: string; content: AsyncIterable<Uint8Array> };
/** As for every change; the hash of the content is told as soon as all of it has passed. */
export type PoeGuard = Guard & { onInspected?: (sha256: string) => void };

/** Stores a proof-of-execution file while it arrives, then enters it on the claim. */
export const addPoe = async (
  deps: Deps,
  caller: Caller,
  ref: ClaimRef,
  upload: PoeUpload,
  { onInspected, ...guard }: PoeGuard,
): Promise<{ stored: StoredClaim; file: PoeFile } | Problem> => {
  const name = checkFileName(upload.fileName);
  if ('code' in name) return fieldProblem([name]);
  const known = await deps.claims.read(ref);
  if (known === undefined) return new Problem('claim-not-found');
  // Asked before the bytes are taken, and again when the file is entered: the claim may be submitted meanwhile.
  const early = roomFor(deps, known.claim);
  if (early instanceof Problem) return early;

  const fileId = newFileId(deps.random);
  const { content, inspection } = inspectFile(upload.content, {
    extension: name.extension,
    maxBytes: deps.limits.maxBytes,
  });
  try {
    await deps.poe.upload(ref, fileId, content);
  } catch (error) {
    if (error instanceof RefusedContent) return error.problem;
    throw error;
  } finally {
    // When storage fails, the rest of the file is still on its way.
    await content.return(undefined);
  }

  const { size, sha256 } = inspection();
  onInspected?.(sha256);
  const contentType = poeTypes[name.extension]?.contentType ?? 'application/octet-stream';
  const actor = asActor(caller);
  const file: PoeFile = {
    fileId,
    fileName: upload.fileName,
    contentType,
    size,
    sha256,
    uploadedAt: deps.now().toISOString(),
    uploadedBy: actor,
  };
  const stored = await changeClaim(
    deps,
    ref,
    (claim) => {
      const status = roomFor(deps, claim);
      if (status instanceof Problem) return status;
      return {
        claim: { ...claim, status, poe: [...claim.poe, file] },
        entries: [
          {
            actor,
            event: 'poe-added',
            from: claim.status,
            to: status,
            detail: { fileId, fileName: file.fileName, size, sha256 },
          },
        ],
      };
    },
    { known, ...guard },
  );
  if (stored instanceof Problem) {
    await deps.poe.remove(ref, fileId);
    return stored;
  }
  return { stored, file };
};

const roomFor = (deps: Deps, claim: Claim) =>
  claim.poe.length < deps.limits.maxFiles
    ? nextStatus(claim.status, 'add-poe', 'partner')
    : new Problem('poe-too-many', `At most ${deps.limits.maxFiles} files a claim.`);
