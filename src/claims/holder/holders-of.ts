import { createHash } from 'node:crypto';
import type { Claim } from '../../domain/claim.ts';
import { isApproving } from '../../domain/claim-state.ts';
import { heldSince, overlaps, type SubjectEntry, subjectsOf, touches } from '../../domain/reservation/subject.ts';
import type { SubjectRow } from '../../storage/ledger/subject-rows.ts';
import type { Deps } from '../deps.ts';
import { readSubjects, rowOf } from './read-subjects.ts';

/**
 * The claims that an approval of `claim` would replace, the oldest first. The rows only say where to look; the records say which
 * claims are approved. A row that a crash left behind does no harm.
 */
export const holdersOf = async (deps: Deps, claim: Claim, known?: SubjectRow[]): Promise<Claim[]> => {
  const rows = known ?? (await readSubjects(deps, claim));
  const found = new Map<string, Claim>();
  for (const { key, covers } of subjectsOf(claim)) {
    const entries = rowOf(rows, key, 'holding')?.entries ?? [];
    for (const entry of entries.filter((one) => touches(one, covers))) {
      for (const holder of await holding(deps, entry, claim.id)) {
        if (overlaps(holder.covers, covers)) found.set(holder.claim.id, holder.claim);
      }
    }
  }
  return [...found.values()].toSorted((one, other) => heldSince(one).localeCompare(heldSince(other)));
};

/** An entry's claim if it holds; otherwise those that it would have replaced. `self`: a claim that does not count. */
const holding = async (
  deps: Deps,
  entry: SubjectEntry,
  self: string,
): Promise<{ claim: Claim; covers: SubjectEntry['covers'] }[]> => {
  const record = entry.claimId === self ? undefined : (await deps.claims.read(entry))?.claim;
  if (record && (record.status === 'approved' || isApproving(record))) return [{ claim: record, covers: entry.covers }];
  return (await Promise.all((entry.from ?? []).map((former) => holding(deps, former, self)))).flat();
};

/** Identifies the holders that a page named; its form sends this back. Empty when there were none. */
export const seenOf = (holders: Claim[]): string =>
  holders.length === 0
    ? ''
    : createHash('sha256')
        .update(
          holders
            .map(({ id }) => id)
            .toSorted()
            .join('|'),
        )
        .digest('base64url')
        .slice(0, 22);
