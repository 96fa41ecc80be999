import { describe, expect, test } from 'vitest';
import { tellOutcome } from '../../../src/claims/decision/tell-outcome.ts';
import { requestApproval } from '../../../src/claims/request/request-approval.ts';
import { sendNotice } from '../../../src/claims/request/send-notice.ts';
import { tellHolders } from '../../../src/claims/request/tell-holders.ts';
import type { Claim, Notice } from '../../../src/domain/claim.ts';
import { decidedRecord, submittedRecord, waitingRecord } from '../../support/claims/records.ts';
import { depsFor, memoryClaims } from '../../support/memory/memory-claims.ts';

/** Mails whose claim changes between their sending and their record. */

const now = new Date('2026-11-24T12:00:00.000Z');
const since = now.toISOString();
const newLink = { version: 2, issuedAt: since };

type Sending<Arguments extends unknown[]> = (...args: Arguments) => Promise<unknown>;
type Operation = Sending<[ReturnType<typeof depsFor>, Awaited<ReturnType<ReturnType<typeof memoryClaims>['read']>>]>;

/** Sends mails about `before`; another writer stores `after` while the first of them is on its way. */
const sending = async (operation: Operation, before: Claim, after?: Claim) => {
  const claims = memoryClaims(before);
  const stored = await claims.read();
  const mails: string[] = [];
  const send = async ({ kind }: { kind: string }) => {
    mails.push(kind);
    if (after && mails.length === 1) await claims.save({ before: stored, claim: after, entries: [] });
    return { accepted: true };
  };
  await operation(depsFor(claims, now, { mail: { address: 'donotreply@claims.example', send } }), stored);
  return { mails, claim: (await claims.read()).claim, entries: claims.entries() };
};

describe('A request', () => {
  const submitted = submittedRecord();

  test('that was accepted starts the time to answer', async () => {
    const { claim, entries } = await sending(requestApproval, submitted);
    expect(claim.request).toMatchObject({ sentAt: since });
    expect(entries).toEqual(['system request-sent']);
  });

  test('with a link that was replaced meanwhile is not that of the new one', async () => {
    const { claim, entries } = await sending(requestApproval, submitted, { ...submitted, version: 2, link: newLink });
    expect(claim.request).toBeUndefined();
    expect(entries).toEqual(['system request-sent']);
  });

  test('that two workers send starts the time to answer once', async () => {
    const other = waitingRecord({ version: 2 });
    const { claim, entries } = await sending(requestApproval, submitted, other);
    expect(claim).toEqual(other);
    expect(entries).toEqual([]);
  });
});

describe('A notice', () => {
  const notice: Notice = { kind: 'inquiry-released', number: 2, since };
  const reply: Notice = { kind: 'reply', number: 2, since };
  const withNotice = waitingRecord({ inquiryReleasedAt: since, notices: [notice] });

  test('that left is taken off the record', async () => {
    const { claim, entries } = await sending((deps, stored) => sendNotice(deps, stored, notice), withNotice);
    expect(claim.notices).toBeUndefined();
    expect(entries).toEqual(['system inquiry-released-sent']);
  });

  test('that two workers send is recorded once', async () => {
    const { mails, entries } = await sending(
      (deps, stored) => sendNotice(deps, stored, notice),
      withNotice,
      waitingRecord({ version: 2 }),
    );
    expect(mails).toHaveLength(1);
    expect(entries).toEqual([]);
  });

  test('for the customer leaves, and not once the customer has answered', async () => {
    const by = { kind: 'partner', name: 'Avery Howard' } as const;
    const asked = { id: 1, at: since, by: { kind: 'customer' } as const, text: 'For how long?', salt: '' };
    const comments = [asked, { id: 2, at: since, by, text: 'For a year.', salt: '', answers: 1 }];
    const send = (claim: Claim) => sending((deps, stored) => sendNotice(deps, stored, reply), claim);
    const open = await send(waitingRecord({ notices: [reply], comments }));
    expect(open).toMatchObject({ mails: ['reply'], entries: ['system reply-sent'] });
    const answered = await send(decidedRecord('declined', { notices: [reply], comments }));
    expect(answered).toMatchObject({ mails: [], entries: ['system reply-obsolete'] });
  });
});

describe('The mails with an outcome', () => {
  const approved = decidedRecord('approved');

  test('settle the claim', async () => {
    const { claim, mails, entries } = await sending(tellOutcome, approved);
    expect(claim.settledAt).toBe(since);
    expect(mails).toEqual(['outcome', 'receipt']);
    expect(entries).toEqual(['system outcome-sent', 'system receipt-sent']);
  });

  test('that two workers send are recorded once', async () => {
    const { entries } = await sending(tellOutcome, approved, { ...approved, version: 2, settledAt: since });
    expect(entries).toEqual([]);
  });

  test('leave those about the end to be sent, when the association ended meanwhile', async () => {
    const ended: Claim = { ...approved, version: 2, status: 'ended', endedAt: since, endedBy: 'partner' };
    const { claim, entries } = await sending(tellOutcome, approved, ended);
    expect(claim.settledAt).toBeUndefined();
    expect(entries).toEqual(['system outcome-sent', 'system receipt-sent']);
  });
});

test('a partner of record is told once that another partner asks for the same', async () => {
  const holder = decidedRecord('approved', { settledAt: since });
  const asking = submittedRecord({ partnerId: 'another' });
  const { claim, entries } = await sending(async (deps) => {
    await tellHolders(deps, [holder], asking);
    await tellHolders(deps, [holder], asking);
  }, holder);
  expect(claim.takeoverRequests).toEqual(['another']);
  expect(entries).toEqual(['system takeover-requested']);
});
