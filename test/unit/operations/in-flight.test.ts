import { expect, test } from 'vitest';
import { ledgerFigures } from '../../../src/claims/operations/ledger-figures.ts';
import { claimsInFlight } from '../../../src/claims/operations/list-in-flight.ts';
import type { Claim } from '../../../src/domain/claim.ts';
import { decidedRecord, waitingRecord } from '../../support/claims/records.ts';
import { depsFor, memoryClaims } from '../../support/memory/memory-claims.ts';

const now = new Date('2030-01-01T00:00:00.000Z');
const past = '2029-12-31T23:00:00.000Z';
const future = '2030-02-01T00:00:00.000Z';

const shown = async (claim: Claim, rows: { dueAt: string; attempts: number }[]) => {
  const { id: claimId, partnerId, status, submittedAt } = claim;
  const deps = depsFor(memoryClaims(claim), now, {
    ledger: {
      watch: {
        async *steps() {
          for (const row of rows) yield { kind: 'step', claimId, partnerId, status, submittedAt, finding: '', ...row };
        },
      },
      attention: { async *rows() {} },
    },
  });
  const listed = async (state: 'waiting' | 'due' | 'stuck') =>
    (await claimsInFlight(deps, { state, top: 50 })).value.length;
  const { stuck, dueWithinDay, byStatus } = await ledgerFigures(deps);
  return {
    figures: { waiting: [...byStatus.values()].reduce((sum, claims) => sum + claims, 0) - stuck, dueWithinDay, stuck },
    lists: { waiting: await listed('waiting'), dueWithinDay: await listed('due'), stuck: await listed('stuck') },
  };
};

test('a settled claim is not stuck while its rows wait to be removed, whether or not the reconciler has looked at them', async () => {
  const settled = { ...decidedRecord('declined'), settledAt: past };
  const nothing = { waiting: 0, dueWithinDay: 0, stuck: 0 };
  const rows = [
    { dueAt: past, attempts: 0 },
    { dueAt: future, attempts: 2 },
  ];
  expect(await shown(settled, rows)).toEqual({ figures: nothing, lists: nothing });
});

test('an overdue claim is stuck once, and does not count as waiting by another row', async () => {
  const stuck = { waiting: 0, dueWithinDay: 1, stuck: 1 };
  const rows = [
    { dueAt: past, attempts: 0 },
    { dueAt: future, attempts: 0 },
  ];
  expect(await shown(decidedRecord('declined'), rows)).toEqual({ figures: stuck, lists: stuck });
});

test('a claim that waits is waiting, not stuck', async () => {
  const waits = { waiting: 1, dueWithinDay: 0, stuck: 0 };
  expect(await shown(waitingRecord(), [{ dueAt: future, attempts: 0 }])).toEqual({ figures: waits, lists: waits });
});
