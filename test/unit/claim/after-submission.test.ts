import { describe, expect, test } from 'vitest';
import { endingChange } from '../../../src/claims/decision/end-claim.ts';
import { withNewLink } from '../../../src/claims/request/ask-again.ts';
import { nextStep, watchTimes } from '../../../src/domain/next-step.ts';
import { createDecisionLinks } from '../../../src/identity/decision-links.ts';
import { Problem } from '../../../src/lib/result.ts';
import { reminderMail, requestMail } from '../../../src/mail/request.ts';
import { decidedRecord, waitingRecord } from '../../support/claims/records.ts';
import { testService } from '../../support/service.ts';

const now = new Date('2026-11-25T10:00:00.000Z');
const watched = '2026-11-25T10:01:00.000Z';

describe('A claim whose customer is asked again', () => {
  const again = withNewLink(waitingRecord(), now);

  test('has a newer link and needs its request sent, by a minute from now', () => {
    expect(again.link).toEqual({ version: 2, issuedAt: now.toISOString() });
    expect(nextStep(again, now)).toEqual({ do: 'send-request' });
    expect(watchTimes(again, 60)).toEqual([watched]);
  });

  test('needs the partner no more, operations still', () => {
    const attention = (needs: 'partner' | 'operations') => ({ reason: 'refused', since: watched, needs });
    expect(withNewLink(waitingRecord({ attention: attention('partner') }), now).attention).toBeUndefined();
    const still = withNewLink(waitingRecord({ attention: attention('operations') }), now);
    expect(still.attention).toEqual(attention('operations'));
  });

  test('gets mails that the mail service does not take for those of the former link', () => {
    const facts = {
      service: testService,
      holders: [],
      link: 'https://claims.example/decisions/a.b.c',
      deadline: watched,
    };
    const numbers = [waitingRecord(), again].flatMap((claim) => [
      requestMail({ ...facts, claim }).number,
      reminderMail({ ...facts, claim }, 1).number,
      reminderMail({ ...facts, claim }, 2).number,
    ]);
    expect(numbers.slice(0, 3)).toEqual([1, 1, 2]);
    expect(new Set([numbers[1], numbers[2], numbers[4], numbers[5]]).size).toBe(4);
    expect(numbers[3]).toBe(2);
  });
});

describe('An approved association that is ended', () => {
  const change = endingChange(decidedRecord('approved', { settledAt: '2026-11-24T12:00:05.000Z' }), {
    actor: { kind: 'partner', name: 'Avery Howard' },
    now,
    reason: 'Over.',
  });
  if (change instanceof Problem) throw new Error(change.code);
  const { claim } = change;

  test('has both sides to be told, by a minute from now', () => {
    expect(claim).toMatchObject({ status: 'ended', endedBy: 'partner', statusReason: 'Over.' });
    expect(nextStep(claim, now)).toEqual({ do: 'tell-outcome' });
    expect(watchTimes(claim, 60)).toEqual([watched]);
  });

  test('needs nothing once they are', () => {
    const told = { ...claim, settledAt: watched };
    expect(nextStep(told, now)).toEqual({ do: 'nothing' });
    expect(watchTimes(told, 60)).toEqual([]);
  });

  test('keeps the decision that it ends', () => {
    expect(claim.decision?.outcome).toBe('approved');
    expect(claim.consent).toBe('explicit');
  });

  test.each(['draft', 'submitted', 'declined', 'expired', 'withdrawn', 'cancelled', 'ended'] as const)(
    'was approved, not %s',
    (status) => {
      for (const kind of ['partner', 'customer'] as const) {
        expect(endingChange(waitingRecord({ status }), { actor: { kind }, now })).toBeInstanceOf(Problem);
      }
    },
  );
});

describe('The link of a receipt', () => {
  const links = createDecisionLinks({
    keys: [{ kid: '2026', key: Buffer.alloc(32, 1).toString('base64url') }],
    publicUrl: 'https://claims.example',
    lifetimeDays: 90,
    receiptLinkDays: 730,
  });
  const facts = (purpose: 'decide' | 'take-back', daysAgo: number) => ({
    partnerId: '3f0b7c52-6d1e-4c8a-9a55-1c2f8e7b4d01',
    claimId: 'ca-zyh2k9q0p-4m7k2x9a',
    version: 1,
    issuedAt: new Date(Math.floor(Date.now() / 1000) * 1000 - daysAgo * 86_400_000).toISOString(),
    purpose,
  });
  const readBack = async (of: ReturnType<typeof facts>) =>
    links.read((await links.linkFor(of)).href.split('/').at(-1) ?? '');

  test('says what it is for, and lives longer than that of the request', async () => {
    const said = facts('take-back', 91);
    expect(await readBack(said)).toEqual({ state: 'valid', facts: said });
    expect((await readBack(facts('decide', 91))).state).toBe('expired');
    expect((await readBack(facts('take-back', 731))).state).toBe('expired');
  });
});
