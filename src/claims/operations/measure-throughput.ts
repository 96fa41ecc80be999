import { everyClaim } from '../../domain/view/claim-filter.ts';
import { type CountedClaim, type Throughput, throughputOf, throughputSince } from '../../domain/view/throughput.ts';
import { present } from '../../lib/present.ts';
import type { Deps } from '../deps.ts';
import { atEveryPartner } from './at-every-partner.ts';

/** `complete`: all claims of these days are counted; false when there were more than are read. */
export type MeasuredThroughput = Throughput & { at: string; complete: boolean };

/** Claims read at most, newest change first. */
export const maxCounted = 20_000;

/**
 * What became of the claims of the last two weeks, over all partners, from the list by last change: whatever was submitted or closed
 * since then has changed since then. One storage request for every partner, and one for every thousand claims that have changed.
 * Claims that have been purged are not counted.
 */
export const measureThroughput = async (deps: Deps, max = maxCounted): Promise<MeasuredThroughput> => {
  const now = deps.now();
  const since = throughputSince(now);
  const counted: CountedClaim[] = [];
  let complete = true;
  await atEveryPartner(deps, async (partnerId) => {
    for await (const claim of deps.list.all({ partnerId, filter: everyClaim, sort: 'changed', now })) {
      if (claim.updatedAt < since) return;
      if (counted.length >= max) {
        complete = false;
        return;
      }
      const { status, consent, submittedAt, closedAt } = claim;
      counted.push(present({ status, consent, submittedAt, closedAt }));
    }
  });
  return { at: now.toISOString(), complete, ...throughputOf(counted, now) };
};
