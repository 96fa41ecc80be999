import { beforeEach, describe, expect, test } from 'vitest';
import { addClaim } from '../../../src/claims/change-claim.ts';
import type { Deps, Workflow } from '../../../src/claims/deps.ts';
import { eraseContactOf } from '../../../src/claims/operations/actions/erase-contact.ts';
import { purgeClaims } from '../../../src/claims/operations/purge-claims.ts';
import { type Claim, refOf, watchedOf } from '../../../src/domain/claim.ts';
import { createClaimStore } from '../../../src/storage/claims/claim-store.ts';
import { createLedger } from '../../../src/storage/ledger/ledger.ts';
import { decidedRecord, waitingRecord } from '../../support/claims/records.ts';
import { depsFor } from '../../support/memory/memory-claims.ts';
import { memoryRows, memoryTable } from '../../support/memory/memory-table.ts';

/** What may be removed, and what may not. */

const now = new Date('2028-11-24T12:00:00.000Z');
const over: Claim = decidedRecord('declined', { settledAt: '2026-11-24T12:01:00.000Z' });
const held: Claim = {
  ...over,
  legalHold: { since: over.updatedAt, by: { kind: 'operator', name: 'Ola' }, reason: 'A dispute.' },
};

let deps: Deps;
let purged: string[];
beforeEach(() => {
  const table = memoryTable(memoryRows(), async () => undefined);
  purged = [];
  deps = depsFor(createClaimStore(table), now, {
    ledger: createLedger(table),
    log: () => undefined,
    drafts: { noticeDays: 53, expiryDays: 60 },
    retentionDays: { cancelled: 1, withdrawn: 1, expired: 1, declined: 1, ended: 1 },
    poe: { removeAll: async () => undefined },
    operationsLog: { forgetRuns: async () => undefined },
    mailFailures: { forget: async () => undefined },
    reference: { partnerIds: async () => [] },
  });
});

/** Stores the claim, with a ledger row that says that it was declined long ago. */
const stored = async (claim: Claim): Promise<void> => {
  const { createdBy: actor } = claim;
  await addClaim(deps, { claim: { ...claim, version: 0 }, entries: [{ actor, event: 'created' }] });
  const retention = { status: 'declined', since: '2026-11-24T12:00:00.000Z' } as const;
  await deps.ledger.move(watchedOf(claim), [], [], { retention });
};
const isThere = async (): Promise<boolean> => (await deps.claims.read(refOf(over))) !== undefined;

describe('The purge', () => {
  const purge = async (claim: Claim) => {
    await stored(claim);
    // The cast: the purge uses no more of it.
    const workflow = { purge: async (claimId: string) => void purged.push(claimId) } as unknown as Workflow;
    const counts = await purgeClaims(deps, workflow);
    const outcome = Object.entries(counts).filter(([, count]) => count > 0);
    return { outcome: Object.fromEntries(outcome), isThere: await isThere(), purged };
  };

  test('removes a claim that is over for long enough', async () => {
    expect(await purge(over)).toEqual({ outcome: { purged: 1 }, isThere: false, purged: [over.id] });
  });

  test('leaves a claim alone that is under legal hold', async () => {
    expect(await purge(held)).toEqual({ outcome: { 'on-hold': 1 }, isThere: true, purged: [] });
  });

  test('believes the record and not the row that says the claim is over', async () => {
    expect(await purge(waitingRecord())).toEqual({ outcome: { 'not-over': 1 }, isThere: true, purged: [] });
  });
});

describe('An erasure', () => {
  const erase = async (claim: Claim) => {
    await stored(claim);
    return eraseContactOf(deps, { by: { kind: 'operator' }, ref: refOf(claim), reason: 'Asked for.' });
  };
  const contact = async () => (await deps.claims.read(refOf(over)))?.claim.customerContact?.email;

  test('takes the contact of a claim that is over', async () => {
    expect(await erase(over)).toHaveProperty('contactErasedAt', now.toISOString());
    expect(await contact()).not.toBe(over.customerContact?.email);
  });

  test.each([
    ['under legal hold', held, 'claim-on-hold'],
    ['that still waits for its contact', waitingRecord(), 'action-not-allowed'],
  ])('is refused for a claim %s', async (_, claim, code) => {
    expect(await erase(claim)).toMatchObject({ code });
    expect(await contact()).toBe(over.customerContact?.email);
  });
});
