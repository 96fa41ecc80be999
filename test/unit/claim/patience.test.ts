import { expect, test } from 'vitest';
import { patienceAfter } from '../../../src/domain/patience.ts';

test('a step that fails is tried again after 5 s, 15 s, 45 s and so on, at most half an hour', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 7, 8].map((failures) => patienceAfter(failures).pauseMs / 1000);
  expect(pauses).toEqual([5, 15, 45, 135, 405, 1215, 1800, 1800]);
});

test('someone is told after nine failures in a row, and it goes on hourly', () => {
  expect(patienceAfter(8).needsOperators).toBe(false);
  expect(patienceAfter(9)).toEqual({ pauseMs: 3_600_000, needsOperators: true });
  expect(patienceAfter(400)).toEqual({ pauseMs: 3_600_000, needsOperators: true });
});
