import { beforeEach, describe, expect, test } from 'vitest';
import { watchedOf } from '../../../src/domain/claim.ts';
import { createLedger, type Ledger } from '../../../src/storage/ledger/ledger.ts';
import type { SubjectRow } from '../../../src/storage/ledger/subject-rows.ts';
import { submittedRecord } from '../../support/claims/records.ts';
import { memoryRows, memoryTable } from '../../support/memory/memory-table.ts';

/** Rows of the ledger that two writers change at the same time. */

const claim = watchedOf(submittedRecord());
const dueAt = '2026-11-24T12:00:00.000Z';
const directoryId = '0a1b2c3d-0000-4000-8000-000000000001';
const rowOf = (claimId: string, etag?: string): SubjectRow => ({
  subject: `${directoryId}|power-bi|presales`,
  kind: 'holding',
  entries: [{ partnerId: 'partner', claimId, covers: 'all' }],
  ...(etag === undefined ? {} : { etag }),
});

let ledger: Ledger;
beforeEach(() => {
  ledger = createLedger(memoryTable(memoryRows(), async () => undefined));
});

const take = (row: SubjectRow) => ledger.writeSubjects(claim, [row], { to: [dueAt] });
/** The row of the subject as it is stored. */
const stored = async (): Promise<SubjectRow & { etag: string }> => {
  const [row] = await ledger.subjects.ofCustomer(directoryId);
  if (row?.etag === undefined) throw new Error('The subject has no row.');
  return { ...row, etag: row.etag };
};
const holder = async (): Promise<string[]> => (await stored()).entries.map(({ claimId }) => claimId);

describe('A subject', () => {
  test('that was free goes to the first who takes it, and the other writes nothing', async () => {
    expect(await take(rowOf('first'))).toBe('written');
    expect(await take(rowOf('second'))).toBe('stale');
    expect(await holder()).toEqual(['first']);
  });

  test('that is held goes to the first who takes it over', async () => {
    await take(rowOf('holder'));
    const { etag } = await stored();
    expect(await take(rowOf('first', etag))).toBe('written');
    expect(await take(rowOf('second', etag))).toBe('stale');
    expect(await holder()).toEqual(['first']);
  });

  test('is not given back over a claim that took it meanwhile', async () => {
    await take(rowOf('holder'));
    const known = await stored();
    await take(rowOf('first', known.etag));
    expect(await ledger.subjects.replace({ ...known, ...rowOf('former') })).toBe('stale');
    expect(await holder()).toEqual(['first']);
  });

  test('does not become free for a claim that was not there when its row was read', async () => {
    await take(rowOf('holder'));
    const known = await stored();
    await take(rowOf('first', known.etag));
    expect(await ledger.subjects.replace({ ...known, entries: [] })).toBe('stale');
    expect(await holder()).toEqual(['first']);
  });
});

test('a row that a later change needs again is not removed by the change before', async () => {
  await ledger.watch.add(claim, { kind: 'step', dueAt });
  const etag = (await ledger.watch.etagOf(claim.claimId, dueAt)) ?? '';
  await ledger.watch.add(claim, { kind: 'step', dueAt });
  await ledger.watch.removeUnchanged(claim.claimId, dueAt, etag);
  expect(await ledger.watch.ofClaim(claim.claimId)).toHaveLength(1);
});
