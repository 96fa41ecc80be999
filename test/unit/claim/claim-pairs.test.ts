import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { changeClaim, type Recorded } from '../../../src/claims/change-claim.ts';
import { type Claim, refOf } from '../../../src/domain/claim.ts';
import { Problem } from '../../../src/lib/result.ts';
import {
  allPairs,
  applied,
  type ModelClaim,
  modelClaim,
  type Operation,
  operations,
  type Pair,
  type Seen,
  serialOutcomes,
} from '../../support/claims/claim-model.ts';
import { submittedRecord } from '../../support/claims/records.ts';
import { runs } from '../../support/claims/runs.ts';
import { depsFor, memoryClaims } from '../../support/memory/memory-claims.ts';

// The pause before another try: here the scheduler of the property says who is next.
vi.mock('node:timers/promises', () => ({ setTimeout: async () => undefined }));

/** A stored claim that has in it what the model knows of it. */
type Modelled = Claim & { model: ModelClaim };
const modelOf = (claim: Claim): ModelClaim => (claim as Modelled).model;

const isVersioned = (operation: Operation): boolean => operation === 'edit' || operation === 'cancel';

/** Decides as the model does, but leaves it to `changeClaim` to compare versions and to decide again when overtaken. */
const decision =
  (operation: Operation, { link }: ModelClaim) =>
  (claim: Claim) => {
    const before = modelOf(claim);
    const after = applied(before, operation, { link, version: before.version });
    if (after === undefined) return new Problem('action-not-allowed');
    if (after === before) return 'unchanged' as const;
    const [kind, event] = after.entries.at(-1)?.split(' ') ?? [];
    // The cast: the model names actors and events as the app does.
    const entry = { actor: { kind }, event } as Recorded;
    const changed: Modelled = { ...claim, status: after.status, model: after };
    return { claim: changed, entries: [entry] as [Recorded] };
  };

/** Both at once, in an order of reads and writes that the scheduler chooses. */
const atOnce = async (start: ModelClaim, pair: Pair, scheduler: fc.Scheduler): Promise<Seen> => {
  const record: Modelled = { ...submittedRecord({ status: start.status, version: start.version }), model: start };
  const claims = memoryClaims(record);
  const deps = depsFor(
    { read: scheduler.scheduleFunction(claims.read), save: scheduler.scheduleFunction(claims.save) },
    new Date('2026-11-20T10:00:00.000Z'),
  );
  const send = async (operation: Operation): Promise<boolean> => {
    const options = isVersioned(operation) ? { ifVersion: start.version } : {};
    await scheduler.schedule(Promise.resolve());
    return !((await changeClaim(deps, refOf(record), decision(operation, start), options)) instanceof Problem);
  };
  const succeeded = await scheduler.waitFor(Promise.all([send(pair[0]), send(pair[1])]));
  const { claim } = await claims.read();
  return { status: claim.status, entries: claims.entries(), succeeded };
};

/** A claim after any life at all, of which nothing is recent and nothing recorded yet. */
const anyLife = fc.array(fc.constantFrom(...operations), { maxLength: 12 }).map((steps) => {
  const lived = steps.reduce((claim, step) => applied(claim, step, claim) ?? claim, modelClaim('draft'));
  return { ...lived, entries: [] };
});
const pairs = fc.tuple(fc.constantFrom(...operations), fc.constantFrom(...operations));

describe('Two operations on one claim at once', () => {
  test('end as one of the two orders would, whatever the claim, the operations and the interleaving', async () => {
    await fc.assert(
      fc.asyncProperty(anyLife, pairs, fc.scheduler(), async (start, pair, scheduler) => {
        expect(serialOutcomes(start, pair)).toContainEqual(await atOnce(start, pair, scheduler));
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
