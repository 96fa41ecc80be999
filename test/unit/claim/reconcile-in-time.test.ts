import { expect, test } from 'vitest';
import type { Workflow } from '../../../src/claims/deps.ts';
import { reconcile } from '../../../src/claims/reconciler/reconcile.ts';
import { type Claim, watchedOf } from '../../../src/domain/claim.ts';
import type { Subscription } from '../../../src/domain/customer/subscriptions.ts';
import type { OrchestrationState } from '../../../src/domain/redrive.ts';
import type { WatchKind } from '../../../src/storage/ledger/watch-rows.ts';
import { decidedRecord, waitingRecord } from '../../support/claims/records.ts';
import { depsFor, memoryClaims } from '../../support/memory/memory-claims.ts';

type Circumstances = { subscriptions?: Subscription[]; rows?: number; state?: OrchestrationState };

/** One run of the reconciler over rows of a claim that are due; what it recorded, and what it did to the orchestration. */
const reconciled = async (
  claim: Claim,
  kind: WatchKind,
  now: Date,
  { subscriptions = [], rows = 1, state = 'running' }: Circumstances = {},
) => {
  const claims = memoryClaims(claim);
  const woken: string[] = [];
  const none = async () => undefined;
  const row = { ...watchedOf(claim), kind, dueAt: claim.createdAt, attempts: 0, finding: '' };
  const deps = depsFor(claims, now, {
    log: () => undefined,
    subscriptionNoticeDays: 30,
    reference: { subscriptions: async () => subscriptions },
    ledger: {
      watch: {
        overdue: async function* () {
          for (let at = 0; at < rows; at += 1) yield row;
        },
        add: none,
        remove: none,
        etagOf: none,
      },
      move: none,
      subjects: { ofCustomer: async () => [] },
    },
  });
  let found = state;
  // The cast: the reconciler uses no more of it.
  const workflow = {
    state: async () => found,
    start: async () => {
      found = 'running';
      woken.push('started');
    },
    nudge: async () => void woken.push('nudged'),
  } as unknown as Workflow;
  await reconcile(deps, workflow);
  return { woken, entries: claims.entries() };
};

test('a row that is due wakes the orchestration only once a step of the record is overdue', async () => {
  const waiting = waitingRecord();
  const dueAt = Date.parse(waiting.request?.reminders[0]?.dueAt ?? '');
  expect(await reconciled(waiting, 'step', new Date(dueAt + 30_000))).toEqual({ woken: [], entries: [] });
  expect(await reconciled(waiting, 'step', new Date(dueAt + 90_000))).toEqual({ woken: ['nudged'], entries: [] });
});

test('an orchestration that is missing is started once, although two rows of its claim are due', async () => {
  const now = new Date('2027-03-01T12:00:00.000Z');
  expect(await reconciled(waitingRecord(), 'step', now, { rows: 2, state: 'missing' })).toEqual({
    woken: ['started', 'nudged'],
    entries: ['system workflow-restarted'],
  });
});

test('subscriptions that are over end an association only after their end was announced', async () => {
  const product = 'dynamics-365-sales';
  const subscription: Subscription = { subscriptionId: '1', product, state: 'active', endsOn: '2027-01-31' };
  const claim = decidedRecord('approved', {
    settledAt: '2026-11-24T12:01:00.000Z',
    products: [{ code: product, subscriptionId: '1' }],
  });
  const late = new Date('2027-03-01T12:00:00.000Z');
  const run = (changes: Partial<Claim>) =>
    reconciled({ ...claim, ...changes }, 'subscriptions', late, { subscriptions: [subscription] });
  expect((await run({})).entries).toEqual(['system subscription-end-near']);
  expect((await run({ subscriptionsEndOn: '2027-01-31' })).entries).toEqual(['system ended']);
});
