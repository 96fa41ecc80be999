import { describe, expect, test } from 'vitest';
import { consentWindow, type DatedPolicy } from '../../../src/domain/request/policy.ts';
import type { CustomerPlace } from '../../../src/domain/request/zone-of-place.ts';
import { usualPolicy } from '../../support/claims/records.ts';

const policy: DatedPolicy = {
  ...usualPolicy,
  holidays: { DE: ['2026-12-25', '2026-12-26', '2027-01-01'], US: ['2026-11-26'] },
};

/** Deadline, then the reminders of day 3 and day 5. */
const windowOf = (acceptedAt: string, place: CustomerPlace) => {
  const { deadline, reminders } = consentWindow(new Date(acceptedAt), policy, place);
  return [deadline, ...reminders].map((at) => at.toISOString().replace('.000Z', 'Z'));
};

describe('The window of a customer in another place', () => {
  test('leaves out the holidays of the customer’s country, and of no other', () => {
    const monday = '2026-12-21T10:00:00Z';
    // 22, 23, 24, (25 holiday, 26 and 27 weekend) 28, 29.
    expect(windowOf(monday, { country: 'DE', timeZone: 'UTC' })).toEqual([
      '2026-12-29T23:59:59Z',
      '2026-12-24T09:00:00Z',
      '2026-12-29T09:00:00Z',
    ]);
    for (const country of ['US', 'FR'])
      expect(windowOf(monday, { country, timeZone: 'UTC' })[0]).toBe('2026-12-28T23:59:59Z');
    expect(windowOf(monday, {})[0]).toBe('2026-12-28T23:59:59Z');
  });

  test('a holiday on a weekend costs no day', () => {
    expect(windowOf('2026-12-25T10:00:00Z', { country: 'DE', timeZone: 'UTC' })[0]).toBe('2027-01-04T23:59:59Z');
  });

  test('ends with the customer’s day and reminds in the customer’s morning', () => {
    expect(windowOf('2026-11-20T10:00:00Z', { timeZone: 'Europe/Berlin' })).toEqual([
      '2026-11-27T22:59:59Z',
      '2026-11-25T08:00:00Z',
      '2026-11-27T08:00:00Z',
    ]);
    expect(windowOf('2026-11-20T10:00:00Z', { timeZone: 'America/Los_Angeles' })).toEqual([
      '2026-11-28T07:59:59Z',
      '2026-11-25T17:00:00Z',
      '2026-11-27T17:00:00Z',
    ]);
  });

  test('counts from the customer’s day: Friday evening in New York is Saturday in Auckland', () => {
    const instant = '2026-11-20T22:00:00Z';
    expect(windowOf(instant, { timeZone: 'America/New_York' })[0]).toBe('2026-11-28T04:59:59Z');
    expect(windowOf(instant, { timeZone: 'Pacific/Auckland' })[0]).toBe('2026-11-27T10:59:59Z');
    // Sunday evening in Samoa is Monday in Kiribati, whose day 1 so is Tuesday.
    const sunday = '2026-11-22T22:00:00Z';
    expect(windowOf(sunday, { timeZone: 'Pacific/Pago_Pago' })[0]).toBe('2026-11-28T10:59:59Z');
    expect(windowOf(sunday, { timeZone: 'Pacific/Kiritimati' })[0]).toBe('2026-11-30T09:59:59Z');
  });

  test('keeps to the clock on the wall when that is put forward or back meanwhile', () => {
    // 29 March 2026: Berlin goes from UTC+1 to UTC+2.
    expect(windowOf('2026-03-26T10:00:00Z', { timeZone: 'Europe/Berlin' })).toEqual([
      '2026-04-02T21:59:59Z',
      '2026-03-31T07:00:00Z',
      '2026-04-02T07:00:00Z',
    ]);
    // 25 October 2026: and back.
    expect(windowOf('2026-10-22T10:00:00Z', { timeZone: 'Europe/Berlin' })).toEqual([
      '2026-10-29T22:59:59Z',
      '2026-10-27T08:00:00Z',
      '2026-10-29T08:00:00Z',
    ]);
  });
});
