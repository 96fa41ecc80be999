import type { Claim, PoeFile } from '../../domain/claim.ts';
import { nextStatus, phaseOf } from '../../domain/claim-state.ts';
import { newFileId } from '../../domain/ids.ts';
import { cleanFileName } from '../../domain/proof/file-name.ts';
import { duplicateOf } from '../../domain/proof/poe-file.ts';
import { fullRefusal } from '../../domain/record-size.ts';
import { asActor } from '../../identity/caller.ts';
import { fieldProblem, Problem } from '../../lib/result.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import type { PartnerChange } from '../change-by-partner.ts';
import { changeClaim } from '../change-claim.ts';
import type { Deps } from '../deps.ts';
import { addWatchRows } from '../ledger-watch.ts';
import { announceUpload, type FileIntent, leaveFiles, refuseLate, settleFiles } from './announce-files.ts';
import { type PoeUpload, storePoe } from './store-poe.ts';

/** `onInspected`: receives the hash of the content as soon as all of it has passed. */
type PoeAddition = PartnerChange & { upload: PoeUpload; onInspected?: (sha256: string) => void };

/** Stores a proof-of-execution file while it arrives, then enters it on the claim. */
export const addPoe = async (
  deps: Deps,
  { caller, ref, upload, onInspected, guard }: PoeAddition,
): Promise<{ stored: StoredClaim; file: PoeFile } | Problem> => {
  const name = cleanFileName(upload.fileName);
  if ('code' in name) return fieldProblem([name]);
  const known = await deps.claims.read(ref);
  if (known === undefined) return new Problem('claim-not-found');
  // Asked before the bytes are taken, and again when the file is entered: the claim may be submitted meanwhile.
  const early = roomFor(deps, known.claim);
  if (early instanceof Problem) return early;

  const fileId = newFileId(deps.random);
  const intent = await announceUpload(deps, known.claim, fileId);
  try {
    const file = await storePoe(deps, { caller, ref, blobId: fileId, name, claim: known.claim, upload });
    if (file instanceof Problem) {
      await settleFiles(deps, intent);
      return file;
    }
    onInspected?.(file.sha256);
    const stored = await enterPoe(deps, { caller, ref, guard }, { file, intent, known });
    await settleFiles(deps, intent, stored instanceof Problem ? fileId : undefined);
    return stored instanceof Problem ? stored : { stored, file };
  } catch (error) {
    await leaveFiles(deps, intent);
    throw error;
  }
};

type StoredFile = { file: PoeFile; intent: FileIntent; known: StoredClaim };

const enterPoe = (
  deps: Deps,
  { caller, ref, guard }: PartnerChange,
  { file, intent, known }: StoredFile,
): Promise<StoredClaim | Problem> => {
  const { fileId, fileName, size, sha256 } = file;
  return changeClaim(
    deps,
    ref,
    (claim, now) => {
      const status = refuseLate(intent, now) ?? roomFor(deps, claim);
      if (status instanceof Problem) return status;
      const duplicate = duplicateOf(claim, sha256);
      if (duplicate !== undefined) return duplicate;
      return {
        // By this time the customer's receipt tells which files were there when the customer answered.
        claim: { ...claim, status, poe: [...claim.poe, { ...file, uploadedAt: now.toISOString() }] },
        entries: [
          {
            actor: asActor(caller),
            event: 'poe-added',
            detail: { fileId, fileName, size, sha256 },
          },
        ],
      };
    },
    {
      known,
      // A file may be what the request waits for, where malware was found in all the others.
      beforeWrite: async (after) => {
        if (after.status === 'submitted' && after.request === undefined) await addWatchRows(deps, after);
      },
      ...guard,
    },
  );
};

const roomFor = (deps: Deps, claim: Claim) => {
  const status = nextStatus(phaseOf(claim), 'add-poe', 'partner');
  if (status instanceof Problem) return status;
  const full = fullRefusal(claim);
  if (full !== undefined) return full;
  if (claim.poe.length < deps.limits.maxFiles) return status;
  return new Problem('poe-too-many', `At most ${deps.limits.maxFiles} files a claim.`);
};
