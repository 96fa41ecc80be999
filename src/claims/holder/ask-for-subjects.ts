import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Claim, refOf, type WatchedClaim } from '../../domain/claim.ts';
import { isWrittenBy, subjectsOf } from '../../domain/reservation/subject.ts';
import { present } from '../../lib/present.ts';
import type { Problem } from '../../lib/result.ts';
import type { SubjectRow } from '../../storage/ledger/subject-rows.ts';
import { duplicateProblem } from '../change-claim.ts';
import type { Deps } from '../deps.ts';
import { readSubjects, rowOf } from './read-subjects.ts';

const maxAttempts = 100;
/** Several writers at one row: a random pause (ms, up to this) lets one of them through. */
const pauseMs = 200;

/**
 * Enters a claim that is being submitted in the rows of its subjects, in one transaction with its due times. Returns whether other
 * claims are there, or refuses a duplicate. Safe to repeat.
 */
export const askForSubjects = async (
  deps: Deps,
  claim: Claim,
  watch: { claim: WatchedClaim; from: string[]; to: string[]; filesAt: string },
): Promise<{ shared: boolean } | Problem> => {
  const writtenBy = randomUUID();
  let known: SubjectRow[] = [];
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const others = known.some(({ entries }) => entries.some(({ claimId }) => claimId !== claim.id));
    // The answer to the write was lost: writing again would only meet itself.
    if (attempt > 0 && isWrittenBy(writtenBy, claim, (key) => rowOf(known, key, 'asking')?.entries ?? []))
      return { shared: others };
    const rows = subjectsOf(claim).map(({ key, covers }): SubjectRow => {
      const row = rowOf(known, key, 'asking');
      const entries = (row?.entries ?? []).filter(({ claimId }) => claimId !== claim.id);
      return present({
        subject: key,
        kind: 'asking' as const,
        entries: [...entries, { ...refOf(claim), covers, writtenBy }],
        etag: row?.etag,
      });
    });
    if ((await deps.ledger.writeSubjects(watch.claim, rows, watch)) === 'written') return { shared: others };
    // A duplicate of a claim of its own partner need not compete with the others.
    const reservedBy = await deps.claims.reservedBy(refOf(claim), claim);
    if (reservedBy.size > 0) return duplicateProblem(claim, reservedBy);
    await pause(Math.random() * Math.min(pauseMs, 20 * (attempt + 1)));
    known = await readSubjects(deps, claim);
  }
  throw new Error('The subjects of a claim changed all the time.');
};
