import type { Claim } from '../../src/domain/claim.ts';
import { blobIdOf } from '../../src/domain/proof/poe-file.ts';
import { overlaps, type SubjectEntry, subjectsOf } from '../../src/domain/reservation/subject.ts';
import { retentionOf } from '../../src/domain/retention/retention.ts';
import { claimSummary } from '../../src/domain/view/claim-summary.ts';
import { rowKeys, unitsIn } from '../../src/storage/claims/claim-rows.ts';
import { headingsOf } from '../../src/storage/claims/index-keys.ts';
import { ledgerKeys } from '../../src/storage/ledger/ledger-keys.ts';
import { fromColumns } from '../../src/storage/table/text-columns.ts';
import { type Check, check } from './checks.ts';
import type { Evidence } from './evidence.ts';

type SubjectRow = { subject: string; kind: string; entries: SubjectEntry[] };

const subjectRows = ({ ledger }: Evidence): SubjectRow[] =>
  ledger
    .filter(({ rowKey }) => /^s\|/.test(rowKey))
    .map((row) => {
      const at = row.rowKey.lastIndexOf('|');
      // The cast: what the app wrote.
      const entries = JSON.parse(fromColumns(row)) as SubjectEntry[];
      return { subject: row.rowKey.slice(2, at), kind: row.rowKey.slice(at + 1), entries };
    });

const without = (all: Set<string>, others: Set<string>): string[] => [...all].filter((one) => !others.has(one));

/** Claims of which both cannot be approved, as pairs. */
const rivals = (approved: Claim[]): string[] => {
  const held = approved.flatMap((claim) => subjectsOf(claim).map((subject) => ({ claim, ...subject })));
  return [...Map.groupBy(held, ({ key }) => key).values()].flatMap((holders) =>
    holders.flatMap((one, at) =>
      holders
        .slice(at + 1)
        .filter((other) => other.claim.id !== one.claim.id && overlaps(one.covers, other.covers))
        .map((other) => `${one.key} has two holders: ${one.claim.id} and ${other.claim.id}`),
    ),
  );
};

/** Whether the rows of subjects name the claims that they ought to: `missing` and `extra` ones. */
const checkSubjects = (evidence: Evidence, kind: string, belongs: (claim: Claim) => boolean): Check => {
  const found = new Set(
    subjectRows(evidence)
      .filter((row) => row.kind === kind)
      .flatMap(({ subject, entries }) => entries.map(({ claimId }) => `${subject} ${claimId}`)),
  );
  const wanted = new Set(
    evidence.claims.filter(belongs).flatMap((claim) => subjectsOf(claim).map(({ key }) => `${key} ${claim.id}`)),
  );
  return {
    what: `rows of who is ${kind} agree with the records`,
    count: wanted.size,
    failures: [
      ...without(wanted, found).map((row) => `missing: ${row}`),
      ...without(found, wanted).map((row) => `too many: ${row}`),
    ],
  };
};

/** Keys of the rows that the records ask for, with the partition. */
const wantedRows = ({ claims, headings }: Evidence): Set<string> =>
  new Set(
    claims.flatMap((claim) => [
      ...(headings.get(claim.id) ?? []).map((heading) => `${claim.partnerId} ${heading}|${claim.id}`),
      ...unitsIn(claim).map((unit) => `${claim.partnerId} ${rowKeys.reservation(unit)}`),
    ]),
  );

const namesInReservation = (row: Record<string, unknown>): string[] =>
  row.sharedBy === undefined ? [String(row.claimId)] : (JSON.parse(String(row.sharedBy)) as string[]);

/** When the bytes of a file were stored, and what happened to its claim. */
const lifeOf = ({ blobs, histories }: Evidence, blob: string): string => {
  const events = histories.get(blob.split('/')[1] ?? '') ?? [];
  return [`stored ${blobs.get(blob)}`, ...events.map(({ event, at }) => `${event} ${at}`)].join(', ');
};

