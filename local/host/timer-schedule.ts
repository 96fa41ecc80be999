import { Cron } from 'croner';

/** When a timer trigger runs: the next time (ms) after a given one. */
export type TimerSchedule = { next(afterMs: number): number };

/**
 * Reads the schedule of a timer trigger: an NCRONTAB expression of six fields (seconds first) or five, in UTC, or an
 * interval `hh:mm:ss` between runs. Throws for anything else, and for a schedule without a next time.
 */
export const parseSchedule = (text: string): TimerSchedule => {
  const interval = /^(?:(\d+)\.)?(\d{1,2}):(\d{2}):(\d{2})$/.exec(text.trim());
  if (interval) {
    const [, days = 0, hours, minutes, seconds] = interval;
    // .NET reads 24:00:00 as 24 days, which is never meant.
    if (Number(hours) > 23) throw new Error(`schedule "${text}": hours go to 23; a day is 1.00:00:00`);
    const ms = (((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
    if (ms === 0) throw new Error(`schedule "${text}" is an interval of nothing`);
    return { next: (after) => after + ms };
  }
  const fields = text.trim().split(/\s+/).length;
  if (fields !== 5 && fields !== 6) throw new Error(`schedule "${text}" is neither NCRONTAB nor hh:mm:ss`);
  // NCRONTAB wants day of month and day of week both to match; cron wants either.
  const cron = new Cron(text.trim(), { timezone: 'UTC', domAndDow: true, paused: true });
  const next = (after: number): number => {
    const time = cron.nextRun(new Date(after));
    if (!time) throw new Error(`schedule "${text}" never comes`);
    return time.getTime();
  };
  next(Date.now());
  return { next };
};
