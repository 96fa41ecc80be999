import { dayMs } from '../../lib/time.ts';
/** Days and hours of the clock in a time zone (IANA name), from the zone data of the runtime. */

/** A day of the calendar, `2026-11-27`. It sorts by text. */
export type Day = string;

const maxKept = 1000;
const offsetFormats = new Map<string, Intl.DateTimeFormat>();

/** Making a format is slow, using one is not. */
const offsetFormat = (timeZone: string): Intl.DateTimeFormat => {
  const known = offsetFormats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  if (offsetFormats.size >= maxKept) offsetFormats.clear();
  offsetFormats.set(timeZone, made);
  return made;
};

/** How far (ms) the zone's clock is ahead of UTC at an instant (ms). */
const offsetAt = (timeZone: string, instant: number): number => {
  const text = offsetFormat(timeZone)
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')?.value;
  // `GMT`, `GMT+05:30`, and with seconds in years long gone.
  const [, sign, hours = 0, minutes = 0, seconds = 0] =
    /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?/.exec(text ?? '') ?? [];
  const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -ms : ms;
};

/** The day that the zone's calendar shows at an instant. */
export const dayIn = (timeZone: string, at: Date): Day =>
  new Date(at.getTime() + offsetAt(timeZone, at.getTime())).toISOString().slice(0, 10);

/** The day `count` days after. */
export const addDays = (day: Day, count: number): Day =>
  new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10);

/** 0 is Sunday. */
export const weekday = (day: Day): number => new Date(day).getUTCDay();

/**
 * The instant at which the zone's clock shows `time` (`09:00:00`) on `day`. A time that the clock shows twice, when it is
 * put back, is the `first` or the `last` of the two; one that it leaves out, when it is put forward, is as much later.
 */
export const instantIn = (timeZone: string, day: Day, time: string, which: 'first' | 'last'): Date => {
  const shown = Date.parse(`${day}T${time}Z`);
  // No zone changes its clock twice within two days: one of these two offsets is the right one, or both are.
  const before = offsetAt(timeZone, shown - dayMs);
  const after = offsetAt(timeZone, shown + dayMs);
  const fitting = [shown - before, shown - after].filter((at) => at + offsetAt(timeZone, at) === shown);
  if (fitting.length === 0) return new Date(shown - before);
  return new Date(which === 'first' ? Math.min(...fitting) : Math.max(...fitting));
};