/** Rows that lists and later claims are found by, the ledger, and the files. */
export const checkRows = (evidence: Evidence): Check[] => {
  const { claims, otherRows, ledger, blobs, headings } = evidence;
  const approved = claims.filter(({ status }) => status === 'approved');
  const wanted = wantedRows(evidence);
  // Saved answers stay for as long as their claim; a shared row that nobody is in stays too.
  const derived = otherRows.filter(
    (row) => !row.rowKey.startsWith('k|') && !(row.rowKey.startsWith('r|') && namesInReservation(row).length === 0),
  );
  const found = new Set(derived.map(({ partitionKey, rowKey }) => `${partitionKey} ${rowKey}`));
  const entered = new Set(
    claims.flatMap(({ partnerId, id, poe }) => poe.map((file) => `${partnerId}/${id}/${blobIdOf(file)}`)),
  );
  const stored = new Set(blobs.keys());
  // What an upload that was cut off left on a draft goes with the draft's purge, which is years away.
  const drafts = new Set(claims.filter(({ submittedAt }) => submittedAt === undefined).map(({ id }) => id));
  const unsubmitted = [...stored].filter((blob) => drafts.has(blob.split('/')[1] ?? ''));
  const watched = new Set(ledger.filter(({ rowKey }) => /^\d/.test(rowKey)).map(({ claimId }) => claimId));
  return [
    { what: 'products have one partner of record', count: approved.length, failures: rivals(approved) },
    checkSubjects(evidence, 'holding', ({ status }) => status === 'approved'),
    checkSubjects(evidence, 'asking', ({ status }) => status === 'submitted' || status === 'approved'),
    {
      what: 'index and reservation rows agree with the records',
      count: wanted.size,
      failures: [
        ...without(wanted, found).map((row) => `missing: ${row}`),
        ...without(found, wanted).map((row) => `too many: ${row}`),
      ],
    },
    check('claims are found by what they are', claims, (claim) => {
      const { copies, pointers } = headingsOf(claimSummary(claim), claim.customerContact?.email);
      const missing = [...copies, ...pointers].filter((heading) => !headings.get(claim.id)?.includes(heading));
      return missing.length === 0 ? undefined : `${claim.id} has no row ${missing.join(', ')}`;
    }),
    check(
      'reservations name claims that have them',
      otherRows.filter(({ rowKey }) => rowKey.startsWith('r|')),
      (row) => {
        const wrong = namesInReservation(row).filter((claimId) => {
          const claim = claims.find(({ id }) => id === claimId);
          return claim === undefined || !unitsIn(claim).includes(row.rowKey.slice(2));
        });
        return wrong.length === 0 ? undefined : `${row.rowKey} names ${wrong.join()}`;
      },
    ),
    {
      what: 'files have one entry each, and entries one file',
      count: stored.size,
      failures: [
        ...without(stored, new Set([...entered, ...unsubmitted])).map(
          (blob) => `no entry: ${blob}, ${lifeOf(evidence, blob)}`,
        ),
        ...without(entered, stored).map((blob) => `no bytes: ${blob}`),
      ],
    },
    check(
      'rows of the ledger are not due, and of no claim in flight',
      ledger.filter(({ rowKey }) => /^\d/.test(rowKey)),
      ({ rowKey, kind, claimId }) =>
        kind !== 'step' && rowKey > evidence.now
          ? undefined
          : `${rowKey}: ${kind} of a claim that is ${claims.find(({ id }) => id === claimId)?.status ?? 'missing'}`,
    ),
    check(
      'claims that are over are in the ledger as such',
      // The row of a cancelled draft still has to come up.
      claims.filter((claim) => retentionOf(claim) !== undefined && !watched.has(claim.id)),
      (claim) => {
        const retention = retentionOf(claim);
        const key = retention && ledgerKeys.retention(retention, claim.id);
        return ledger.some(({ rowKey }) => rowKey === key) ? undefined : `no row ${key}`;
      },
    ),
  ];
};
