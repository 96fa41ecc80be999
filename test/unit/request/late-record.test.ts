import { describe, expect, test } from 'vitest';
import { recordDecision } from '../../../src/claims/decision/record-decision.ts';
import type { Workflow } from '../../../src/claims/deps.ts';
import { recordDelivery } from '../../../src/claims/request/record-delivery.ts';
import { type Claim, refOf } from '../../../src/domain/claim.ts';
import { operationIdOf, reminderMailNumber } from '../../../src/mail/operation-id.ts';
import { decidedRecord, submittedRecord, waitingRecord } from '../../support/claims/records.ts';
import { depsFor, memoryClaims } from '../../support/memory/memory-claims.ts';

/** A mail left, the process died before it was recorded, and the claim was decided meanwhile: its history has the mail all the same. */

const now = new Date('2026-11-26T12:00:00.000Z');
const attemptedAt = '2026-11-26T11:59:00.000Z';
// The cast: the operations here only nudge the workflow.
const workflow = { nudge: async () => undefined } as unknown as Workflow;
const mail = { address: 'donotreply@claims.example' };

const withoutRequest = ({ request: _, ...claim }: Claim): Claim => claim;

describe('A delivery report', () => {
  const report = async (claim: Claim, kind: 'request' | 'reminder', number: number, times = 1) => {
    const claims = memoryClaims(claim);
    const reference = { partnerIds: async () => [claim.partnerId] };
    const operationId = operationIdOf({ ...refOf(claim), kind, number });
    const codes: string[] = [];
    for (let time = 0; time < times; time += 1) {
      const delivered = { operationId, delivery: 'delivered' as const, attemptedAt };
      codes.push((await recordDelivery(depsFor(claims, now, { reference, mail }), workflow, delivered)).code);
    }
    return { codes, claim: (await claims.read()).claim, entries: claims.entries() };
  };
  const withdrawn = { status: 'withdrawn' as const, closedAt: '2026-11-26T11:00:00.000Z' };

  test('on the request of a claim that was withdrawn before it was recorded has it recorded, once', async () => {
    const { codes, claim, entries } = await report(submittedRecord(withdrawn), 'request', 1, 2);
    expect(codes).toEqual(['recorded', 'claim-closed']);
    expect(entries).toEqual(['system request-sent']);
    expect(claim).toMatchObject({
      status: 'withdrawn',
      request: { sentAt: attemptedAt, sentTo: 'dana@contoso.example', sentFrom: mail.address },
    });
    expect(claim.request?.subject).toContain(claim.partnerName);
  });

  test('on a reminder of a claim that was decided before it was recorded has it recorded, once', async () => {
    const { codes, claim, entries } = await report(decidedRecord('declined'), 'reminder', reminderMailNumber(1, 2), 2);
    expect(codes).toEqual(['recorded', 'claim-closed']);
    expect(entries).toEqual(['system reminder-sent']);
    expect(claim.request?.reminders[1]).toMatchObject({ number: 2, sentAt: attemptedAt });
    expect(claim.request?.reminders[0]).not.toHaveProperty('sentAt');
  });

  test('on the request of an earlier link, or on a mail that is on record, changes nothing', async () => {
    const later = submittedRecord({ ...withdrawn, link: { version: 2, issuedAt: attemptedAt } });
    expect(await report(later, 'request', 1)).toMatchObject({ codes: ['link-replaced'], entries: [] });
    expect(await report(decidedRecord('approved'), 'request', 1)).toMatchObject({
      codes: ['claim-closed'],
      entries: [],
    });
  });
});

describe('An answer', () => {
  const answer = async (claim: Claim, outcome: 'approved' | 'declined') => {
    const claims = memoryClaims(claim);
    const facts = { ...refOf(claim), version: 1, issuedAt: claim.createdAt, purpose: 'decide' };
    const links = { read: async () => ({ state: 'valid', facts }) };
    await recordDecision(depsFor(claims, now, { links, mail }), workflow, 'token', { outcome, seen: '' });
    return { claim: (await claims.read()).claim, entries: claims.entries() };
  };

  test.each(['approved', 'declined'] as const)('that the claim was %s says that its mail had left', async (outcome) => {
    const { claim, entries } = await answer(withoutRequest(waitingRecord()), outcome);
    expect(entries).toEqual(['system request-sent', `customer ${outcome}`]);
    expect(claim).toMatchObject({
      status: outcome,
      request: { sentAt: now.toISOString(), sentTo: 'dana@contoso.example' },
    });
  });

  test('to a request that is on record adds nothing', async () => {
    const { entries } = await answer(waitingRecord(), 'declined');
    expect(entries).toEqual(['customer declined']);
  });
});
