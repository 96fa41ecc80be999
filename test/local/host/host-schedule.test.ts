import { describe, expect, test } from 'vitest';
import { parseDuration } from '../../../local/host/host-clock.ts';
import { parseSchedule } from '../../../local/host/timer-schedule.ts';

const nextAfter = (schedule: string, after: string) =>
  new Date(parseSchedule(schedule).next(Date.parse(after))).toISOString();

describe('timer schedules', () => {
  test.each([
    ['0 */5 * * * *', '2026-03-01T10:02:30Z', '2026-03-01T10:05:00.000Z'],
    ['*/5 * * * *', '2026-03-01T10:05:00Z', '2026-03-01T10:10:00.000Z'],
    ['30 15 2 * * 1-5', '2026-03-06T03:00:00Z', '2026-03-09T02:15:30.000Z'],
    ['0 0 0 29 2 *', '2026-03-01T00:00:00Z', '2028-02-29T00:00:00.000Z'],
    ['0 0 9 * * MON', '2026-12-31T00:00:00Z', '2027-01-04T09:00:00.000Z'],
    ['00:10:00', '2026-03-01T10:02:30Z', '2026-03-01T10:12:30.000Z'],
    ['1.00:00:00', '2026-03-01T10:02:30Z', '2026-03-02T10:02:30.000Z'],
  ])('%s after %s comes at %s', (schedule, after, expected) => {
    expect(nextAfter(schedule, after)).toBe(expected);
  });

  test('day of month and day of week must both match, as in NCRONTAB', () => {
    expect(nextAfter('0 0 0 13 * FRI', '2026-03-14T00:00:00Z')).toBe('2026-11-13T00:00:00.000Z');
  });

  test.each(['', 'daily', '* * * *', '99 * * * * *', '24:00:00', '00:00:00', '0 0 0 31 2 *'])(
    '"%s" is refused',
    (schedule) => {
      expect(() => parseSchedule(schedule)).toThrow();
    },
  );
});

describe('durations of the clock', () => {
  test.each([
    ['P1D', 86_400_000],
    ['P2W', 1_209_600_000],
    ['PT1H30M', 5_400_000],
    ['P1DT0.5S', 86_400_500],
    ['PT0S', 0],
  ])('%s is %d ms', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  test.each(['', 'P', 'PT', 'P1DT', '-P1D', 'P-1D', '1D', 'P1M', 'P1Y', 'p1d', 'P99999D', 5, null, undefined])(
    '%s is refused',
    (text) => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );
});
