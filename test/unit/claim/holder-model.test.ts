import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { runs } from '../../support/claims/runs.ts';
import { type Command, createHolderWorld, operations } from '../../support/memory/holder-world.ts';
import type { Step } from '../../support/memory/memory-table.ts';

// Pauses before another try: here the scheduler of the property says who is next.
vi.mock('node:timers/promises', () => ({ setTimeout: async () => undefined }));

const command: fc.Arbitrary<Command> = fc.record({
  operation: fc.oneof(
    { weight: 3, arbitrary: fc.constant('submit' as const) },
    { weight: 5, arbitrary: fc.constant('approve' as const) },
    { weight: 4, arbitrary: fc.constantFrom(...operations) },
  ),
  partner: fc.nat({ max: 4 }),
  target: fc.nat({ max: 30 }),
  stale: fc.boolean(),
});

/** Dies before or after its `write`th write. */
type Crash = { write: number; at: 'before' | 'after' };
const crash: fc.Arbitrary<Crash> = fc.record({ write: fc.nat({ max: 14 }), at: fc.constantFrom('before', 'after') });

class Died extends Error {}

/** The process dies at the given write: from then on nothing of it takes effect. */
const dying = (crash: Crash | undefined, gate: () => Promise<unknown>): Step => {
  let writes = 0;
  let dead = false;
  return async ({ write, at }) => {
    await gate();
    if (dead) throw new Died();
    if (crash && write && writes === crash.write && at === crash.at) dead = true;
    if (write && at === 'after') writes += 1;
    if (dead) throw new Died();
  };
};

const unlessDead = async (run: Promise<void>): Promise<void> => {
  try {
    await run;
  } catch (error) {
    if (!(error instanceof Died)) throw error;
  }
};

describe('The partner of record', () => {
  test('is one at every instant, and holder and claim agree after one run of the reconciler, whatever dies between two writes', async () => {
    const steps = fc.array(fc.record({ command, crash: fc.option(crash, { nil: undefined, freq: 2 }) }), {
      minLength: 5,
      maxLength: 25,
    });
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 6 }), async (all, healEvery) => {
        const world = createHolderWorld();
        for (const [index, { command, crash }] of all.entries()) {
          await unlessDead(
            world.run(
              command,
              dying(crash, async () => undefined),
            ),
          );
          world.tick();
          if (index % healEvery !== 0) continue;
          await world.heal();
          expect(world.disagreements()).toEqual([]);
        }
        await world.heal();
        expect(world.disagreements()).toEqual([]);
        expect(world.faults).toEqual([]);
      }),
      { numRuns: runs(60) },
    );
  });

  test('is one when several act at the same moment, in any order of their reads and writes, and some of them die', async () => {
    const round = fc.array(fc.record({ command, crash: fc.option(crash, { nil: undefined, freq: 4 }) }), {
      minLength: 2,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(round, { minLength: 2, maxLength: 6 }), async (scheduler, rounds) => {
        const world = createHolderWorld();
        for (const partner of [0, 1, 2]) await world.run({ operation: 'submit', partner, target: 0, stale: false });
        for (const commands of rounds) {
          const running = commands.map(({ command, crash }) =>
            unlessDead(
              world.run(
                command,
                dying(crash, () => scheduler.schedule(Promise.resolve())),
              ),
            ),
          );
          await scheduler.waitFor(Promise.all(running));
          world.tick();
        }
        await world.heal();
        expect(world.disagreements()).toEqual([]);
        expect(world.faults).toEqual([]);
      }),
      { numRuns: runs(60) },
    );
  });
});
