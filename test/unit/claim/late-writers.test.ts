import { expect, test, vi } from 'vitest';
import { type Command, createHolderWorld, type Operation } from '../../support/memory/holder-world.ts';
import type { Step } from '../../support/memory/memory-table.ts';

// Pauses before another try.
vi.mock('node:timers/promises', () => ({ setTimeout: async () => undefined }));

const command = (operation: Operation): Command => ({ operation, partner: 0, target: 0, stale: false });

/** Stops at the `write`th write until `go`; after that write the process is dead. */
const heldUp = (write: number) => {
  const arrived = Promise.withResolvers<boolean>();
  const going = Promise.withResolvers<void>();
  let writes = 0;
  let dead = false;
  const step: Step = async ({ write: isWrite, at }) => {
    if (dead) throw new Error('Dead.');
    if (!isWrite) return;
    if (at === 'before' && writes === write) {
      arrived.resolve(true);
      await going.promise;
    }
    if (at === 'after' && writes === write) dead = true;
    if (at === 'after') writes += 1;
    if (dead) throw new Error('Dead.');
  };
  return { step, arrived: arrived.promise, go: going.resolve };
};

/** Calls `act` once, after that many writes. */
const afterWrites = (wanted: number, act: () => Promise<void>) => {
  let writes = 0;
  const step: Step = async ({ write, at }) => {
    if (!write || at === 'before') return;
    writes += 1;
    if (writes === wanted) await act();
  };
  return { step, writes: () => writes };
};

/** What has to be there already. */
const before: [Operation, Operation[]][] = [
  ['submit', []],
  ['approve', ['submit']],
  ['decline', ['submit']],
  ['withdraw', ['submit']],
  ['end', ['submit', 'approve']],
  ['take-back', ['submit', 'approve']],
];

/**
 * Holds a process up at its `write`th write until the reconciler has made `until` writes, or has ended; then lets the reconciler look
 * again. How many writes it made; undefined when the process makes fewer.
 */
const race = async (operation: Operation, earlier: Operation[], { write, until }: { write: number; until: number }) => {
  const world = createHolderWorld();
  for (const each of earlier) await world.run(command(each));
  const { step, arrived, go } = heldUp(write);
  const running = world.run(command(operation), step).catch(() => undefined);
  if (!(await Promise.race([arrived, running]))) return undefined;
  const goOn = async () => {
    go();
    await running;
  };
  const reconciler = afterWrites(until, goOn);
  await world.heal(reconciler.step);
  await goOn();
  await world.heal();
  await world.heal();
  expect({ write, until, disagreements: world.disagreements() }).toEqual({ write, until, disagreements: [] });
  expect(world.faults).toEqual([]);
  return reconciler.writes();
};

test.each(before)(
  'a process that was held up at any write of %s until any write of the reconciler leaves nothing behind that is forgotten',
  async (operation, earlier) => {
    let reached = 0;
    for (let [write, until] = [0, 1]; write < 12; ) {
      const made = await race(operation, earlier, { write, until });
      if (made === undefined) break;
      reached += 1;
      // With fewer writes it had ended before the process went on.
      [write, until] = made < until ? [write + 1, 1] : [write, until + 1];
    }
    expect(reached).toBeGreaterThan(10);
  },
);
