import { type Claim, refOf, watchedOf } from '../../domain/claim.ts';
import { Problem } from '../../lib/result.ts';
import type { Deps } from '../deps.ts';

/**
 * The ledger row that names stored bytes for as long as their entry, or their end, is not on the record. `isWritten`: false for an
 * upload to a draft, which needs no row.
 */
export type FileIntent = { claim: Claim; dueAt: string; files: string[]; isWritten: boolean };

/** Time (ms) for an entry to follow its bytes. No call takes that long: the host ends one after five minutes (`host.json`). */
export const entryMs = 3_600_000;
/** How far the clocks of two hosts may be apart. */
const clockSkewMs = 300_000;

/**
 * A moment for a row of files. The random digits keep it apart from all other rows of the claim, so that striking the row of one upload
 * never strikes that of another.
 */
export const fileRowTime = (deps: Deps, at: Date): string => {
  const digits = Array.from(deps.random(8), (byte) => byte % 10).join('');
  return at.toISOString().replace('Z', `2${digits}Z`);
};

/**
 * Tells the ledger which bytes are about to be stored, or to lose their entry. Call it before either: whatever then cuts the call
 * off, the reconciler removes those that are not on the record. No files: all that are stored of a claim that is never written.
 */
export const announceFiles = async (deps: Deps, claim: Claim, files: string[]): Promise<FileIntent> => {
  const intent = { claim, dueAt: entryTime(deps), files, isWritten: true };
  await writeIntent(deps, intent);
  return intent;
};

/**
 * Tells the ledger which bytes are about to be stored. A draft needs no row for that: its submission announces a look at all of its
 * files, and with a draft that is never submitted all of them go.
 */
export const announceUpload = async (deps: Deps, claim: Claim, file: string): Promise<FileIntent> =>
  claim.status === 'draft'
    ? { claim, dueAt: entryTime(deps), files: [file], isWritten: false }
    : announceFiles(deps, claim, [file]);

/** When bytes that are stored from now on have their entry, or never get one. */
export const entryTime = (deps: Deps): string => fileRowTime(deps, new Date(deps.now().getTime() + entryMs));

/** When to look at all files of a claim that is being submitted: those whose upload began while it was a draft are old enough then. */
export const sweepTime = (deps: Deps): string =>
  fileRowTime(deps, new Date(deps.now().getTime() + entryMs + clockSkewMs));

/** Adds a file to the row. */
export const extendIntent = async (deps: Deps, intent: FileIntent, file: string): Promise<void> => {
  if (intent.files.includes(file)) return;
  intent.files.push(file);
  await writeIntent(deps, intent);
};

/**
 * Removes bytes that no one needs, if any, then strikes the row: record and bytes agree. The caller's own work is done, so what fails
 * here is left to the reconciler, which finds the row.
 */
export const settleFiles = async (deps: Deps, intent: FileIntent, unwanted?: string): Promise<void> => {
  const { claim, dueAt } = intent;
  try {
    if (unwanted !== undefined) await deps.poe.remove(refOf(claim), unwanted);
    if (intent.isWritten) await deps.ledger.watch.remove(claim.id, dueAt);
  } catch {
    deps.log('files-not-settled', { claimId: claim.id });
    await leaveFiles(deps, intent);
  }
};

/** Leaves it to the reconciler to find out which bytes are left over, when the caller cannot know. Never throws. */
export const leaveFiles = async (deps: Deps, intent: FileIntent): Promise<void> => {
  if (!intent.isWritten) await writeIntent(deps, intent).catch(() => undefined);
};

/** Refuses an entry whose bytes the reconciler may be about to remove. */
export const refuseLate = ({ dueAt }: FileIntent, now: Date): Problem | undefined =>
  now.getTime() < Date.parse(dueAt) - clockSkewMs
    ? undefined
    : new Problem('dependency-unavailable', 'The upload took too long. Send the file again.');

const writeIntent = (deps: Deps, { claim, dueAt, files }: FileIntent): Promise<void> =>
  deps.ledger.watch.add(watchedOf(claim), { kind: 'files', dueAt, files: [...files] });
