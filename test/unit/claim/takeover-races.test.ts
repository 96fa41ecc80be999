import { describe, expect, test, vi } from 'vitest';
import { isApproving } from '../../../src/domain/claim-state.ts';
import { createHolderWorld, type Operation } from '../../support/memory/holder-world.ts';
import type { Step } from '../../support/memory/memory-table.ts';

// Pauses before another try: whoever waits for another approval has waited long enough at once.
vi.mock('node:timers/promises', () => ({ setTimeout: async () => undefined }));

/** Two partners ask for the same product of one customer. The cases that the model of holders meets by chance, one by one. */
const world = async () => {
  const { run, heal, faults, disagreements, records } = createHolderWorld();
  const act = (operation: Operation, claim: number, { stale = false, step }: { stale?: boolean; step?: Step } = {}) =>
    run({ operation, partner: claim, target: operation === 'submit' ? 0 : claim, stale }, step);
  await act('submit', 0);
  await act('submit', 1);
  return {
    act,
    heal,
    records,
    /** What became of both claims, and what is wrong. */
    state: () => {
      const partner = (name: string) => records().find(({ partnerName }) => partnerName === name)?.status;
      return { claims: [partner('Partner 0'), partner('Partner 1')], wrong: [...faults, ...disagreements()] };
    },
  };
};

/** Stops a process before its write number `at`; `stopped` resolves then, and `goOn` lets it continue. */
const pausing = (at: number) => {
  const [stopped, resumed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let writes = 0;
  const step: Step = async ({ write, at: when }) => {
    if (!write || when !== 'before') return;
    writes += 1;
    if (writes !== at) return;
    stopped.resolve();
    await resumed.promise;
  };
  return { step, stopped: stopped.promise, goOn: resumed.resolve };
};
/** An approval writes what it takes first, then the record. */
const record = 2;

describe('An approval', () => {
  test('takes over from the partner that its page named, whose association ends first', async () => {
    const { act, state } = await world();
    await act('approve', 1);
    await act('approve', 0);
    expect(state()).toEqual({ claims: ['approved', 'ended'], wrong: [] });
  });

  test('does not displace a partner that its page did not name', async () => {
    const { act, state } = await world();
    await act('approve', 1);
    await act('approve', 0, { stale: true });
    expect(state()).toEqual({ claims: ['submitted', 'approved'], wrong: [] });
  });

  test('by silence displaces no one', async () => {
    const { act, state } = await world();
    await act('approve', 1);
    await act('silence', 0);
    expect(state()).toEqual({ claims: ['expired', 'approved'], wrong: [] });
  });

  test('is completed although the former association ended by itself meanwhile', async () => {
    const { act, heal, records, state } = await world();
    await act('approve', 1);
    const dying: Step = async () => {
      if (records().some(isApproving)) throw new Error('Died.');
    };
    // The answer is on the record, so the failure of what follows is not the customer's.
    await act('approve', 0, { step: dying }).catch(() => undefined);
    await act('end', 1);
    await heal();
    expect(state()).toEqual({ claims: ['approved', 'ended'], wrong: [] });
  });

  test('that stood still does not come after its subject went to another', async () => {
    const { act, state } = await world();
    const { step, stopped, goOn } = pausing(record);
    const slow = act('approve', 0, { step });
    await stopped;
    await act('approve', 1);
    goOn();
    await slow;
    expect(state()).toEqual({ claims: ['submitted', 'approved'], wrong: [] });
  });

  test('that stood still takes again what the reconciler gave back meanwhile', async () => {
    const { act, heal, state } = await world();
    const { step, stopped, goOn } = pausing(record);
    const slow = act('approve', 0, { step });
    await stopped;
    await heal();
    goOn();
    await slow;
    expect(state()).toEqual({ claims: ['approved', 'submitted'], wrong: [] });
  });
});

test('a second submission of a partner for the same stays a draft', async () => {
  const { act, state, records } = await world();
  await act('submit', 0);
  const mine = records().filter(({ partnerName }) => partnerName === 'Partner 0');
  expect(mine.map(({ status }) => status).toSorted()).toEqual(['draft', 'submitted']);
  expect(state().wrong).toEqual([]);
});
