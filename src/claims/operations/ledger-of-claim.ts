import type { Claim, ClaimRef } from '../../domain/claim.ts';
import { type Retention, retentionOf } from '../../domain/retention/retention.ts';
import { Problem } from '../../lib/result.ts';
import { ledgerKeys } from '../../storage/ledger/ledger-keys.ts';
import type { SubjectRow } from '../../storage/ledger/subject-rows.ts';
import type { WatchRow } from '../../storage/ledger/watch-rows.ts';
import type { Deps } from '../deps.ts';
import { readSubjects } from '../holder/read-subjects.ts';

/** Kinds of rows that belong to one claim, in the order in which they are listed. */
export const ledgerRowKinds = [
  'step',
  'draft',
  'subscriptions',
  'files',
  'attention',
  'unverified',
  'asking',
  'holding',
  'reservation',
  'retention',
] as const;

/** A row as it is stored; `key` is its row key. A reservation is a row of the partner's claims, all others are rows of the ledger. */
export type LedgerRow = { kind: (typeof ledgerRowKinds)[number]; key: string } & Partial<
  Pick<WatchRow, 'dueAt' | 'attempts' | 'finding'> & {
    /** Why the claim needs attention. */
    reason: string;
    /** Customer, product, family of activities; of a reservation the activity and the subscription. */
    about: string;
    /** All claims that have reserved the unit, or that ask for the subject. */
    claimIds: string[];
    /** The claims that have taken the subject, whosever they are. `partnerName` is missing if the claim is. */
    holders: { claimId: string; partnerName?: string; takenAt?: string }[];
  } & Retention
>;

/**
 * What the ledger and the reservations hold of one claim. Rows that wait for their time are found by reading their keys: one storage
 * request for every thousand such rows of all claims, as for the overview. All others are point reads.
 */
export const ledgerOfClaim = async (deps: Deps, ref: ClaimRef): Promise<LedgerRow[] | Problem> => {
  const claim = (await deps.claims.read(ref))?.claim;
  if (claim === undefined) return new Problem('claim-not-found');
  const { claimId } = ref;
  const { attention, unverified, retention, watch } = deps.ledger;
  const over = retentionOf(claim);
  const units = [...(claim.reservations ?? []), ...(claim.sharedReservations ?? [])];
  const [watched, needs, isUnverified, subjectRows, isRetained, reserved] = await Promise.all([
    watch.ofClaim(claimId),
    attention.ofClaim(claimId),
    unverified.has(claimId),
    readSubjects(deps, claim),
    over !== undefined && retention.has({ ...ref, ...over }),
    deps.claims.reservationsOf(ref, units),
  ]);
  const rows: LedgerRow[] = [
    ...watched.map(({ kind, dueAt, attempts, finding }) => {
      return { kind, key: ledgerKeys.watch(dueAt, claimId), dueAt, attempts, finding };
    }),
    ...(needs ? [{ kind: 'attention' as const, key: claimId, reason: needs.reason }] : []),
    ...(isUnverified ? [{ kind: 'unverified' as const, key: claimId }] : []),
    ...(await Promise.all(subjectRows.map((row) => subjectLine(deps, claim, row)))).flat(),
    ...reserved.map(({ key, unit, claimIds }) => ({ kind: 'reservation' as const, key, about: unit, claimIds })),
    ...(isRetained && over ? [{ kind: 'retention' as const, key: ledgerKeys.retention(over, claimId), ...over }] : []),
  ];
  const rank = ({ kind }: LedgerRow): number => ledgerRowKinds.indexOf(kind);
  return rows.toSorted((a, b) => rank(a) - rank(b));
};

/** A row of a subject of the claim: who asks for it, if the claim does; who holds it, even if others do. */
const subjectLine = async (deps: Deps, { id }: Claim, { subject, kind, entries }: SubjectRow): Promise<LedgerRow[]> => {
  const row = { kind, key: ledgerKeys.subject(subject, kind), about: subject };
  if (kind === 'holding') {
    const holders = await Promise.all(
      entries.map(async ({ partnerId, claimId, takenAt }) => {
        const record = (await deps.claims.read({ partnerId, claimId }))?.claim;
        return { claimId, ...(record && { partnerName: record.partnerName }), ...(takenAt && { takenAt }) };
      }),
    );
    return [{ ...row, holders }];
  }
  const claimIds = entries.map(({ claimId }) => claimId);
  return claimIds.includes(id) ? [{ ...row, claimIds }] : [];
};
