import type { OrchestrationContext, OrchestrationHandler } from 'durable-functions';
import { RetryOptions } from 'durable-functions';
import type { ClaimRef } from '../domain/claim.ts';
import type { Progress } from './advance-claim.ts';

/**
 * Carries a claim from submission to its final status. The record is the truth: after every wake-up, whatever the cause, an
 * activity reads it, does what is due and says what to wait for. An approved claim takes two activities and four turns.
 */
export const claimLifecycle: OrchestrationHandler = function* (context) {
  const claim = context.df.getInput<ClaimRef>();
  // One wait at a time, created first: an abandoned wait would swallow the next nudge.
  let nudge = context.df.waitForExternalEvent(nudgeEvent);
  let failures = 0;

  for (;;) {
    const progress = yield* advance(context, claim, failures);
    if (progress.done) return progress.status;
    failures = progress.failures;

    context.df.setCustomStatus(`Waiting for ${progress.waitingFor}`);
    if (!nudge.isCompleted) yield* sleep(context, nudge, progress.wakeAt);
    if (nudge.isCompleted) nudge = context.df.waitForExternalEvent(nudgeEvent);
  }
};

export const orchestrationName = 'claimLifecycle';
export const nudgeEvent = 'nudge';
export const activityNames = { advance: 'advanceClaim', recordFailure: 'recordFailure' } as const;

type Task = Parameters<OrchestrationContext['df']['Task']['any']>[0][number];
type Steps<T> = Generator<Task, T, unknown>;
type Waiting = Extract<Progress, { done: false }> & { failures: number };

/**
 * One step. The orchestration waits after a failure itself rather than using the engine's retry, so that a nudge (the
 * partner withdraws, an operator redrives) is heard at once.
 */
function* advance(
  context: OrchestrationContext,
  claim: ClaimRef | undefined,
  before: number,
): Steps<Extract<Progress, { done: true }> | Waiting> {
  let notBefore: string | undefined;
  try {
    // The cast: an activity's result arrives as JSON of its return type.
    const progress = (yield context.df.callActivity(activityNames.advance, claim)) as Progress;
    if (progress.done) return progress;
    if (progress.notBefore === undefined) return { ...progress, failures: 0 };
    notBefore = progress.notBefore;
  } catch {
    // What failed is in the activity's trace.
  }
  const failures = before + 1;
  const input = { ...claim, failures, ...(notBefore === undefined ? {} : { notBefore }) };
  // Retried for a day: without this record no one would learn of the failure.
  const progress = yield context.df.callActivityWithRetry(activityNames.recordFailure, patience(), input);
  return { ...(progress as Waiting), failures };
}

/** From every ten seconds to every ten minutes, for a day. */
const patience = (): RetryOptions => {
  const options = new RetryOptions(10_000, 150);
  options.backoffCoefficient = 2;
  options.maxRetryIntervalInMilliseconds = 600_000;
  return options;
};

function* sleep(context: OrchestrationContext, nudge: Task, wakeAt: string | undefined): Steps<void> {
  if (wakeAt === undefined) {
    yield nudge;
    return;
  }
  const timer = context.df.createTimer(new Date(wakeAt));
  yield context.df.Task.any([nudge, timer]);
  // An open timer would keep the finished instance in Running until it fires.
  if (!timer.isCompleted) timer.cancel();
}
