import { expect, test } from 'vitest';
import type { Claim } from '../../../client/generated.ts';
import { nextReminderAt } from '../../../src/web/claim/next-reminder.ts';

/** What the pages say about the next reminder. */

const dueAt = '2026-12-07T08:00:00.000Z';
const claim = (changes: Partial<Claim>): Claim =>
  // The cast: a reminder depends on nothing else.
  ({ status: 'submitted', request: { reminders: [{ number: 1, dueAt }] }, ...changes }) as Claim;

test('a reminder is announced while the customer is asked', () => {
  expect(nextReminderAt(claim({}))).toBe(dueAt);
});

test.each(['approved', 'declined', 'expired', 'withdrawn', 'ended'] as const)(
  'no reminder is announced on a claim that is %s',
  (status) => {
    expect(nextReminderAt(claim({ status }))).toBeUndefined();
  },
);
