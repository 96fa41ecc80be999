import type { OrchestrationContext, OrchestrationHandler } from 'durable-functions';
import { RetryOptions } from 'durable-functions';
import type { Progress } from '../claims/advance-claim.ts';
import type { ClaimRef } from '../domain/claim.ts';

/**
 * From submission to final status. The record is the truth: after every wake-up, whatever woke it, an activity reads the
 * record, does what is due and says what to wait for. Two activities and four turns carry an approved claim.
 */
export const claimLifecycle: OrchestrationHandler = function* (context) {
  const claim = context.df.getInput<ClaimRef>();
  // One wait at a time, made before anything else: a wait that is abandoned would swallow the next nudge.
  let nudge = context.df.waitForExternalEvent(nudgeEvent);

  for (;;) {
    const progress = yield* advance(context, claim);
    if (progress.done) return progress.status;

    context.df.setCustomStatus(`Waiting for ${progress.waitingFor}`);
    if (!nudge.isCompleted) yield* sleep(context, nudge, progress.wakeAt);
    if (nudge.isCompleted) nudge = context.df.waitForExternalEvent(nudgeEvent);
  }
};

export const orchestrationName = 'claimLifecycle';
export const nudgeEvent = 'nudge';
export const activityNames = { advance: 'advanceClaim', recordFailure: 'recordFailure' } as const;

type Steps<T> = Generator<Parameters<OrchestrationContext['df']['Task']['any']>[0][number], T, unknown>;

/** 5 s, 15 s, 45 s ... up to half an hour apart: about an hour and a half in all. */
const patience = (): RetryOptions => {
  const options = new RetryOptions(5000, 9);
  options.backoffCoefficient = 3;
  options.maxRetryIntervalInMilliseconds = 1_800_000;
  return options;
};

function* advance(context: OrchestrationContext, claim: ClaimRef | undefined): Steps<Progress> {
  try {
    return (yield context.df.callActivityWithRetry(activityNames.advance, patience(), claim)) as Progress;
  } catch {
    return (yield context.df.callActivityWithRetry(activityNames.recordFailure, patience(), claim)) as Progress;
  }
}

function* sleep(
  context: OrchestrationContext,
  nudge: ReturnType<OrchestrationContext['df']['waitForExternalEvent']>,
  wakeAt: string | undefined,
): Steps<void> {
  if (wakeAt === undefined) {
    yield nudge;
    return;
  }
  const timer = context.df.createTimer(new Date(wakeAt));
  yield context.df.Task.any([nudge, timer]);
  // An open timer would hold the finished instance in Running until it fires.
  if (!timer.isCompleted) timer.cancel();
}
