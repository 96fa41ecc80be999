import type { Claim, PoeFile } from '../../domain/claim.ts';
import { nextStatus, phaseOf } from '../../domain/claim-state.ts';
import { newFileId } from '../../domain/ids.ts';
import { cleanFileName } from '../../domain/proof/file-name.ts';
import { blobIdOf, duplicateOf } from '../../domain/proof/poe-file.ts';
import { fullRefusal } from '../../domain/record-size.ts';
import { asActor } from '../../identity/caller.ts';
import { fieldProblem, Problem } from '../../lib/result.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import type { PartnerChange } from '../change-by-partner.ts';
import { changeClaim } from '../change-claim.ts';
import type { Deps } from '../deps.ts';
import { announceFiles, extendIntent, refuseLate, settleFiles } from './announce-files.ts';
import { type PoeUpload, storePoe } from './store-poe.ts';

/**
 * Puts new bytes in the place of a draft's file, which keeps its ID and, unless another comes along, its note. The old
 * bytes go after the record has the new ones; the same bytes under the same name again change nothing.
 */
export const replacePoe = async (
  deps: Deps,
  { caller, ref, fileId, upload, guard }: PartnerChange & { fileId: string; upload: PoeUpload },
): Promise<{ stored: StoredClaim; file: PoeFile } | Problem> => {
  const name = cleanFileName(upload.fileName);
  if ('code' in name) return fieldProblem([name]);
  const known = await deps.claims.read(ref);
  if (known === undefined) return new Problem('claim-not-found');
  const early = replaceable(known.claim, fileId);
  if (early instanceof Problem) return early;

  const blobId = newFileId(deps.random);
  const intent = await announceFiles(deps, known.claim, [blobId, blobIdOf(early.file)]);
  const taken = await storePoe(deps, { caller, ref, blobId, name, claim: known.claim, upload });
  if (taken instanceof Problem) {
    await settleFiles(deps, intent);
    return taken;
  }

  const stored = await changeClaim(
    deps,
    ref,
    (claim, now) => {
      const found = refuseLate(intent, now) ?? replaceable(claim, fileId);
      if (found instanceof Problem) return found;
      const { status, file: old } = found;
      if (old.sha256 === taken.sha256 && old.fileName === taken.fileName && isNote(upload.note, old))
        return 'unchanged';
      const duplicate = duplicateOf(claim, taken.sha256, fileId);
      if (duplicate !== undefined) return duplicate;
      const note = upload.note ?? old.note;
      const file: PoeFile = { ...taken, fileId, storedAs: blobId, ...(note === undefined ? {} : { note }) };
      const { fileName, size, sha256 } = file;
      return {
        claim: { ...claim, status, poe: claim.poe.map((entry) => (entry.fileId === fileId ? file : entry)) },
        entries: [
          {
            actor: asActor(caller),
            event: 'poe-replaced',
            detail: { fileId, fileName, size, sha256, replaced: { fileName: old.fileName, sha256: old.sha256 } },
          },
        ],
      };
    },
    {
      known,
      // Another replacement may have come first: it is its bytes that go now.
      beforeWrite: async (_after, before) => {
        const old = before?.poe.find((entry) => entry.fileId === fileId);
        if (old) await extendIntent(deps, intent, blobIdOf(old));
      },
      ...guard,
    },
  );
  if (stored instanceof Problem) {
    await settleFiles(deps, intent, blobId);
    return stored;
  }
  const [file, replaced] = [stored.claim, stored.before].map(({ poe }) => poe.find((entry) => entry.fileId === fileId));
  const entered = file?.storedAs === blobId;
  // Replaced once more while the answer of this write was lost: the reconciler finds out which bytes are left over.
  const isCertain = entered || stored.claim === stored.before;
  if (isCertain) await settleFiles(deps, intent, entered && replaced ? blobIdOf(replaced) : blobId);
  return file === undefined ? new Problem('poe-not-found') : { stored, file };
};

const isNote = (note: string | undefined, { note: old }: PoeFile): boolean => note === undefined || note === old;

/** Taking a file off is what replacing needs: an approved claim only ever gets more. */
const replaceable = (claim: Claim, fileId: string): { status: Claim['status']; file: PoeFile } | Problem => {
  const status = nextStatus(phaseOf(claim), 'remove-poe', 'partner');
  if (status instanceof Problem) return status;
  const file = claim.poe.find((entry) => entry.fileId === fileId);
  return file === undefined ? new Problem('poe-not-found') : (fullRefusal(claim) ?? { status, file });
};
