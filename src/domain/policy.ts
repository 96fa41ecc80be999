/**
 * The time that a customer has to answer, in business days (Monday to Friday, UTC).
 * Day 1 is the first business day after the mail service accepted the request; the window ends 23:59:59 UTC of its last day.
 */
export type ConsentPolicy = {
  windowBusinessDays: number;
  /** Business days of the window on which a reminder is due. */
  reminderDays: number[];
  /** What no answer means. */
  onSilence: 'expire' | 'approve';
};

/** Reminders leave at this hour (UTC) of their day. */
const reminderHour = 9;
const dayMs = 86_400_000;

const isBusinessDay = (day: Date): boolean => day.getUTCDay() !== 0 && day.getUTCDay() !== 6;

const midnight = (at: Date): number => Math.floor(at.getTime() / dayMs) * dayMs;

/** Start (00:00 UTC) of the `count`th business day after the day of `from`. */
export const businessDayAfter = (from: Date, count: number): Date => {
  let day = new Date(midnight(from));
  for (let left = count; left > 0; ) {
    day = new Date(day.getTime() + dayMs);
    if (isBusinessDay(day)) left -= 1;
  }
  return day;
};

export type ConsentWindow = { deadline: Date; reminders: Date[] };

/** The deadline and the reminder instants for a request that was accepted at `acceptedAt`. */
export const consentWindow = (acceptedAt: Date, policy: ConsentPolicy): ConsentWindow => ({
  deadline: new Date(businessDayAfter(acceptedAt, policy.windowBusinessDays).getTime() + dayMs - 1000),
  reminders: policy.reminderDays.map(
    (day) => new Date(businessDayAfter(acceptedAt, day).getTime() + reminderHour * 3_600_000),
  ),
});
