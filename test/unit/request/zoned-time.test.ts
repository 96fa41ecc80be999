import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayIn, instantIn, weekday } from '../../../src/domain/request/zoned-time.ts';
import { runs } from '../../support/claims/runs.ts';

const at = (zone: string, day: string, time: string, which: 'first' | 'last' = 'first'): string =>
  instantIn(zone, day, time, which).toISOString().replace('.000Z', 'Z');

describe('The day that a calendar shows', () => {
  test.each([
    ['UTC', '2026-11-27T23:59:59.999Z', '2026-11-27'],
    ['Pacific/Kiritimati', '2026-12-31T10:00:00Z', '2027-01-01'],
    ['Pacific/Pago_Pago', '2027-01-01T10:59:59Z', '2026-12-31'],
    ['Asia/Kolkata', '2028-02-28T18:30:00Z', '2028-02-29'],
    ['Asia/Kathmandu', '2028-02-28T18:14:59Z', '2028-02-28'],
    ['America/St_Johns', '2026-11-27T03:29:59Z', '2026-11-26'],
  ])('in %s at %s is %s', (zone, instant, day) => {
    expect(dayIn(zone, new Date(instant))).toBe(day);
  });

  test('goes on over the ends of months, leap years and years', () => {
    expect(['2026-12-31', '2028-02-28', '2027-02-28'].map((day) => addDays(day, 1))).toEqual([
      '2027-01-01',
      '2028-02-29',
      '2027-03-01',
    ]);
    expect(weekday('2026-11-27')).toBe(5);
  });
});

describe('The instant of a time on a day', () => {
  test.each([
    ['Pacific/Kiritimati', '2026-12-31', '23:59:59', '2026-12-31T09:59:59Z'],
    ['Pacific/Pago_Pago', '2026-12-31', '23:59:59', '2027-01-01T10:59:59Z'],
    ['Asia/Kolkata', '2028-02-29', '09:00:00', '2028-02-29T03:30:00Z'],
    ['Europe/Berlin', '2026-03-29', '09:00:00', '2026-03-29T07:00:00Z'],
    ['Europe/Berlin', '2026-10-25', '23:59:59', '2026-10-25T22:59:59Z'],
    ['Australia/Lord_Howe', '2026-07-01', '09:00:00', '2026-06-30T22:30:00Z'],
    ['+05:30', '2026-07-01', '09:00:00', '2026-07-01T03:30:00Z'],
  ])('in %s on %s at %s is %s', (zone, day, time, instant) => {
    expect(at(zone, day, time)).toBe(instant);
    expect(at(zone, day, time, 'last')).toBe(instant);
  });

  test('that the clock leaves out is as much later as the clock is put forward', () => {
    expect(at('America/New_York', '2026-03-08', '02:30:00')).toBe('2026-03-08T07:30:00Z');
    expect(at('America/New_York', '2026-03-08', '02:30:00', 'last')).toBe('2026-03-08T07:30:00Z');
    // A whole day that Samoa left out when it crossed the date line.
    expect(at('Pacific/Apia', '2011-12-30', '23:59:59', 'last')).toBe('2011-12-31T09:59:59Z');
  });

  test('that the clock shows twice is the first or the last of the two, as asked', () => {
    expect(at('America/New_York', '2026-11-01', '01:30:00', 'first')).toBe('2026-11-01T05:30:00Z');
    expect(at('America/New_York', '2026-11-01', '01:30:00', 'last')).toBe('2026-11-01T06:30:00Z');
    // Cairo puts its clock back at midnight: that day ends twice.
    expect(at('Africa/Cairo', '2026-10-29', '23:59:59', 'first')).toBe('2026-10-29T20:59:59Z');
    expect(at('Africa/Cairo', '2026-10-29', '23:59:59', 'last')).toBe('2026-10-29T21:59:59Z');
  });

  test('is the one that the clock of any zone shows, but for an hour left out', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const days = fc.integer({ min: 0, max: 5000 }).map((count) => addDays('2024-01-01', count));
    fc.assert(
      fc.property(zones, days, (zone, day) => {
        const instant = instantIn(zone, day, '09:00:00', 'first');
        const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
        expect(shown.format(instant)).toBe(`${day} 09:00:00`);
        expect(dayIn(zone, instant)).toBe(day);
      }),
      { numRuns: runs(300) },
    );
  });
});
