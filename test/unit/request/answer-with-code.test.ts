import { describe, expect, test } from 'vitest';
import { askForCode } from '../../../src/claims/decision/ask-for-code.ts';
import { recordDecision } from '../../../src/claims/decision/record-decision.ts';
import type { Workflow } from '../../../src/claims/deps.ts';
import { type Claim, refOf } from '../../../src/domain/claim.ts';
import { withNewCode } from '../../../src/domain/request/answer-code.ts';
import { createAnswerCodes } from '../../../src/identity/answer-codes.ts';
import { usualPolicy, waitingRecord } from '../../support/claims/records.ts';
import { depsFor, memoryClaims } from '../../support/memory/memory-claims.ts';

/** An answer to a request whose policy asks for a code first. */

const sentAt = new Date('2026-11-24T12:00:00.000Z');
const minutesLater = (minutes: number) => new Date(sentAt.getTime() + minutes * 60_000);
const answerCodes = createAnswerCodes([{ kid: 'one', key: 'A'.repeat(43) }]);
const waiting = waitingRecord({ policy: { ...usualPolicy, secondFactor: true } });
const withCode = withNewCode(waiting, 'declined', sentAt);
const right = answerCodes.digitsOf(waiting, withCode.answerCode);
const wrong = right === '000000' ? '000001' : '000000';
// The cast: the operations here only nudge the workflow.
const workflow = { nudge: async () => undefined } as unknown as Workflow;

const world = (claim: Claim, now: Date) => {
  const claims = memoryClaims(claim);
  const facts = { ...refOf(claim), version: 1, issuedAt: claim.createdAt, purpose: 'decide' };
  const mails: string[] = [];
  const deps = depsFor(claims, now, {
    answerCodes,
    links: { read: async () => ({ state: 'valid', facts }) },
    mail: {
      send: async ({ kind }: { kind: string }) => {
        mails.push(kind);
        return { accepted: true };
      },
    },
  });
  return { deps, claims, mails };
};

const answer = async (claim: Claim, code: string | undefined, { now = sentAt, outcome = 'declined' as const } = {}) => {
  const { deps, claims } = world(claim, now);
  const typed = code === undefined ? {} : { code };
  const { recorded, refusal } = await recordDecision(deps, workflow, 'token', { outcome, seen: '', ...typed });
  return { recorded, ...(refusal ? { refusal } : {}), entries: claims.entries() };
};

describe('An answer', () => {
  test('is taken with the code that was mailed', async () => {
    expect(await answer(withCode, right)).toEqual({ recorded: true, entries: ['customer declined'] });
  });

  test('is not taken without a code', async () => {
    expect(await answer(withCode, undefined)).toEqual({ recorded: false, refusal: { code: 'needed' }, entries: [] });
  });

  test('is not taken with other digits, which count as a try', async () => {
    const refusal = { code: 'wrong', left: 4 };
    expect(await answer(withCode, wrong)).toEqual({ recorded: false, refusal, entries: ['customer code-refused'] });
  });

  test.each<[string, Claim, Date, string]>([
    ['has expired', withCode, minutesLater(11), 'expired'],
    ['was typed wrong five times', { ...withCode, answerCode: { ...withCode.answerCode, wrong: 5 } }, sentAt, 'spent'],
    [
      'is for the other answer',
      { ...withCode, answerCode: { ...withCode.answerCode, outcome: 'approved' } },
      sentAt,
      'none',
    ],
  ])('is not taken with a code that %s', async (_, claim, now, code) => {
    const digits = claim.answerCode ? answerCodes.digitsOf(claim, claim.answerCode) : '';
    expect(await answer(claim, digits, { now })).toEqual({ recorded: false, refusal: { code }, entries: [] });
  });
});

test('no more than five codes an hour are mailed to a contact, however often they are asked for', async () => {
  let claim: Claim = waiting;
  for (let minute = 0; minute < 5; minute += 1) claim = withNewCode(claim, 'declined', minutesLater(minute));
  const { deps, mails, claims } = world(claim, minutesLater(10));
  const asked = await askForCode(deps, 'token', { outcome: 'declined', seen: '' }, { again: true });
  expect(asked).toMatchObject({ limitedUntil: minutesLater(60).toISOString() });
  expect({ mails, entries: claims.entries() }).toEqual({ mails: [], entries: [] });
});
