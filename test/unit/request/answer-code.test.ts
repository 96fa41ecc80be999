import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerCode, Claim } from '../../../src/domain/claim.ts';
import {
  codeState,
  isOnItsWay,
  nextCodeFrom,
  triesLeft,
  typedCode,
  withNewCode,
  withWrongCode,
} from '../../../src/domain/request/answer-code.ts';
import { createAnswerCodes } from '../../../src/identity/answer-codes.ts';
import { submittedRecord, waitingRecord } from '../../support/claims/records.ts';
import { runs } from '../../support/claims/runs.ts';

const key = (kid: string) => ({ kid, key: Buffer.from(kid.repeat(32)).toString('base64url') });
const at = (minutes: number): Date => new Date(Date.parse('2026-11-20T10:00:00.000Z') + minutes * 60_000);
const coded = withNewCode(waitingRecord(), 'approved', at(0));
const { answerCode } = coded;

describe('The digits of a code', () => {
  const codes = createAnswerCodes([key('a')]);

  test('are six, always the same, and made with the first key', () => {
    const digits = codes.digitsOf(coded, answerCode);
    expect(digits).toMatch(/^\d{6}$/);
    expect(codes.digitsOf(coded, { ...answerCode, wrong: 3, sent: [] })).toBe(digits);
    expect(createAnswerCodes([key('b'), key('a')]).digitsOf(coded, answerCode)).not.toBe(digits);
    expect(createAnswerCodes([key('b'), key('a')]).matches(coded, answerCode, digits)).toBe(true);
    expect(createAnswerCodes([key('b')]).matches(coded, answerCode, digits)).toBe(false);
  });

  test.each<[string, Partial<Claim>, Partial<AnswerCode>]>([
    ['another claim', { id: 'ca-zyh2k9q0p-4m7k2x9b' }, {}],
    ['another partner', { partnerId: '3f0b7c52-6d1e-4c8a-9a55-1c2f8e7b4d02' }, {}],
    ['another answer', {}, { outcome: 'declined' }],
    ['another link', {}, { linkVersion: 2 }],
    ['another time', {}, { issuedAt: at(1).toISOString() }],
    ['another mail', {}, { number: 2 }],
  ])('are others for %s', (_, claim, code) => {
    expect(codes.digitsOf({ ...coded, ...claim }, { ...answerCode, ...code })).not.toBe(
      codes.digitsOf(coded, answerCode),
    );
  });

  test('are spread over all numbers, zeros in front included', () => {
    const all = Array.from({ length: 3000 }, (_, number) => codes.digitsOf(coded, { ...answerCode, number }));
    expect(all.every((digits) => /^\d{6}$/.test(digits))).toBe(true);
    expect(new Set(all).size).toBeGreaterThan(2950);
    expect(new Set(all.map((digits) => digits[0])).size).toBe(10);
  });

  test('are matched as a whole', () => {
    const digits = codes.digitsOf(coded, answerCode);
    for (const typed of ['', digits.slice(1), `${digits}0`, ` ${digits}`, 'abcdef']) {
      expect(codes.matches(coded, answerCode, typed)).toBe(false);
    }
  });

  test.each([
    ['123 456', '123456'],
    ['123-456', '123456'],
    ['１２３４５６', '123456'],
    ['\u00a0123\u2013456\n', '123456'],
    ['12a456', '12a456'],
  ])('%j are read as %s', (typed, read) => {
    expect(typedCode(typed)).toBe(read);
  });
});

describe('A code', () => {
  test('can be typed for ten minutes, for its own answer and link', () => {
    expect(codeState(coded, 'approved', at(0))).toBe('open');
    expect(codeState(coded, 'approved', at(9.99))).toBe('open');
    expect(codeState(coded, 'approved', at(10))).toBe('expired');
    expect(codeState(coded, 'declined', at(0))).toBe('none');
    expect(codeState({ ...coded, link: { version: 2, issuedAt: at(0).toISOString() } }, 'approved', at(0))).toBe(
      'none',
    );
    expect(codeState(submittedRecord(), 'approved', at(0))).toBe('none');
  });

  test('is on its way for a minute, while it can be typed for its answer', () => {
    expect(isOnItsWay(coded, 'approved', at(0))).toBe(true);
    expect(isOnItsWay(coded, 'approved', at(0.99))).toBe(true);
    expect(isOnItsWay(coded, 'approved', at(1))).toBe(false);
    expect(isOnItsWay(coded, 'declined', at(0))).toBe(false);
    expect(isOnItsWay({ ...coded, answerCode: { ...answerCode, wrong: 5 } }, 'approved', at(0))).toBe(false);
    expect(isOnItsWay(waitingRecord(), 'approved', at(0))).toBe(false);
  });

  test('is spent after it was typed wrong five times', () => {
    let claim = coded;
    for (const left of [4, 3, 2, 1, 0]) {
      expect(codeState(claim, 'approved', at(1))).toBe('open');
      claim = withWrongCode(claim, claim.answerCode);
      expect(triesLeft(claim.answerCode)).toBe(left);
    }
    expect(codeState(claim, 'approved', at(1))).toBe('spent');
  });
});

