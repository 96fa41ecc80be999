import type { ClaimStatus } from '../../domain/claim-state.ts';
import { present } from '../../lib/present.ts';
import { dayMs } from '../../lib/time.ts';
import type { ReconcilerRun } from '../../storage/operations-log.ts';
import type { Deps } from '../deps.ts';
import { ledgerFigures, type OldestClaims } from './ledger-figures.ts';

/** What an operator looks at first, in figures and in sentences. */
export type Overview = {
  at: string;
  inFlight: { status: ClaimStatus; claims: number }[];
  oldestWaitingSince?: string;
  oldest: OldestClaims;
  dueWithinDay: number;
  stuck: number;
  attention: { reason: string; claims: number }[];
  unverifiedCustomers: number;
  /** Within a day. */
  mailFailures: number;
  poisonMessages: number;
  lastRun?: ReconcilerRun;
  words: string[];
};

export const overview = async (deps: Deps): Promise<Overview> => {
  const yesterday = new Date(deps.now().getTime() - dayMs);
  const [figures, mailFailures, poisonMessages, lastRun] = await Promise.all([
    ledgerFigures(deps),
    deps.mailFailures.countSince(yesterday),
    deps.poison.count(),
    deps.operationsLog.lastRun(),
  ]);
  let unverifiedCustomers = 0;
  for await (const _ of deps.ledger.unverified.rows()) unverifiedCustomers += 1;
  const found = present({
    at: deps.now().toISOString(),
    inFlight: [...figures.byStatus].map(([status, claims]) => ({ status, claims })),
    oldestWaitingSince: figures.oldestWaitingSince,
    oldest: figures.oldest,
    dueWithinDay: figures.dueWithinDay,
    stuck: figures.stuck,
    attention: [...figures.attention].map(([reason, claims]) => ({ reason, claims })),
    unverifiedCustomers,
    mailFailures,
    poisonMessages,
    lastRun,
  });
  return { ...found, words: overviewSentences(found, deps.now()) };
};

const counted = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** How long ago something was, in minutes, hours or days. */
const agoOf = (since: string, now: Date): string => {
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / 60_000));
  if (minutes === 0) return 'less than a minute';
  if (minutes < 120) return counted(minutes, 'minute', 'minutes');
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? counted(hours, 'hour', 'hours') : counted(Math.floor(hours / 24), 'day', 'days');
};

/** The overview in sentences. */
export const overviewSentences = (found: Omit<Overview, 'words' | 'oldest'>, now: Date): string[] => {
  const waiting = found.inFlight.find(({ status }) => status === 'submitted')?.claims ?? 0;
  const others = found.inFlight.filter(({ status }) => status !== 'submitted');
  const pendingMails = others.reduce((sum, { claims }) => sum + claims, 0);
  const needed = found.attention.reduce((sum, { claims }) => sum + claims, 0);
  return [
    waiting === 0
      ? 'No claim is waiting for its customer.'
      : `${counted(waiting, 'claim is waiting for its customer', 'claims are waiting for their customers')}${
          found.oldestWaitingSince ? `, the oldest for ${agoOf(found.oldestWaitingSince, now)}` : ''
        }.`,
    pendingMails === 0
      ? 'Every mail about a decision or an end has been sent.'
      : `${counted(pendingMails, 'claim that was decided or ended has', 'claims that were decided or ended have')} mails to send.`,
    found.dueWithinDay === 0
      ? 'Nothing is due within a day.'
      : `${counted(found.dueWithinDay, 'claim has', 'claims have')} a step due within a day.`,
    found.stuck === 0 ? 'Nothing is overdue.' : `${counted(found.stuck, 'claim is', 'claims are')} overdue.`,
    needed === 0
      ? 'No claim needs attention.'
      : `${counted(needed, 'claim needs', 'claims need')} attention: ${found.attention
          .map(({ reason, claims }) => `${claims} × ${reason}`)
          .join(' ')}`,
    ...(found.unverifiedCustomers > 0
      ? [`The customer of ${counted(found.unverifiedCustomers, 'claim', 'claims')} could not be verified.`]
      : []),
    ...(found.mailFailures > 0
      ? [`${counted(found.mailFailures, 'mail', 'mails')} did not arrive within the last day.`]
      : []),
    found.poisonMessages === 0
      ? 'The poison queue is empty.'
      : `${counted(found.poisonMessages, 'message is', 'messages are')} in the poison queue.`,
    found.lastRun ? `The reconciler last ran ${agoOf(found.lastRun.at, now)} ago.` : 'The reconciler has not run yet.',
  ];
};
