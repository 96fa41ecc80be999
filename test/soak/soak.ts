import { setTimeout as pause } from 'node:timers/promises';
import { advanceToWeekday } from '../support/claims/calendar.ts';
import { eventsQueue } from '../support/claims/platform-events.ts';
import { startTwoHosts, type TwoHosts } from '../support/stack/two-hosts.ts';
import { until } from '../support/until.ts';
import { checkRows } from './check-rows.ts';
import { type Check, checkClaims } from './checks.ts';
import { readEvidence } from './evidence.ts';
import { startFaults } from './faults.ts';
import { liveAll } from './lives.ts';
import { createWorld, type World } from './world.ts';

export type SoakOptions = {
  claims: number;
  seed: number;
  /** Of calls to storage and mail that fail, from 0 to 1. */
  rate: number;
  /** Claims that are lived at the same time. */
  atOnce: number;
};

export type SoakReport = { checks: Check[]; figures: Record<string, number | string> };

/** No claim of the soak is purged in the time that it takes. */
const retention = Object.fromEntries(
  ['cancelled', 'withdrawn', 'expired', 'declined', 'ended'].map((status) => [status, 3650]),
);

/** Days in which every wait of a claim is over: a window, the pause of a question, and a window again. */
const mostDays = 60;

const loadPartners = async ({ partners, operator }: World): Promise<void> => {
  for (const { directoryId, name, locations } of partners) {
    const json = { name, locations };
    const { status, text } = await operator('PUT', `operations/partners/${directoryId}`, { json });
    if (status >= 300) throw new Error(`A partner could not be loaded: ${status} ${text}`);
  }
};

/** Lets time pass until nothing is due any more: no step in the ledger, and no message in the queue. */
const drain = async (stack: TwoHosts, world: World): Promise<number> => {
  const queue = eventsQueue(stack);
  const inFlight = async (): Promise<number> => {
    const { body } = await world.operator('GET', 'operations/claims');
    return body.value.length;
  };
  for (const duration of ['PT2M', 'PT2M', 'PT2M', 'PT2H']) await stack.advance(duration);
  for (let day = 1; day <= mostDays; day += 1) {
    await stack.advance('P1D');
    const { approximateMessagesCount: messages = 0 } = await queue.getProperties();
    if (messages === 0 && (await inFlight()) === 0) {
      // What was due in the last moment, and rows that nothing has looked at yet.
      await stack.advance('P10D');
      return day;
    }
    if (messages > 0) await pause(500);
  }
  return mostDays;
};

/** Runs a soak: lives under faults, drained, and looked at. `progress` gets a line now and then. */
export const runSoak = async (options: SoakOptions, progress: (line: string) => void): Promise<SoakReport> => {
  const { claims, seed, rate, atOnce } = options;
  const stack = await startTwoHosts({
    RETENTION_DAYS: JSON.stringify(retention),
    // In real time: what a kill left is looked at soon.
    RECONCILE_SCHEDULE: '*/5 * * * * *',
  });
  const began = performance.now();
  const seconds = (): string => `${Math.round((performance.now() - began) / 1000)} s`;
  try {
    await advanceToWeekday({ app: stack.hosts[0]?.url ?? '' }, 'monday', 8);
    const faults = startFaults(stack, { seed, rate });
    const world = await createWorld(stack, faults, { claims, seed });
    await loadPartners(world);
    const step = Math.max(1, Math.round(claims / 20));
    const errors = await liveAll(world, { claims, seed, atOnce }, (done) => {
      if (done % step === 0) progress(`${seconds()}: ${done} of ${claims} claims, ${faults.counts.kills} kills`);
    });
    await faults.stop();
    const daysOfFaults = Math.round(stack.clockMs / 86_400_000);
    progress(`${seconds()}: the faults are over, the clock goes on`);
    const days = await drain(stack, world);
    await until('the last messages', async () => {
      const { approximateMessagesCount } = await eventsQueue(stack).getProperties();
      return approximateMessagesCount === 0;
    });
    progress(`${seconds()}: drained, ${days} days later`);
    const evidence = await readEvidence(stack);
    const { counts } = world;
    return {
      checks: [
        { what: 'claims were lived to their end', count: claims, failures: errors },
        { what: 'hosts ended only when they were killed', count: faults.counts.kills, failures: stack.died },
        ...checkClaims(evidence, world, faults.mailbox),
        ...checkRows(evidence),
      ],
      figures: {
        claims,
        seed,
        rate,
        took: seconds(),
        requests: counts.requests,
        'sent again': counts.retries,
        'without an answer': counts.lostAnswers,
        'calls to storage and mail': faults.counts.calls,
        'of these failed or late': faults.counts.failed,
        kills: faults.counts.kills,
        'restarts of storage': faults.counts.storageRestarts,
        'leaps of the clock': `${faults.counts.clockLeaps}, ${daysOfFaults} days`,
        statuses: [...Map.groupBy(evidence.claims, ({ status }) => status)]
          .map(([status, all]) => `${all.length} ${status}`)
          .join(', '),
      },
    };
  } finally {
    await stack.stop();
  }
};