describe('A new contact', () => {
  const asking = (claim: Claim, count: number, from = 0): Claim =>
    Array.from({ length: count }, (_, index) => at(from + index)).reduce<Claim>(
      (before, now) => withNewCode(before, 'approved', now),
      claim,
    );
  const link = (version: number, contactSince: number) => ({ version, contactSince, issuedAt: at(0).toISOString() });

  test('gets codes, however many the one before asked for', () => {
    const claim = asking(waitingRecord(), 5);
    expect(nextCodeFrom(claim, at(5))).toBe(at(60).toISOString());
    // A new link for the same contact gives no more of them.
    expect(nextCodeFrom({ ...claim, link: link(2, 1) }, at(5))).toBe(at(60).toISOString());
    const other = { ...claim, link: link(2, 2) };
    expect(nextCodeFrom(other, at(5))).toBeUndefined();
    expect(nextCodeFrom(asking(other, 5, 5), at(10))).toBe(at(65).toISOString());
    // Its own codes count with a link that was sent to it again.
    expect(nextCodeFrom({ ...asking(other, 5, 5), link: link(3, 2) }, at(10))).toBe(at(65).toISOString());
  });

  test('gets none once 30 were sent within a day, whoever got them', () => {
    let claim: Claim = waitingRecord();
    for (let contact = 1; contact <= 6; contact += 1) {
      expect(nextCodeFrom({ ...claim, link: link(contact, contact) }, at(contact * 10))).toBeUndefined();
      claim = asking({ ...claim, link: link(contact, contact) }, 5, contact * 10);
    }
    const seventh = { ...claim, link: link(7, 7) };
    expect(nextCodeFrom(seventh, at(70))).toBe(at(10 + 24 * 60).toISOString());
    expect(nextCodeFrom(seventh, at(10 + 24 * 60))).toBeUndefined();
  });
});

test('However often codes are asked for, five an hour and ten a day are sent to a contact at most, and 30 a day for a claim', () => {
  const asked = fc.record({ minutes: fc.integer({ min: 0, max: 90 }), isOther: fc.boolean() });
  fc.assert(
    fc.property(fc.array(asked, { minLength: 1, maxLength: 150 }), (all) => {
      let claim: Claim = waitingRecord();
      let time = 0;
      const sent: { time: number; contact: number }[] = [];
      for (const { minutes, isOther } of all) {
        time += minutes;
        const version = (claim.link?.version ?? 0) + 1;
        if (isOther) claim = { ...claim, link: { version, contactSince: version, issuedAt: at(time).toISOString() } };
        const from = nextCodeFrom(claim, at(time));
        if (from !== undefined) {
          expect(Date.parse(from)).toBeGreaterThan(at(time).getTime());
          continue;
        }
        claim = withNewCode(claim, 'approved', at(time));
        sent.push({ time, contact: claim.link?.contactSince ?? 0 });
      }
      const within = (span: number, isSame: boolean) =>
        Math.max(
          ...sent.map(
            (first) =>
              sent.filter(
                (one) =>
                  one.time >= first.time && one.time < first.time + span && (!isSame || one.contact === first.contact),
              ).length,
          ),
        );
      expect(within(60, true)).toBeLessThanOrEqual(5);
      expect(within(24 * 60, true)).toBeLessThanOrEqual(10);
      expect(within(24 * 60, false)).toBeLessThanOrEqual(30);
      expect(claim.answerCode?.number).toBe(sent.length);
      expect(claim.answerCode?.sent.length).toBeLessThanOrEqual(30);
    }),
    { numRuns: runs(200) },
  );
});
