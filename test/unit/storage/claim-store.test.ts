import type { TableClient } from '@azure/data-tables';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/domain/claim.ts';
import { refOf } from '../../../src/domain/claim.ts';
import { appendHistory } from '../../../src/domain/history.ts';
import { rowKeys, type StoredClaim } from '../../../src/storage/claims/claim-rows.ts';
import { type ClaimStore, createClaimStore } from '../../../src/storage/claims/claim-store.ts';
import { completeRecord } from '../../support/claims/records.ts';
import { memoryRows, memoryTable } from '../../support/memory/memory-table.ts';

/** What two writers of the same rows do to each other. */

const partnerId = completeRecord().partnerId;
const [mine, theirs, third] = ['ca-zyh2k9q0p-4m7k2x9a', 'ca-zyh2k9q0p-5m7k2x9a', 'ca-zyh2k9q0p-6m7k2x9a'];
const unit = 'customer|power-bi|-|presales';
const { createdBy: actor } = completeRecord();

/** A claims table. `meanwhile` runs once, right before the next transaction takes effect. */
const world = () => {
  const rows = memoryRows();
  const table = memoryTable(rows, async () => undefined);
  let meanwhile: (() => Promise<unknown>) | undefined;
  const delayed = Object.assign(Object.create(table) as TableClient, {
    submitTransaction: async (actions: Parameters<TableClient['submitTransaction']>[0]) => {
      const act = meanwhile;
      meanwhile = undefined;
      await act?.();
      return table.submitTransaction(actions);
    },
  });
  const store = createClaimStore(delayed);
  /** The claims that the unit's row names. */
  const reservedIn = (): unknown => {
    const row = rows.rows.get(`${partnerId}\n${rowKeys.reservation(unit)}`);
    return row && (row.sharedBy === undefined ? row.claimId : JSON.parse(String(row.sharedBy)));
  };
  const put = (rowKey: string, row: object) =>
    table.upsertEntity({ partitionKey: partnerId, rowKey, ...row }, 'Replace');
  return { table, store, reservedIn, put, beforeWrite: (act: () => Promise<unknown>) => (meanwhile = act) };
};

type Saving = { before?: StoredClaim; answer?: Parameters<ClaimStore['save']>[0]['answer'] };

/** Saves a claim that is new, or a change of one that was read. */
const save = (store: ClaimStore, changes: Partial<Claim>, { before, answer }: Saving = {}) => {
  const base = before?.claim ?? completeRecord();
  const { head, entries } = appendHistory(
    base.history,
    [{ actor, event: before ? 'edited' : 'created', from: before ? 'draft' : null, to: 'draft' }],
    base.updatedAt,
  );
  const claim = { ...base, ...changes, version: base.version + 1, history: head };
  return store.save({ ...(before ? { before } : {}), ...(answer ? { answer } : {}), claim, entries });
};

const saved = async (saving: ReturnType<typeof save>): Promise<StoredClaim> => {
  const result = await saving;
  if (typeof result === 'string' || !('claim' in result)) throw new Error(`Not saved: ${JSON.stringify(result)}`);
  return result;
};

describe('An Idempotency-Key', () => {
  test('keeps its first answer: nothing else is written under it', async () => {
    const { store } = world();
    const answer = { key: 'one', requestHash: 'a', status: 201, headers: {}, body: '{}' };
    const before = await saved(save(store, { id: mine }, { answer }));
    expect(await save(store, {}, { before, answer: { ...answer, requestHash: 'b' } })).toBe('key-used');
    expect((await store.savedAnswer(partnerId, 'one'))?.requestHash).toBe('a');
    expect((await store.read(refOf(before.claim)))?.claim.version).toBe(before.claim.version);
  });
});

describe('A claim that is being purged', () => {
  test('is not read any more', async () => {
    const { store, table } = world();
    const { claim } = await saved(save(store, { id: mine }));
    await table.updateEntity({ partitionKey: partnerId, rowKey: rowKeys.claim(mine), purging: true }, 'Merge');
    expect(await store.read(refOf(claim))).toBeUndefined();
  });

  test('is only one that has not changed since it was read', async () => {
    const { store } = world();
    const before = await saved(save(store, { id: mine }));
    await saved(save(store, { name: 'Changed' }, { before }));
    expect(await store.purge(refOf(before.claim), before)).toBe(false);
    expect((await store.read(refOf(before.claim)))?.claim.name).toBe('Changed');
  });
});

describe('A unit', () => {
  const alone = { reservations: [unit] };
  const refused = { reservedBy: new Map([[unit, [mine]]]) };

  test('that another claim has reserved refuses the next one', async () => {
    const { store, reservedIn } = world();
    await saved(save(store, { id: mine, ...alone }));
    expect(await save(store, { id: theirs, ...alone })).toEqual(refused);
    expect(reservedIn()).toBe(mine);
  });

  test('is free when the claim that its row names is gone', async () => {
    const { store, put, reservedIn } = world();
    await put(rowKeys.reservation(unit), { claimId: theirs });
    await saved(save(store, { id: mine, ...alone }));
    expect(reservedIn()).toBe(mine);
  });

  test('of a claim that is gone goes to the faster of two', async () => {
    const { store, put, beforeWrite, reservedIn } = world();
    await put(rowKeys.reservation(unit), { claimId: third });
    // The first attempt finds the row; the second one replaces it, if it is still the same.
    beforeWrite(async () => beforeWrite(() => saved(save(store, { id: mine, ...alone }))));
    expect(await save(store, { id: theirs, ...alone })).toEqual(refused);
    expect(reservedIn()).toBe(mine);
  });

  test('stays with a claim that cannot be read', async () => {
    const { store, put } = world();
    await saved(save(store, { id: mine, ...alone }));
    await put(rowKeys.claim(mine), { doc0: '{"status":"of-another-build"}' });
    expect(await save(store, { id: theirs, ...alone })).toEqual(refused);
  });

  test('is not released by a claim that had lost it to another', async () => {
    const { store, put, reservedIn } = world();
    const before = await saved(save(store, { id: mine, ...alone }));
    await put(rowKeys.reservation(unit), { claimId: theirs });
    await saved(save(store, { reservations: [] }, { before }));
    expect(reservedIn()).toBe(theirs);
  });

  test('that is shared has all claims that join it, also at the same moment', async () => {
    const { store, beforeWrite, reservedIn } = world();
    const shared = { sharedReservations: [unit] };
    await saved(save(store, { id: mine, ...shared }));
    // The first attempt finds the row; before the second one writes, another claim joins.
    beforeWrite(async () => beforeWrite(() => saved(save(store, { id: theirs, ...shared }))));
    await saved(save(store, { id: third, ...shared }));
    expect(reservedIn()).toEqual([mine, theirs, third]);
  });

  test('that is shared is not reserved alone', async () => {
    const { store } = world();
    await saved(save(store, { id: mine, sharedReservations: [unit] }));
    expect(await save(store, { id: theirs, ...alone })).toEqual(refused);
  });
});
