import type { ApprovalRequest, Claim, Notice } from './claim.ts';
import { isApproving } from './claim-state.ts';
import { proofCheckedAt, scanOverdueAt, scanTrouble } from './proof/proof-check.ts';
import { isProofChecked, isUnchecked, waitsForScan } from './proof/scan.ts';
import { noticeDueAt } from './request/deadline-notice.ts';
import { pendingReminders } from './request/reminders.ts';

/** What a claim in flight needs now, derived from the record alone. */
export type NextStep =
  | { do: 'send-request' }
  | { do: 'send-reminder'; number: number }
  | { do: 'send-deadline-notice' }
  | { do: 'send-notice'; notice: Notice }
  | { do: 'resume-clock' }
  | { do: 'ask-about-proof'; reason: string }
  | { do: 'close-unanswered' }
  | { do: 'complete-approval' }
  | { do: 'tell-outcome' }
  | { do: 'wait'; until?: string; waitingFor: string }
  | { do: 'nothing' };

/**
 * Timers of the durable engine fire up to 1 s early (the delay is cut to whole seconds), so a wake-up is set this much
 * (ms) after the instant it is for: no answer given within the window is ever refused because a timer was early.
 */
export const timerSlackMs = 2000;

const after = (instant: string): string => new Date(Date.parse(instant) + timerSlackMs).toISOString();

/** When the next mail about a request that waits is due: a reminder, or the partner's notice. */
const nextMailAt = (request: ApprovalRequest): string | undefined =>
  [pendingReminders(request)[0]?.dueAt, noticeDueAt(request)].filter((dueAt) => dueAt !== undefined).toSorted()[0];

/** The next step for `claim` at `now`. */
export const nextStep = (claim: Claim, now: Date): NextStep => {
  if (isApproving(claim)) return { do: 'complete-approval' };
  const [notice] = claim.notices ?? [];
  const wasSubmitted = claim.submittedAt !== undefined;
  const isOver = claim.status !== 'submitted';
  if (wasSubmitted && isOver && claim.settledAt === undefined) return { do: 'tell-outcome' };
  if (notice !== undefined) return { do: 'send-notice', notice };
  if (isOver) return { do: 'nothing' };
  if (claim.inquiry !== undefined) {
    const { until } = claim.inquiry;
    return now.getTime() > Date.parse(until)
      ? { do: 'close-unanswered' }
      : { do: 'wait', until: after(until), waitingFor: `the release of the inquiry, until ${until}` };
  }
  if (claim.request === undefined) {
    const { expiresAt } = claim.attention ?? {};
    if (expiresAt === undefined) return waitsForScan(claim) ? stepOfScan(claim, now) : { do: 'send-request' };
    return now.getTime() > Date.parse(expiresAt)
      ? { do: 'close-unanswered' }
      : { do: 'wait', until: after(expiresAt), waitingFor: `the partner, until ${expiresAt}` };
  }

  const paused = claim.question?.pausedUntil;
  if (paused !== undefined) {
    return now.getTime() > Date.parse(paused)
      ? { do: 'resume-clock' }
      : { do: 'wait', until: after(paused), waitingFor: `the partner's reply to a question, until ${paused}` };
  }

  const { deadline } = claim.request;
  if (now.getTime() > Date.parse(deadline)) return { do: 'close-unanswered' };

  const isDue = (dueAt: string): boolean => Date.parse(dueAt) <= now.getTime();
  const due = pendingReminders(claim.request).findLast(({ dueAt }) => isDue(dueAt));
  if (due !== undefined) return { do: 'send-reminder', number: due.number };
  const noticeAt = noticeDueAt(claim.request);
  if (noticeAt !== undefined && isDue(noticeAt)) return { do: 'send-deadline-notice' };

  const coming = nextMailAt(claim.request);
  return coming === undefined
    ? { do: 'wait', until: after(deadline), waitingFor: `the customer's answer, until ${deadline}` }
    : { do: 'wait', until: after(coming), waitingFor: `the customer's answer; next mail ${coming}` };
};

/** While the scan of its proof keeps a request from leaving. Operators are asked once; then only a verdict or they go on. */
const stepOfScan = (claim: Claim, now: Date): NextStep => {
  if (claim.attention?.needs === 'operations') {
    return { do: 'wait', waitingFor: 'operations: its proof has not been checked for malware' };
  }
  const reason = scanTrouble(claim, now);
  if (reason !== undefined) return { do: 'ask-about-proof', reason };
  if (!claim.poe.some(isUnchecked))
    return { do: 'wait', waitingFor: 'the partner: malware was found in all of its proof' };
  const until = scanOverdueAt(claim);
  return { do: 'wait', until: after(until), waitingFor: `the malware check of its proof, until ${until}` };
};

/**
 * When the ledger has a claim looked at that was approved, or began to be, at `at`. A digit more than usual: no other step of the
 * claim has this moment, so that striking the row of a withdrawal never strikes that of an approval which lost against it.
 */
export const approvalWatchTime = (at: string, graceSeconds: number): string =>
  new Date(Date.parse(at) + graceSeconds * 1000).toISOString().replace('Z', '1Z');

const closingTimes = ({ status, closedAt, decision }: Claim, graceSeconds: number): string[] => {
  const at = closedAt ?? decision?.decidedAt;
  if (at === undefined) return [];
  if (status === 'approved' || closedAt === undefined) return [approvalWatchTime(at, graceSeconds)];
  return [new Date(Date.parse(at) + graceSeconds * 1000).toISOString()];
};

/**
 * The moments by which something must have happened to the claim, `graceSeconds` seconds after it was due: what the in-flight
 * ledger holds for it. Derived from the record, so whoever changes the record knows which rows to move.
 */
export const watchTimes = (claim: Claim, graceSeconds: number): string[] => {
  const withGrace = (instant: string): string => new Date(Date.parse(instant) + graceSeconds * 1000).toISOString();
  const notices = [...new Set((claim.notices ?? []).map(({ since }) => withGrace(since)))];
  // Nothing but an operator's comment is ever sent about a draft.
  if (claim.submittedAt === undefined || claim.settledAt !== undefined) return notices;
  // What was watched before the end is struck when it is due.
  if (claim.endedAt !== undefined) return [...new Set([withGrace(claim.endedAt), ...notices])];
  const closing = closingTimes(claim, graceSeconds);
  const inTime = claim.request
    ? (claim.question?.pausedUntil ?? nextMailAt(claim.request) ?? claim.request.deadline)
    : (claim.attention?.expiresAt ?? (isProofChecked(claim) ? proofCheckedAt(claim) : scanOverdueAt(claim)));
  const waiting = claim.inquiry?.until ?? inTime;
  return [...new Set([...closing, ...notices, withGrace(waiting)])];
};
