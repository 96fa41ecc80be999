import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consentWindow } from '../../../src/domain/request/policy.ts';
import { usualPolicy } from '../../support/claims/records.ts';
import { runs } from '../../support/claims/runs.ts';

/** The same rule the slow way: a calendar looked at day by day, by the names of the days. */
const calendarDayAfter = (from: Date, count: number): string => {
  const weekday = new Intl.DateTimeFormat('en-US', { weekday: 'short', timeZone: 'UTC' });
  let seen = 0;
  for (let ahead = 1; ; ahead += 1) {
    const day = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate() + ahead));
    if (!['Sat', 'Sun'].includes(weekday.format(day))) seen += 1;
    if (seen === count) return day.toISOString().slice(0, 10);
  }
};

const windowOf = (acceptedAt: string) => {
  const { deadline, reminders } = consentWindow(new Date(acceptedAt), usualPolicy);
  return [deadline, ...reminders].map((at) => at.toISOString().replace('.000Z', 'Z'));
};

describe('The customer’s window', () => {
  test.each([
    ['a Monday', '2026-11-23T15:30:00Z', '2026-11-30', '2026-11-26', '2026-11-30'],
    ['a Friday', '2026-11-20T10:00:00Z', '2026-11-27', '2026-11-25', '2026-11-27'],
    ['a Saturday', '2026-11-21T10:00:00Z', '2026-11-27', '2026-11-25', '2026-11-27'],
    ['a Sunday', '2026-11-22T23:59:59Z', '2026-11-27', '2026-11-25', '2026-11-27'],
    ['the last moment of a day', '2026-11-23T23:59:59.999Z', '2026-11-30', '2026-11-26', '2026-11-30'],
    ['the first moment of the next', '2026-11-24T00:00:00Z', '2026-12-01', '2026-11-27', '2026-12-01'],
    ['the end of a year', '2026-12-29T12:00:00Z', '2027-01-05', '2027-01-01', '2027-01-05'],
    ['the days before a leap day', '2028-02-25T12:00:00Z', '2028-03-03', '2028-03-01', '2028-03-03'],
    ['a leap day', '2028-02-29T12:00:00Z', '2028-03-07', '2028-03-03', '2028-03-07'],
    ['the end of February in a common year', '2027-02-26T12:00:00Z', '2027-03-05', '2027-03-03', '2027-03-05'],
  ])('from %s has its deadline and reminders on the days that a calendar shows', (_, accepted, last, third, fifth) => {
    expect(windowOf(accepted)).toEqual([`${last}T23:59:59Z`, `${third}T09:00:00Z`, `${fifth}T09:00:00Z`]);
  });

  const moments = fc.date({
    min: new Date('2024-01-01T00:00:00Z'),
    max: new Date('2040-12-31T23:59:59Z'),
    noInvalidDate: true,
  });

  test('agrees with a calendar read day by day, for windows of 1 to 20 business days', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 20 }), (accepted, days) => {
        const { deadline, reminders } = consentWindow(accepted, {
          windowBusinessDays: days,
          reminderDays: [1, days],
        });
        expect(deadline.toISOString()).toBe(`${calendarDayAfter(accepted, days)}T23:59:59.000Z`);
        expect(reminders.map((at) => at.toISOString())).toEqual(
          [1, days].map((day) => `${calendarDayAfter(accepted, day)}T09:00:00.000Z`),
        );
      }),
      { numRuns: runs(200) },
    );
  });

  test('gives every customer the whole of each of its days, and never a weekend as the last', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 20 }), (accepted, days) => {
        const { deadline } = consentWindow(accepted, {
          windowBusinessDays: days,
          reminderDays: [],
        });
        expect([0, 6]).not.toContain(deadline.getUTCDay());
        // The last day is a whole one, so that n business days are n whole days at the least, but for the last second.
        expect(deadline.getTime() - accepted.getTime()).toBeGreaterThan(days * 86_400_000 - 1000);
      }),
      { numRuns: runs(200) },
    );
  });
});
