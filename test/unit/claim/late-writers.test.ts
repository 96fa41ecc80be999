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

/** What has to be there already. */
const before: [Operation, Operation[]][] = [
  ['submit', []],
  ['approve', ['submit']],
  ['decline', ['submit']],
  ['withdraw', ['submit']],
  ['end', ['submit', 'approve']],
  ['take-back', ['submit', 'approve']],
];

test.each(before)(
  'a process that was held up at any write of %s until the reconciler had looked leaves nothing behind that is forgotten',
  async (operation, earlier) => {
    let reached = 0;
    for (let write = 0; write < 12; write += 1) {
      const world = createHolderWorld();
      for (const each of earlier) await world.run(command(each));
      const { step, arrived, go } = heldUp(write);
      const running = world.run(command(operation), step).catch(() => undefined);
      if (!(await Promise.race([arrived, running]))) break;
      reached += 1;
      await world.heal();
      go();
      await running;
      await world.heal();
      await world.heal();
      expect({ write, disagreements: world.disagreements() }).toEqual({ write, disagreements: [] });
      expect(world.faults).toEqual([]);
    }
    expect(reached).toBeGreaterThan(2);
  },
);
