import { dayMs } from '../../lib/time.ts';
import type { ClaimSummary } from './claim-summary.ts';

/** Days that the figures cover, today included. */
export const throughputDays = 14;

/** What the figures take from a claim. */
export type CountedClaim = Pick<ClaimSummary, 'status' | 'consent' | 'submittedAt' | 'closedAt'>;

/**
 * How many claims were submitted, and how the wait for the customer ended. `answered`: the customer approved or declined, so approval
 * by silence is left out. The times, in seconds, run from the submission to these answers; without an answer there are none.
 */
export type ThroughputFigures = {
  submitted: number;
  approved: number;
  declined: number;
  expired: number;
  withdrawn: number;
  answered: number;
  medianSeconds?: number;
  longestSeconds?: number;
};

/** `days`: oldest first, each a day in UTC (`2026-11-20`), with those on which nothing happened. */
export type Throughput = { days: (ThroughputFigures & { day: string })[]; total: ThroughputFigures };

const dayOf = (instant: string): string => instant.slice(0, 10);

/** The first instant of the figures at `now`. */
export const throughputSince = (now: Date): string =>
  `${dayOf(new Date(now.getTime() - (throughputDays - 1) * dayMs).toISOString())}T00:00:00.000Z`;

/** Counts claims by the days on which they were submitted and on which their wait ended. */
export const throughputOf = (claims: readonly CountedClaim[], now: Date): Throughput => {
  const since = Date.parse(throughputSince(now));
  const days = Array.from({ length: throughputDays }, (_, at) => dayOf(new Date(since + at * dayMs).toISOString()));
  const tallies = new Map(days.map((day) => [day, newTally()]));
  const total = newTally();
  for (const { submittedAt, closedAt, status, consent } of claims) {
    if (submittedAt === undefined) continue;
    const began = tallies.get(dayOf(submittedAt));
    if (began) for (const tally of [began, total]) tally.counts.submitted += 1;

    const ended = closedAt === undefined ? undefined : tallies.get(dayOf(closedAt));
    const outcome = outcomes[status];
    if (closedAt === undefined || ended === undefined || outcome === undefined) continue;
    const isAnswer = outcome === 'declined' || (outcome === 'approved' && consent === 'explicit');
    const seconds = Math.round((Date.parse(closedAt) - Date.parse(submittedAt)) / 1000);
    for (const tally of [ended, total]) {
      tally.counts[outcome] += 1;
      if (isAnswer) tally.seconds.push(seconds);
    }
  }
  return {
    days: [...tallies].map(([day, tally]) => ({ day, ...figuresOf(tally) })),
    total: figuresOf(total),
  };
};

/** How the wait of a claim with this status ended. An association that was ended later had been approved. */
const outcomes: Partial<Record<CountedClaim['status'], 'approved' | 'declined' | 'expired' | 'withdrawn'>> = {
  approved: 'approved',
  ended: 'approved',
  declined: 'declined',
  expired: 'expired',
  withdrawn: 'withdrawn',
};

const newTally = () => ({
  counts: { submitted: 0, approved: 0, declined: 0, expired: 0, withdrawn: 0 },
  seconds: [] as number[],
});

const figuresOf = ({ counts, seconds }: ReturnType<typeof newTally>): ThroughputFigures => {
  const sorted = seconds.toSorted((a, b) => a - b);
  const [lower, upper] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  const longest = sorted.at(-1);
  return {
    ...counts,
    answered: sorted.length,
    ...(lower === undefined || upper === undefined ? {} : { medianSeconds: Math.round((lower + upper) / 2) }),
    ...(longest === undefined ? {} : { longestSeconds: longest }),
  };
};
