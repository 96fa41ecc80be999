import { setTimeout as pause } from 'node:timers/promises';
import { claimOf } from '../support/http/call-label.ts';
import { pick, seeded } from '../support/seeded.ts';
import type { Call, Fate } from '../support/stack/storage-proxy.ts';
import type { TwoHosts } from '../support/stack/two-hosts.ts';

/** What the mail service took in. */
type TakenMail = { operationId: string; link: string | undefined };

/** Every mail that left, as the proxy in front of the mail service saw it. */
export type Mailbox = {
  mails: Map<string, TakenMail[]>;
  /** Mails that were sent again, and of these the ones without a reason: nothing had failed or died since the last time. */
  repeats: number;
  needlessRepeats: string[];
};

export type Faults = ReturnType<typeof startFaults>;

type FaultOptions = { seed: number; rate: number };

/** Calls to storage and mail fail at a rate, hosts are killed, storage restarts, and the clock goes on in leaps, until `stop`. */
export const startFaults = (stack: TwoHosts, { seed, rate }: FaultOptions) => {
  const random = seeded(seed);
  const counts = { calls: 0, failed: 0, kills: 0, storageRestarts: 0, clockLeaps: 0 };
  const mailbox: Mailbox = { mails: new Map(), repeats: 0, needlessRepeats: [] };
  /** What people are doing right now. */
  const underWay = { uploads: 0 };
  /** When (ms) an operation of the mail service was last sent, and when something last happened to a claim, or to everything. */
  const sentAt = new Map<string, number>();
  const troubledAt = new Map<string, number>();
  let allTroubledAt = 0;
  let storageAway = false;
  let raging = true;

  const noteMail = ({ operationId = '', text }: Call, claimId: string): void => {
    const mails = mailbox.mails.get(claimId) ?? [];
    const link = /\/decisions\/[\w.-]+/.exec(text)?.[0];
    if (!mails.some((mail) => mail.operationId === operationId)) mails.push({ operationId, link });
    mailbox.mails.set(claimId, mails);
  };
  const noteSending = ({ operationId = '' }: Call, claimId: string): void => {
    const before = sentAt.get(operationId);
    sentAt.set(operationId, performance.now());
    if (before === undefined) return;
    mailbox.repeats += 1;
    const since = storageAway ? Infinity : Math.max(allTroubledAt, troubledAt.get(claimId) ?? 0);
    if (since < before) mailbox.needlessRepeats.push(`${operationId} about ${claimId}`);
  };

  const strike = (): Fate | undefined => {
    counts.calls += 1;
    if (!raging || random() >= rate) return undefined;
    counts.failed += 1;
    return pick<Fate>(random, [
      { answer: 429 },
      { answer: 500 },
      { answer: 503 },
      { cut: 'before' },
      { cut: 'after' },
      { before: async () => void (await pause(100 + 1500 * random())) },
    ]);
  };

  stack.proxy.fateOf = (call) => {
    const claimId = claimOf(call);
    const isMail = call.kind === 'mail:send' && claimId !== undefined;
    if (isMail) noteSending(call, claimId);
    const fate = strike();
    if (fate !== undefined && claimId === undefined) allTroubledAt = performance.now();
    if (fate !== undefined && claimId !== undefined) troubledAt.set(claimId, performance.now());
    if (!isMail || (fate && ('answer' in fate || ('cut' in fate && fate.cut === 'before')))) return fate;
    const isCut = fate !== undefined && 'cut' in fate;
    return {
      ...(fate && 'before' in fate ? fate : {}),
      after: async () => {
        noteMail(call, claimId);
        if (isCut) throw new Error('The answer is lost.');
      },
    };
  };

  const stopping = new AbortController();
  const { signal } = stopping;
  const sleep = (ms: number) => pause(ms, undefined, { signal }).catch(() => undefined);
  const trouble = (): void => {
    allTroubledAt = performance.now();
  };

  const killHosts = async (): Promise<void> => {
    for (;;) {
      await sleep(500 + 2500 * random());
      if (signal.aborted) return;
      const host = pick(random, stack.hosts as [(typeof stack.hosts)[0], ...typeof stack.hosts]);
      trouble();
      await stack.kill(host);
      counts.kills += 1;
      trouble();
      starting.add(keepUp(host));
    }
  };
  const starting = new Set<Promise<void>>();
  /** A host that is killed while it starts is started by the one who killed it. */
  const keepUp = (host: TwoHosts['hosts'][0]): Promise<void> => stack.startHost(host).catch(() => undefined);

  const restartStorage = async (): Promise<void> => {
    for (;;) {
      await sleep(8000 + 20_000 * random());
      if (signal.aborted) return;
      storageAway = true;
      await stack.restartStorage(2000 * random());
      storageAway = false;
      trouble();
      counts.storageRestarts += 1;
    }
  };

  const moveClock = async (): Promise<void> => {
    for (;;) {
      await sleep(2000);
      // An upload takes minutes at most, so the app gives it an hour: no hours may pass within one.
      while (underWay.uploads > 0 && !signal.aborted) await sleep(20);
      if (signal.aborted) return;
      await stack.leap(Math.ceil(30 * 60_000 * random()));
      counts.clockLeaps += 1;
    }
  };

  const loops = [killHosts(), restartStorage(), moveClock()];
  return {
    counts,
    mailbox,
    underWay,
    /** From now on nothing fails any more. Both hosts run. */
    stop: async (): Promise<void> => {
      raging = false;
      stopping.abort();
      await Promise.all(loops);
      await Promise.all(starting);
      trouble();
      for (const host of stack.hosts)
        if (host.child?.exitCode !== null || host.child?.signalCode !== null) await stack.startHost(host);
    },
  };
};
