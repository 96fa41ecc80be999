import { tellOutcome } from '../claims/decision/tell-outcome.ts';
import type { Deps } from '../claims/deps.ts';
import { completeApproval } from '../claims/holder/complete-approval.ts';
import { leaveSubjects } from '../claims/holder/leave-subjects.ts';
import { moveWatchRows } from '../claims/ledger-watch.ts';
import { askAboutProof } from '../claims/request/ask-about-proof.ts';
import { closeUnanswered } from '../claims/request/close-unanswered.ts';
import { requestApproval } from '../claims/request/request-approval.ts';
import { resumeClock } from '../claims/request/resume-clock.ts';
import { sendDeadlineNotice } from '../claims/request/send-deadline-notice.ts';
import { sendNotice } from '../claims/request/send-notice.ts';
import { sendReminder } from '../claims/request/send-reminder.ts';
import type { Claim, ClaimRef } from '../domain/claim.ts';
import { type NextStep, nextStep, watchTimes } from '../domain/next-step.ts';
import { Problem } from '../lib/result.ts';
import { MailThrottled } from '../mail/sender.ts';
import type { StoredClaim } from '../storage/claims/claim-rows.ts';
import { inClaimSpan } from '../telemetry/claim-span.ts';

/**
 * What the orchestration does next: end, or wait until `wakeAt` or a nudge. Without `wakeAt` only a nudge wakes it.
 * `notBefore`: the step failed, and the mail service says until when it is of no use to repeat it.
 */
export type Progress =
  | { done: true; status: Claim['status'] }
  | { done: false; waitingFor: string; wakeAt?: string; notBefore?: string };

const take = (deps: Deps, stored: StoredClaim, step: NextStep): Promise<StoredClaim | Problem> | undefined => {
  switch (step.do) {
    case 'send-request':
      return requestApproval(deps, stored);
    case 'send-reminder':
      return sendReminder(deps, stored, step.number);
    case 'send-deadline-notice':
      return sendDeadlineNotice(deps, stored);
    case 'send-notice':
      return sendNotice(deps, stored, step.notice);
    case 'resume-clock':
      return resumeClock(deps, stored);
    case 'ask-about-proof':
      return askAboutProof(deps, stored, step.reason);
    case 'close-unanswered':
      return closeUnanswered(deps, stored);
    case 'complete-approval':
      return completeApproval(deps, stored);
    case 'tell-outcome':
      return finish(deps, stored);
    default:
      return undefined;
  }
};

/** A claim that is over first leaves what it was for to others. */
const finish = async (deps: Deps, stored: StoredClaim): Promise<StoredClaim | Problem> => {
  if (stored.claim.status !== 'approved') await leaveSubjects(deps, stored.claim);
  return tellOutcome(deps, stored);
};

/**
 * Reads the record and does whatever is due, step by step, until there is something to wait for. Safe to repeat: every step
 * checks the record first, writes it together with its history entry, and sends a mail once per operation ID.
 */
export const advanceClaim = async (deps: Deps, ref: ClaimRef): Promise<Progress> => {
  const began = deps.now();
  const stored = await deps.claims.read(ref);
  if (stored === undefined) throw new Error('The claim of this orchestration does not exist.');
  return inClaimSpan(
    { name: 'advanceClaim', claim: stored.claim, began },
    () => advance(deps, stored).catch(whenThrottled),
    (progress) => (progress.done ? { status: progress.status } : {}),
  );
};

const whenThrottled = (error: unknown): Progress => {
  if (!(error instanceof MailThrottled)) throw error;
  return { done: false, waitingFor: 'the mail service, which is busy', notBefore: error.retryAt.toISOString() };
};

const advance = async (deps: Deps, found: StoredClaim): Promise<Progress> => {
  let stored = found;
  // After a crash the record may be settled while its watch rows are still there.
  const { settledAt, ...before } = stored.claim;

  for (;;) {
    const step = nextStep(stored.claim, deps.now());
    const taken = await take(deps, stored, step);
    if (taken instanceof Problem) throw new Error(`A step was refused: ${taken.code}.`);
    if (taken !== undefined) {
      stored = taken;
      continue;
    }
    await moveWatchRows(deps, stored.claim, watchTimes(before, deps.graceSeconds));
    if (step.do !== 'wait') return { done: true, status: stored.claim.status };
    return { done: false, waitingFor: step.waitingFor, ...(step.until ? { wakeAt: step.until } : {}) };
  }
};
