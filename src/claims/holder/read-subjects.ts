import type { Claim } from '../../domain/claim.ts';
import { subjectsOf } from '../../domain/reservation/subject.ts';
import type { SubjectKind } from '../../storage/ledger/ledger-keys.ts';
import type { SubjectRow } from '../../storage/ledger/subject-rows.ts';
import type { Deps } from '../deps.ts';

/** The rows of a claim's subjects. Empty, without a look-up, for a draft that names no product yet. */
export const readSubjects = async (deps: Deps, claim: Claim): Promise<SubjectRow[]> => {
  const keys = new Set(subjectsOf(claim).map(({ key }) => key));
  if (keys.size === 0) return [];
  return (await deps.ledger.subjects.ofCustomer(claim.customer.directoryId)).filter(({ subject }) => keys.has(subject));
};

/** The row of one subject among those that were read. */
export const rowOf = (rows: SubjectRow[], key: string, row: SubjectKind): SubjectRow | undefined =>
  rows.find(({ subject, kind }) => subject === key && kind === row);
