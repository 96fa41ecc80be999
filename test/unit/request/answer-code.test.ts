import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerCode, Claim } from '../../../src/domain/claim.ts';
import {
  codeState,
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

test('However often codes are asked for, five an hour and ten a day are sent at most', () => {
  const waits = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(waits, (minutes) => {
      let claim: Claim = waitingRecord();
      let time = 0;
      const sent: number[] = [];
      for (const wait of minutes) {
        time += wait;
        const from = nextCodeFrom(claim, at(time));
        if (from !== undefined) {
          expect(Date.parse(from)).toBeGreaterThan(at(time).getTime());
          continue;
        }
        claim = withNewCode(claim, 'approved', at(time));
        sent.push(time);
      }
      const within = (span: number) =>
        Math.max(...sent.map((from) => sent.filter((one) => one >= from && one < from + span).length));
      expect(within(60)).toBeLessThanOrEqual(5);
      expect(within(24 * 60)).toBeLessThanOrEqual(10);
      expect(claim.answerCode?.number).toBe(sent.length);
      expect(claim.answerCode?.sent.length).toBeLessThanOrEqual(10);
    }),
    { numRuns: runs(200) },
  );
});
