import { dayMs } from '../../lib/time.ts';
import { catalogueOf, productOf } from '../catalogue/catalogue.ts';
import type { Claim } from '../claim.ts';
import type { Subscription } from './subscriptions.ts';

/** How often (days) the subscriptions of an approved claim are looked at: they may be renewed, or their end be loaded late. */
const checkDays = 7;
/** Whether a claim may be for subscriptions at all. */
export const hasSubscriptions = ({ products, catalogueVersion }: Claim): boolean =>
  products.some(({ code }) => productOf(catalogueOf(catalogueVersion), code)?.dynamics365);

/**
 * The last day of the subscriptions that a claim is for, as known now. Undefined while one of its products goes on, or nothing
 * is known of its end. One that ended on a day that nobody told was over on the day before: as the partner was told, or is now.
 */
export const lastDayOf = (
  { products, subscriptionsEndOn }: Claim,
  known: Subscription[],
  now: Date,
): string | undefined => {
  const untold = subscriptionsEndOn ?? instant(now.getTime() - dayMs).slice(0, 10);
  const ends = products.map(({ code, subscriptionId }) => {
    const own = known.filter(({ product }) => product === code);
    const chosen = subscriptionId ? own.find((one) => one.subscriptionId === subscriptionId) : own[0];
    return subscriptionId === undefined && own.length > 1
      ? undefined
      : (chosen?.endsOn ?? (chosen?.state === 'ended' ? untold : undefined));
  });
  return ends.includes(undefined) ? undefined : ends.toSorted().at(-1);
};

const startOf = (day: string): number => Date.parse(`${day}T00:00:00.000Z`);
const instant = (ms: number): string => new Date(ms).toISOString();

/** Has the last day passed, in UTC? */
export const isOver = (lastDay: string, now: Date): boolean => now.getTime() >= startOf(lastDay) + dayMs;
/** Is the partner to be told of it now? */
export const isNear = (lastDay: string, noticeDays: number, now: Date): boolean =>
  now.getTime() >= startOf(lastDay) - noticeDays * dayMs;

/** When to look again: at the notice, at the end, or in a week, whichever comes first. What has passed was looked at just now. */
export const nextLook = (now: Date, lastDay?: string, noticeDays = 0): string => {
  const usual = now.getTime() + checkDays * dayMs;
  const moments = lastDay === undefined ? [] : [startOf(lastDay) - noticeDays * dayMs, startOf(lastDay) + dayMs];
  return instant(Math.min(usual, ...moments.filter((moment) => moment > now.getTime())));
};
