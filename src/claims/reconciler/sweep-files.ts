import { type Claim, refOf } from '../../domain/claim.ts';
import { blobIdOf } from '../../domain/proof/poe-file.ts';
import { Problem } from '../../lib/result.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import type { WatchRow } from '../../storage/ledger/watch-rows.ts';
import { changeClaim, quietly } from '../change-claim.ts';
import type { Deps } from '../deps.ts';
import { reportMissingFile } from '../proof/report-file.ts';

/** What was found of files whose upload, replacement or removal did not come to its end. */
export type FilesFinding = 'nothing-to-do' | 'files-removed';

/**
 * Compares the files that a row names with the record. Bytes without an entry are removed; an entry without bytes is shown to
 * operations. Safe to repeat.
 */
export const sweepFiles = async (deps: Deps, found: StoredClaim | undefined, row: WatchRow): Promise<FilesFinding> => {
  const { files = [] } = row;
  let removed = files;
  // A copy that was never written, or a claim that has been purged.
  if (found === undefined) await deps.poe.removeAll(row);
  else {
    removed = await removeLoose(deps, found, files);
    await reportMissing(deps, found, files);
  }
  await deps.ledger.watch.remove(row.claimId, row.dueAt);
  if (removed.length === 0) return 'nothing-to-do';
  deps.log('files-removed', { claimId: row.claimId, files: removed.length });
  return 'files-removed';
};

const looseOf = ({ poe }: Claim, files: string[]): string[] => {
  const entered = new Set(poe.map(blobIdOf));
  return files.filter((file) => !entered.has(file));
};

/**
 * The record is written once more before bytes go: whoever read it before, and is about to enter one of them, has to read it again, and
 * then finds that it is too late (`refuseLate`).
 */
const removeLoose = async (deps: Deps, found: StoredClaim, files: string[]): Promise<string[]> => {
  if (looseOf(found.claim, files).length === 0) return [];
  const guarded = await changeClaim(
    deps,
    refOf(found.claim),
    (claim) => (looseOf(claim, files).length === 0 ? 'unchanged' : quietly(claim)),
    { known: found },
  );
  if (guarded instanceof Problem) throw new Error(`A claim with loose files was not guarded: ${guarded.code}.`);
  const loose = looseOf(guarded.claim, files);
  for (const file of loose) await deps.poe.remove(refOf(found.claim), file);
  return loose;
};

const reportMissing = async (deps: Deps, found: StoredClaim, files: string[]): Promise<void> => {
  for (const file of found.claim.poe) {
    if (!files.includes(blobIdOf(file))) continue;
    if (!(await deps.poe.exists(refOf(found.claim), blobIdOf(file)))) await reportMissingFile(deps, found, file);
  }
};
