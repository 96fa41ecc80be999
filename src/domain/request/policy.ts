import type { ConsentPolicy } from './policy-shape.ts';
import { type CustomerPlace, zoneOfPlace } from './zone-of-place.ts';
import { addDays, type Day, dayIn, instantIn, weekday } from './zoned-time.ts';

/** The window's policy with the calendar that it is counted in: days without business by country (ISO 3166-1 alpha-2). */
export type DatedPolicy = ConsentPolicy & { holidays?: Holidays };

export type Holidays = Readonly<Record<string, readonly Day[]>>;

/** Reminders leave at this time of their day. */
const reminderTime = '09:00:00';

/** The `count`th business day after `day`, or before it where `step` is -1. */
const businessDayAfter = (day: Day, count: number, holidays: readonly Day[], step: 1 | -1 = 1): Day => {
  let reached = day;
  for (let left = count; left > 0; ) {
    reached = addDays(reached, step);
    const weekend = weekday(reached) === 0 || weekday(reached) === 6;
    if (!weekend && !holidays.includes(reached)) left -= 1;
  }
  return reached;
};

/** The business days after the day of `from`, up to the day of `to`. */
export const businessDaysBetween = (
  from: Date,
  to: Date,
  { holidays = {} }: Pick<DatedPolicy, 'holidays'>,
  place: CustomerPlace = {},
): number => {
  const timeZone = zoneOfPlace(place);
  const last = dayIn(timeZone, to);
  let count = 0;
  for (let day = dayIn(timeZone, from); ; count += 1) {
    day = businessDayAfter(day, 1, holidays[place.country ?? ''] ?? []);
    if (day > last) return count;
  }
};

/** The business days after the day of `from` that are over before `until`: a deadline on the last of them lies before it. */
export const wholeBusinessDaysBetween = (
  from: Date,
  until: string,
  policy: DatedPolicy,
  place: CustomerPlace = {},
): number => {
  const days = businessDaysBetween(from, new Date(until), policy, place);
  // The last of them is not over where it is the day of `until`.
  const last = consentWindow(from, { ...policy, windowBusinessDays: days }, place).deadline;
  return last.toISOString() < until ? days : Math.max(0, days - 1);
};

/** The time at which reminders leave, on the `count`th business day before the day of `deadline`. */
export const businessDaysBefore = (
  deadline: Date,
  count: number,
  { holidays = {} }: Pick<DatedPolicy, 'holidays'>,
  place: CustomerPlace = {},
): Date => {
  const timeZone = zoneOfPlace(place);
  const day = businessDayAfter(dayIn(timeZone, deadline), count, holidays[place.country ?? ''] ?? [], -1);
  return instantIn(timeZone, day, reminderTime, 'first');
};

export type ConsentWindow = { deadline: Date; reminders: Date[] };

/** The deadline and the reminder instants for a request that was accepted at `acceptedAt`. */
export const consentWindow = (acceptedAt: Date, policy: DatedPolicy, place: CustomerPlace = {}): ConsentWindow => {
  const { country = '' } = place;
  const timeZone = zoneOfPlace(place);
  const accepted = dayIn(timeZone, acceptedAt);
  const businessDay = (count: number): Day => businessDayAfter(accepted, count, policy.holidays?.[country] ?? []);
  return {
    // The last instant with this name: no one's day is cut short because the clock is put back.
    deadline: instantIn(timeZone, businessDay(policy.windowBusinessDays), '23:59:59', 'last'),
    reminders: policy.reminderDays.map((day) => instantIn(timeZone, businessDay(day), reminderTime, 'first')),
  };
};
