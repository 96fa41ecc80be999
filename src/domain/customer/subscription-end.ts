import { dayMs } from '../../lib/time.ts';
import { catalogueOf, productOf } from '../catalogue/catalogue.ts';
import type { Claim } from '../claim.ts';
import type { Subscription } from './subscriptions.ts';

/** Days between two checks of an approved claim's subscriptions: a renewal, or their end, may be loaded late. */
const checkDays = 7;
/** Whether a claim may be for subscriptions at all. */
export const hasSubscriptions = ({ products, catalogueVersion }: Claim): boolean =>
  products.some(({ code }) => productOf(catalogueOf(catalogueVersion), code)?.dynamics365);

/**
 * The last day of a claim's subscriptions, as known now. Undefined while one of its products continues or has no known end.
 * If no end date was loaded, assumes that it ended yesterday, or on the date already announced to the partner.
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

/** Whether the last day has passed, in UTC. */
export const isOver = (lastDay: string, now: Date): boolean => now.getTime() >= startOf(lastDay) + dayMs;
/** Whether the partner's notice is due. */
export const isNear = (lastDay: string, noticeDays: number, now: Date): boolean =>
  now.getTime() >= startOf(lastDay) - noticeDays * dayMs;

/** When to check again: at the notice, at the end, or in a week, whichever comes first. */
export const nextLook = (now: Date, lastDay?: string, noticeDays = 0): string => {
  const usual = now.getTime() + checkDays * dayMs;
  const moments = lastDay === undefined ? [] : [startOf(lastDay) - noticeDays * dayMs, startOf(lastDay) + dayMs];
  return instant(Math.min(usual, ...moments.filter((moment) => moment > now.getTime())));
};
