import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim, PoeFile } from '../../../src/domain/claim.ts';
import { nextStep, watchTimes } from '../../../src/domain/next-step.ts';
import { scanPatienceMs, scanReasons } from '../../../src/domain/proof/proof-check.ts';
import { isHandedOut, isUnchecked, scanStates, wasHandedOut, withholding } from '../../../src/domain/proof/scan.ts';
import { completeRecord, submittedRecord, waitingRecord } from '../../support/claims/records.ts';
import { runs } from '../../support/claims/runs.ts';

const [whole] = completeRecord().poe;
if (whole === undefined) throw new Error('The record has no file.');
const uploadedAt = '2026-11-20T10:00:00.000Z';
const later = (ms: number, since = uploadedAt): string => new Date(Date.parse(since) + ms).toISOString();
const checkedAt = later(4_000);
const malwareFoundAt = later(5_000);

const file = (changes: Partial<PoeFile>): PoeFile => ({ ...whole, ...changes });
const states: Record<string, PoeFile> = {
  unscanned: file({}),
  pending: file({ scan: 'pending' }),
  clean: file({ scan: 'clean', checkedAt }),
  failed: file({ scan: 'failed', checkedAt }),
  accepted: file({ scan: 'accepted', checkedAt }),
  malicious: file({ malwareFoundAt, checkedAt: malwareFoundAt }),
};
const proofOf = (...names: string[]): { poe: PoeFile[] } => ({ poe: names.flatMap((name) => states[name] ?? []) });

describe('A file of a claim', () => {
  test.each([
    ['unscanned', undefined],
    ['clean', undefined],
    ['accepted', undefined],
    ['pending', 'poe-being-checked'],
    ['failed', 'poe-not-checked'],
    ['malicious', 'poe-malicious'],
  ])('that is %s is withheld with %s', (name, code) => {
    const [one] = proofOf(name).poe;
    expect(one && withholding(one)?.code).toBe(code);
  });

  test('that is being checked says when to ask again', () => {
    expect(withholding(file({ scan: 'pending' }))?.retryAfterSeconds).toBeGreaterThan(0);
  });

  test.each([
    ['unscanned', 1, true],
    ['unscanned', -1, false],
    ['clean', 3_999, false],
    ['clean', 4_000, true],
    ['pending', 9_000, false],
    ['failed', 9_000, false],
    // It was withheld until its verdict, and is since.
    ['malicious', 4_999, false],
    ['malicious', 9_000, false],
  ])('that is %s could be shown %i ms after its upload: %s', (name, ms, expected) => {
    const [one] = proofOf(name).poe;
    expect(one && wasHandedOut(one, later(ms))).toBe(expected);
  });

  test('in which malware was found afterwards was shown until then', () => {
    const found = file({ checkedAt, malwareFoundAt });
    expect(wasHandedOut(found, later(4_500))).toBe(true);
    expect(wasHandedOut(found, later(5_000))).toBe(false);
  });
});

describe('A request that has not left', () => {
  const step = (claim: Claim, ms: number) => nextStep(claim, new Date(later(ms)));

  test.each([
    ['all files are clean', ['clean', 'clean'], 'send-request'],
    ['operators accepted what was not checked', ['clean', 'accepted'], 'send-request'],
    ['one file is good and malware was found in the other', ['clean', 'malicious'], 'send-request'],
    ['a file is being checked', ['clean', 'pending'], 'wait'],
    ['a file could not be checked', ['clean', 'failed'], 'ask-about-proof'],
    ['malware was found in all of its proof', ['malicious'], 'wait'],
  ])('when %s: %s needs %s', (_, names, expected) => {
    expect(step(submittedRecord(proofOf(...names)), 10_000).do).toBe(expected);
  });

  test('waits an hour after the newest upload for a verdict, and asks operators then, once', () => {
    const newest = later(600_000);
    const claim = submittedRecord({ poe: [file({ scan: 'pending' }), file({ scan: 'pending', uploadedAt: newest })] });
    const overdueAt = later(scanPatienceMs, newest);
    expect(nextStep(claim, new Date(overdueAt))).toEqual({
      do: 'wait',
      until: later(2_000, overdueAt),
      waitingFor: `the malware check of its proof, until ${overdueAt}`,
    });
    const now = new Date(later(1, overdueAt));
    expect(nextStep(claim, now)).toEqual({ do: 'ask-about-proof', reason: scanReasons.overdue });
    const attention = { reason: scanReasons.overdue, since: now.toISOString(), needs: 'operations' } as const;
    expect(nextStep({ ...claim, attention }, now)).toEqual({
      do: 'wait',
      waitingFor: 'operations: its proof has not been checked for malware',
    });
  });

  test('of a draft that lay for long is not overdue before its submission', () => {
    const issuedAt = later(10 * scanPatienceMs);
    const claim = submittedRecord({ ...proofOf('pending'), link: { version: 1, issuedAt } });
    // In the future, so that the reconciler does not meet the row of a claim that is just being submitted.
    expect(watchTimes(claim, 60)).toEqual([later(60_000, issuedAt)]);
  });

  test('is watched from the verdict on, and before from when the scan has taken too long', () => {
    expect(watchTimes(submittedRecord(proofOf('pending')), 60)).toEqual([later(scanPatienceMs + 60_000)]);
    expect(watchTimes(submittedRecord(proofOf('clean')), 60)).toEqual([later(60_000, checkedAt)]);
  });

  test('of a claim that was withdrawn meanwhile is not waited for', () => {
    const claim = submittedRecord({ ...proofOf('pending'), status: 'withdrawn', closedAt: later(20_000) });
    expect(step(claim, 30_000)).toEqual({ do: 'tell-outcome' });
  });
});

test('a request that has left is not held up by files that come later', () => {
  const before = waitingRecord();
  const after = waitingRecord({ poe: [...before.poe, ...proofOf('pending', 'failed').poe] });
  for (const ms of [0, 3, 6, 9].map((days) => days * 86_400_000)) {
    const now = new Date(later(ms));
    expect(nextStep(after, now)).toEqual(nextStep(before, now));
  }
  expect(watchTimes(after, 60)).toEqual(watchTimes(before, 60));
});

test('whatever the states of its files, a request leaves only when all are checked and one can be shown, and is watched until then', () => {
  const files = fc.array(
    fc.record(
      { scan: fc.constantFrom(...scanStates), malwareFoundAt: fc.constant(malwareFoundAt) },
      { requiredKeys: [] },
    ),
    { minLength: 1, maxLength: 6 },
  );
  const flags = fc.constantFrom(undefined, 'operations' as const);
  const moments = fc.integer({ min: 0, max: 3 * scanPatienceMs });
  fc.assert(
    fc.property(files, flags, moments, (given, needs, ms) => {
      const poe = given.map(file);
      const attention = needs && { reason: 'x', since: uploadedAt, needs, raisedBy: 'scan' as const };
      const claim = submittedRecord({ poe, ...(attention ? { attention } : {}) });
      const now = new Date(later(ms));
      const { do: does } = nextStep(claim, now);
      const isReady = !poe.some(isUnchecked) && poe.some(isHandedOut);
      expect(does === 'send-request').toBe(isReady);
      // Asked once: with the flag that the step raises, it waits.
      if (does === 'ask-about-proof') {
        const asked = { ...claim, attention: { reason: 'x', since: uploadedAt, needs: 'operations' as const } };
        expect(nextStep(asked, now).do).toBe('wait');
      }
      expect(watchTimes(claim, 60).length).toBeGreaterThan(0);
    }),
    { numRuns: runs(300) },
  );
});
