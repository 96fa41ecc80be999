import { type CustomerPlace, zoneOfPlace } from './zone-of-place.ts';
import { addDays, type Day, dayIn, instantIn, weekday } from './zoned-time.ts';

/**
 * The time that a customer has to answer, in business days: Monday to Friday without the holidays of the customer's country,
 * as the calendar of the customer's time zone shows them. Day 1 is the first business day after the mail service accepted
 * the request; the window ends 23:59:59 of its last day.
 */
export type ConsentPolicy = {
  windowBusinessDays: number;
  /** Business days of the window on which a reminder is due. */
  reminderDays: number[];
  /** What no answer means. */
  onSilence: 'expire' | 'approve';
  /** Days without business, by country (ISO 3166-1 alpha-2). */
  holidays?: Holidays;
};

export type Holidays = Readonly<Record<string, readonly Day[]>>;

/** Reminders leave at this time of their day. */
const reminderTime = '09:00:00';

/** The `count`th business day after `day`. */
const businessDayAfter = (day: Day, count: number, holidays: readonly Day[]): Day => {
  let reached = day;
  for (let left = count; left > 0; ) {
    reached = addDays(reached, 1);
    const weekend = weekday(reached) === 0 || weekday(reached) === 6;
    if (!weekend && !holidays.includes(reached)) left -= 1;
  }
  return reached;
};

/** The business days after the day of `from`, up to the day of `to`. */
export const businessDaysBetween = (
  from: Date,
  to: Date,
  { holidays = {} }: Pick<ConsentPolicy, 'holidays'>,
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

export type ConsentWindow = { deadline: Date; reminders: Date[] };

/** The deadline and the reminder instants for a request that was accepted at `acceptedAt`. */
export const consentWindow = (acceptedAt: Date, policy: ConsentPolicy, place: CustomerPlace = {}): ConsentWindow => {
  const { country = '' } = place;
  const timeZone = zoneOfPlace(place);
  const accepted = dayIn(timeZone, acceptedAt);
  const businessDay = (count: number): Day => businessDayAfter(accepted, count, policy.holidays?.[country] ?? []);
  return {
    // The last instant with this name: nobody's day is cut short because the clock is put back.
    deadline: instantIn(timeZone, businessDay(policy.windowBusinessDays), '23:59:59', 'last'),
    reminders: policy.reminderDays.map((day) => instantIn(timeZone, businessDay(day), reminderTime, 'first')),
  };
};
