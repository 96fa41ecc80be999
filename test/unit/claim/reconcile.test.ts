import { expect, test } from 'vitest';
import type { Deps, Workflow } from '../../../src/claims/deps.ts';
import { reconcile } from '../../../src/claims/reconciler/reconcile.ts';
import type { WatchRow } from '../../../src/storage/ledger/watch-rows.ts';

const due = new Date('2026-11-24T12:00:00.000Z');
const rowAt = (number: number): WatchRow => ({
  kind: 'step',
  dueAt: new Date(due.getTime() + number).toISOString(),
  partnerId: 'partner',
  claimId: `claim-${number}`,
  status: 'submitted',
  attempts: 0,
  finding: '',
});

/** A ledger in memory, and claims of which all but `claim-1500` cannot be read. */
const world = () => {
  let now = new Date(due.getTime() + 60_000);
  let rows = Array.from({ length: 1501 }, (_, number) => rowAt(number));
  const read: string[] = [];
  const deps = {
    now: () => now,
    graceSeconds: 120,
    log: () => undefined,
    poe: { removeAll: async () => undefined },
    claims: {
      read: async ({ claimId }: WatchRow) => {
        read.push(claimId);
        if (claimId !== 'claim-1500') throw new Error('Damaged.');
        return undefined;
      },
    },
    ledger: {
      watch: {
        overdue: async function* (before: string) {
          const found = rows.filter(({ dueAt }) => dueAt < before);
          yield* found.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
        },
        add: async (claim: WatchRow, row: Partial<WatchRow>) => {
          rows.push({ ...claim, ...row });
        },
        remove: async (claimId: string, dueAt: string) => {
          rows = rows.filter((row) => row.claimId !== claimId || row.dueAt !== dueAt);
        },
      },
    },
    // The cast: the reconciler uses no more of it for claims that cannot be read, or are gone.
  } as unknown as Deps;
  return {
    deps,
    read,
    rows: () => rows,
    minuteLater: () => {
      now = new Date(now.getTime() + 60_000);
    },
  };
};

test('a thousand claims that cannot be repaired keep no other from the reconciler, and are tried again ever more rarely', async () => {
  const { deps, read, rows, minuteLater } = world();
  const workflow = {} as Workflow;
  expect((await reconcile(deps, workflow)).failed).toBe(1000);
  minuteLater();
  expect(await reconcile(deps, workflow)).toMatchObject({ failed: 500, 'nothing-to-do': 1 });
  expect(read).toContain('claim-1500');
  expect(rows()).toHaveLength(1500);
  expect(new Set(rows().map(({ attempts }) => attempts))).toEqual(new Set([1]));

  minuteLater();
  minuteLater();
  await reconcile(deps, workflow);
  const again = rows().filter(({ attempts }) => attempts === 2);
  expect(again).toHaveLength(1000);
  expect(again[0]?.dueAt).toBe(new Date(due.getTime() + 240_000 + 240_000).toISOString());
});
