import type { Stack } from '../stack/stack.ts';
import { stackTime } from '../stack/stack-clock.ts';
import { advance } from './claims.ts';

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
export type Weekday = (typeof weekdays)[number];

/** Moves the stack's clock forward to an instant. */
export const advanceToInstant = async (stack: Pick<Stack, 'app'>, instant: Date): Promise<void> => {
  const seconds = (instant.getTime() - (await stackTime(stack)).getTime()) / 1000;
  if (seconds < 0) throw new Error(`The clock stands after ${instant.toISOString()} already.`);
  await advance(stack, `PT${seconds.toFixed(3)}S`);
};

/** Moves the clock to the next `weekday` at `hour` UTC; resolves with the start of that day. */
export const advanceToWeekday = async (stack: Pick<Stack, 'app'>, weekday: Weekday, hour: number): Promise<Date> => {
  const now = await stackTime(stack);
  const day = new Date(now.toISOString().slice(0, 10));
  do day.setUTCDate(day.getUTCDate() + 1);
  while (weekdays[day.getUTCDay()] !== weekday);
  await advanceToInstant(stack, new Date(day.getTime() + hour * 3_600_000));
  return day;
};

/** `days` calendar days after the start of a day, at `time` UTC, as the API writes it. */
export const dayAt = (start: Date, days: number, time: string): string =>
  `${new Date(start.getTime() + days * 86_400_000).toISOString().slice(0, 10)}T${time}.000Z`;
