import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allPairs,
  applied,
  type Known,
  type ModelClaim,
  modelClaim,
  type Operation,
  operations,
  type Pair,
  type Seen,
  serialOutcomes,
} from '../support/claim-model.ts';
import { runs } from '../support/runs.ts';

type Store = { claim: ModelClaim };
/** One step of a sender; true when it has its answer. */
type Sender = { step: () => boolean; succeeded: () => boolean };

/** A sender as `change-claim.ts` is one: reads, decides, writes if nobody was faster, else begins again. */
const senderOf = (store: Store, operation: Operation, known: Known): Sender => {
  let read: ModelClaim | undefined;
  let succeeded = false;
  return {
    step: () => {
      if (read === undefined) {
        read = store.claim;
        return false;
      }
      const before = read;
      read = undefined;
      const after = applied(before, operation, known);
      succeeded = after !== undefined;
      if (after === undefined || after === before) return true;
      if (store.claim.version !== before.version) return false;
      store.claim = after;
      return true;
    },
    succeeded: () => succeeded,
  };
};

/** Both at once: `turns` says whose step is next, for as long as both have some left. */
const atOnce = (start: ModelClaim, pair: Pair, turns: boolean[]): Seen => {
  const store: Store = { claim: start };
  const senders = [senderOf(store, pair[0], start), senderOf(store, pair[1], start)] as const;
  const done: [boolean, boolean] = [false, false];
  for (const second of [...turns, ...Array.from({ length: 12 }, (_, index) => index % 2 === 1)]) {
    const who = second ? 1 : 0;
    if (!done[who]) done[who] = senders[who].step();
  }
  expect(done).toEqual([true, true]);
  const { status, entries } = store.claim;
  return { status, entries, succeeded: [senders[0].succeeded(), senders[1].succeeded()] };
};

/** A claim after any life at all, of which nothing is recent and nothing recorded yet. */
const anyLife = fc.array(fc.constantFrom(...operations), { maxLength: 12 }).map((steps) => {
  const lived = steps.reduce((claim, step) => applied(claim, step, claim) ?? claim, modelClaim('draft'));
  return { ...lived, entries: [] };
});
const pairs = fc.tuple(fc.constantFrom(...operations), fc.constantFrom(...operations));
const turns = fc.array(fc.boolean(), { maxLength: 12 });

describe('Two operations on one claim at once', () => {
  test('end as one of the two orders would, whatever the claim, the operations and the interleaving', () => {
    fc.assert(
      fc.property(anyLife, pairs, turns, (start, pair, order) => {
        expect(serialOutcomes(start, pair)).toContainEqual(atOnce(start, pair, order));
      }),
      { numRuns: runs(200) },
    );
  });

  test('never record two final outcomes of a request that waits', () => {
    for (const pair of allPairs) {
      for (const { entries } of serialOutcomes(modelClaim('submitted'), pair)) {
        const outcomes = entries.filter((entry) => /approved|declined|withdrawn|expired/.test(entry));
        expect(outcomes.length).toBeLessThanOrEqual(1);
      }
    }
  });

  test('leave no answer to a link that was replaced', () => {
    for (const replacing of ['resend', 'change-contact'] as const) {
      for (const answer of ['approve', 'decline'] as const) {
        const outcomes = serialOutcomes(modelClaim('submitted'), [replacing, answer]);
        expect(outcomes.map(({ succeeded }) => succeeded)).toEqual([
          [true, false],
          [false, true],
        ]);
      }
    }
  });
});
