import { expect, test } from 'vitest';
import type { Workflow } from '../../../src/claims/deps.ts';
import { reconcile } from '../../../src/claims/reconciler/reconcile.ts';
import { createLedger } from '../../../src/storage/ledger/ledger.ts';
import { waitingRecord } from '../../support/claims/records.ts';
import { depsFor, memoryClaims } from '../../support/memory/memory-claims.ts';
import { memoryRows, memoryTable } from '../../support/memory/memory-table.ts';

const now = new Date('2026-11-24T12:00:00.000Z');
const hour = 3_600_000;

/** One run with `due` rows of claims that are gone, and `later` rows that are not due. */
const run = async (due: number, later: number) => {
  const store = memoryRows();
  let calls = 0;
  const table = memoryTable(store, async ({ at }) => {
    if (at === 'before') calls += 1;
  });
  const ledger = createLedger(table);
  const add = (claimId: string, at: number) =>
    ledger.watch.add(
      { claimId, partnerId: 'partner', status: 'submitted' },
      { kind: 'step', dueAt: new Date(at).toISOString() },
    );
  for (let number = 0; number < due; number += 1) await add(`due-${number}`, now.getTime() - hour);
  for (let number = 0; number < later; number += 1) await add(`later-${number}`, now.getTime() + number * hour);
  calls = 0;
  let read = 0;
  const claims = {
    ...memoryClaims(waitingRecord()),
    read: async () => {
      read += 1;
      return undefined;
    },
  };
  await reconcile(depsFor(claims, now, { ledger, log: () => undefined }), {} as Workflow);
  return { calls, read, left: store.rows.size };
};

test('a run of the reconciler costs what is due, however many claims wait in the same partition', async () => {
  const alone = await run(3, 0);
  expect(alone).toEqual({ calls: 4, read: 3, left: 0 });
  expect(await run(3, 5000)).toEqual({ ...alone, left: 5000 });
});
