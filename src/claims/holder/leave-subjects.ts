import { setTimeout as pause } from 'node:timers/promises';
import type { Claim } from '../../domain/claim.ts';
import type { SubjectEntry } from '../../domain/reservation/subject.ts';
import type { Deps } from '../deps.ts';
import { readSubjects } from './read-subjects.ts';

const maxAttempts = 25;

/**
 * Removes a claim that is over from the rows of its subjects. Holders that it took a subject from, and that are approved still, get
 * it back: then the claim itself was never approved. Safe to repeat.
 */
export const leaveSubjects = async (deps: Deps, claim: Claim): Promise<void> => {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    if (await giveBack(deps, claim, ['asking', 'holding'])) return;
    await pause(Math.random() * 20 * (attempt + 1));
  }
  throw new Error('The subjects of a claim changed all the time.');
};

/** Gives back what a claim took and did not get, and leaves it asking. False when a row has changed since it was read. */
export const giveBack = async (
  deps: Deps,
  claim: Claim,
  kinds: ('asking' | 'holding')[],
  beforeWrite?: () => Promise<boolean>,
): Promise<boolean> => {
  const rows = (await readSubjects(deps, claim)).filter(
    ({ kind, entries }) => kinds.includes(kind) && entries.some(({ claimId }) => claimId === claim.id),
  );
  if (rows.length === 0) return true;
  // After the rows were read: if the claim takes them again from now on, their ETags tell.
  if (beforeWrite && !(await beforeWrite())) return true;
  const results = await Promise.all(
    rows.map(async ({ etag = '', ...row }) => {
      const entries = (await Promise.all(row.entries.map((entry) => without(deps, entry, claim.id)))).flat();
      return deps.ledger.subjects.replace({ ...row, entries, etag });
    }),
  );
  return results.every((result) => result === 'replaced');
};

const without = async (deps: Deps, entry: SubjectEntry, claimId: string): Promise<SubjectEntry[]> => {
  if (entry.claimId !== claimId) return [entry];
  const formers = await Promise.all(
    (entry.from ?? []).map(async (former) =>
      (await deps.claims.read(former))?.claim.status === 'approved' ? [former] : [],
    ),
  );
  return formers.flat();
};
