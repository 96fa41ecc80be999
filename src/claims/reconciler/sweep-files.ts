import { type Claim, refOf } from '../../domain/claim.ts';
import { blobIdOf } from '../../domain/proof/poe-file.ts';
import { Problem } from '../../lib/result.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import type { WatchRow } from '../../storage/ledger/watch-rows.ts';
import { changeClaim, quietly } from '../change-claim.ts';
import type { Deps } from '../deps.ts';
import { entryMs, entryTime } from '../proof/announce-files.ts';
import { reportMissingFile } from '../proof/report-file.ts';

/** What was found of files whose upload, replacement or removal did not come to its end. */
export type FilesFinding = 'nothing-to-do' | 'files-removed';

/**
 * Compares the files that a row names with the record; a row that names none is about all that are stored of the claim. Bytes
 * without an entry are removed; an entry without bytes is shown to operations. Safe to repeat.
 */
export const sweepFiles = async (deps: Deps, found: StoredClaim | undefined, row: WatchRow): Promise<FilesFinding> => {
  const removed = found === undefined ? await removeAll(deps, row) : await compareFiles(deps, found, row);
  await deps.ledger.watch.remove(row.claimId, row.dueAt);
  if (removed === 0) return 'nothing-to-do';
  deps.log('files-removed', { claimId: row.claimId, files: removed });
  return 'files-removed';
};

/** Of a copy that was never written, or a claim that has been purged. */
const removeAll = async (deps: Deps, row: WatchRow): Promise<number> => {
  await deps.poe.removeAll(row);
  return row.files?.length ?? 0;
};

const compareFiles = async (deps: Deps, found: StoredClaim, row: WatchRow): Promise<number> => {
  const { files, tooNew, isGone } = row.files ? namedFiles(deps, row, row.files) : await storedFiles(deps, row);
  const removed = await removeLoose(deps, found, files);
  // The new row first: a crash before the old one goes leaves one row too many, never none.
  if (looseOf(found.claim, tooNew).length > 0) {
    await deps.ledger.watch.add(row, { kind: 'files', dueAt: entryTime(deps) });
  }
  for (const file of found.claim.poe) {
    if (await isGone(blobIdOf(file))) await reportMissingFile(deps, found, file);
  }
  return removed.length;
};

/** Which files to compare, which ones may still get their entry, and which of the record's are not stored. */
type Compared = { files: string[]; tooNew: string[]; isGone: (file: string) => Promise<boolean> };

const namedFiles = (deps: Deps, row: WatchRow, files: string[]): Compared => ({
  files,
  tooNew: [],
  isGone: async (file) => files.includes(file) && !(await deps.poe.exists(row, file)),
});

/** All files of the claim. An upload that began on the draft has no row of its own, however late it stored its bytes. */
const storedFiles = async (deps: Deps, row: WatchRow): Promise<Compared> => {
  const stored = await deps.poe.list(row);
  const latest = new Date(deps.now().getTime() - entryMs).toISOString();
  const { old = [], tooNew = [] } = Object.groupBy(stored, ({ storedAt }) => (storedAt <= latest ? 'old' : 'tooNew'));
  const all = new Set(stored.map(({ fileId }) => fileId));
  return {
    files: old.map(({ fileId }) => fileId),
    tooNew: tooNew.map(({ fileId }) => fileId),
    isGone: async (file) => !all.has(file),
  };
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
