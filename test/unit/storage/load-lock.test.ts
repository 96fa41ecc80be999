import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createLoadLock } from '../../../src/storage/load-lock.ts';
import { memoryRows, memoryTable } from '../../support/memory/memory-table.ts';

/** Two instances of the app with one lock. */
const world = () => {
  let time = Date.parse('2026-11-24T12:00:00.000Z');
  const rows = memoryRows();
  // Each call gives way to those of the other instance.
  const lock = () =>
    createLoadLock(
      memoryTable(rows, async () => {
        await turn();
      }),
      () => new Date(time),
    );
  return {
    one: lock(),
    other: lock(),
    rows: rows.rows,
    laterBy: (ms: number) => {
      time += ms;
    },
  };
};

test('of two loads that find the lock of one that was cut off, one runs after the other', async () => {
  const { one, other, rows } = world();
  const cutOff = { partitionKey: 'lock', rowKey: 'load', until: '2026-11-24T11:00:00.000Z', etag: '0' };
  rows.set('lock\nload', cutOff);
  let running = 0;
  let most = 0;
  const load = async () => {
    running += 1;
    most = Math.max(most, running);
    for (let at = 0; at < 10; at += 1) await turn();
    running -= 1;
  };
  await Promise.all([one(load), other(load)]);
  expect(most).toBe(1);
  expect(rows.size).toBe(0);
});

test('a load that took so long that another one began leaves the lock to that one', async () => {
  const { one, other, rows, laterBy } = world();
  const [begun, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let second: Promise<unknown> | undefined;
  await one(async () => {
    laterBy(3_600_000);
    second = other(async () => {
      begun.resolve();
      await end.promise;
    });
    await begun.promise;
  });
  expect(rows.size).toBe(1);
  end.resolve();
  await second;
  expect(rows.size).toBe(0);
});
