import { TableClient } from '@azure/data-tables';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Claim } from '../../../src/domain/claim.ts';
import { appendHistory } from '../../../src/domain/history.ts';
import { newClaimId } from '../../../src/domain/ids.ts';
import type { StoredClaim } from '../../../src/storage/claims/claim-rows.ts';
import { type ClaimStore, createClaimStore } from '../../../src/storage/claims/claim-store.ts';
import { completeRecord } from '../../support/claims/records.ts';
import { startSeededStorage } from '../../support/stack/seeded-storage.ts';

let stop: () => Promise<void>;
let table: TableClient;
let store: ClaimStore;
beforeAll(async () => {
  const storage = await startSeededStorage();
  stop = storage.stop;
  table = TableClient.fromConnectionString(storage.connectionString, 'claims', { allowInsecureConnection: true });
  await table.createTable();
  store = createClaimStore(table);
});
afterAll(() => stop());

const actor = completeRecord().createdBy;

/** The change of a claim that gives it another name. */
const renamed = (before: StoredClaim, name: string, via: ClaimStore = store) => {
  const { head, entries } = appendHistory(
    before.claim.history,
    [{ actor, event: 'edited', from: 'draft', to: 'draft' }],
    before.claim.updatedAt,
  );
  const [first] = entries;
  if (first === undefined) throw new Error('An edit has an entry.');
  const claim: Claim = { ...before.claim, name, version: before.claim.version + 1, history: head };
  return via.save({ before, claim, entries: [first] });
};

const stored = async (): Promise<StoredClaim> => {
  const claim = completeRecord({ id: newClaimId(new Date(), (size) => crypto.getRandomValues(new Uint8Array(size))) });
  const { head, entries } = appendHistory(
    claim.history,
    [{ actor, event: 'created', from: null, to: 'draft' }],
    claim.createdAt,
  );
  const [first] = entries;
  if (first === undefined) throw new Error('A creation has an entry.');
  return success(await store.save({ claim: { ...claim, history: head }, entries: [first] }));
};

const success = (saved: Awaited<ReturnType<ClaimStore['save']>>): StoredClaim => {
  if (typeof saved === 'string' || !('claim' in saved)) throw new Error(`Not saved: ${JSON.stringify(saved)}`);
  return saved;
};

const refOf = ({ claim }: StoredClaim) => ({ partnerId: claim.partnerId, claimId: claim.id });

test('a write answers with the ETag that storage has, so that the next write of the same turn is guarded by it', async () => {
  const created = await stored();
  expect(created.etag).toBe((await store.read(refOf(created)))?.etag);
  const second = success(await renamed(created, 'Second'));
  expect(second.etag).toBe((await store.read(refOf(created)))?.etag);
  expect(second.etag).not.toBe(created.etag);
  expect(await store.currentEtag(refOf(second))).toBe(second.etag);
});

test('every write of a claim’s row asks for the ETag that was read', async () => {
  const created = await stored();
  const asked: unknown[] = [];
  const watched = Object.assign(Object.create(table) as TableClient, {
    submitTransaction: (actions: Parameters<TableClient['submitTransaction']>[0]) => {
      for (const [, row, , options] of actions) {
        if (row.rowKey === `c|${created.claim.id}`) asked.push((options as { etag?: string } | undefined)?.etag);
      }
      return table.submitTransaction(actions);
    },
  });
  const second = success(await renamed(created, 'Second', createClaimStore(watched)));
  await renamed(second, 'Third', createClaimStore(watched));
  expect(asked).toEqual([created.etag, second.etag]);
});

test('a write with the ETag of an older version changes nothing', async () => {
  const created = await stored();
  await renamed(created, 'Second');
  expect(await renamed(created, 'Late')).toBe('stale');
  expect((await store.read(refOf(created)))?.claim.name).toBe('Second');
});

test('a write whose answer was lost answers with what stands now, when someone has changed the claim since', async () => {
  const created = await stored();
  // Storage carries the write out, someone changes the claim, and the client library tries again what got no answer.
  const losing = Object.assign(Object.create(table) as TableClient, {
    submitTransaction: async (actions: Parameters<TableClient['submitTransaction']>[0]) => {
      await table.submitTransaction(actions);
      const mine = await store.read(refOf(created));
      if (mine) await renamed(mine, 'By somebody else');
      return table.submitTransaction(actions);
    },
  });
  const saved = success(await renamed(created, 'Mine', createClaimStore(losing)));
  const now = await store.read(refOf(created));
  expect(saved.claim.name).toBe('By somebody else');
  expect(saved.etag).toBe(now?.etag);
});
