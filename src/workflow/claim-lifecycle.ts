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
  const nudges = listenForNudges(context);
  let failures = 0;

  for (;;) {
    const progress = yield* advance(context, nudges, claim, failures);
    // One that came during the step tells of a change that the step may not have seen: one more look.
    const isNudged = nudges.haveCome();
    if (progress.done) {
      if (isNudged) continue;
      return progress.status;
    }
    failures = progress.failures;
    context.df.setCustomStatus(`Waiting for ${progress.waitingFor}`);
    if (isNudged) continue;
    yield* sleep(context, nudges, progress.wakeAt);
    nudges.haveCome();
  }
};

export const orchestrationName = 'claimLifecycle';
export const nudgeEvent = 'nudge';
export const activityNames = { advance: 'advanceClaim', recordFailure: 'recordFailure' } as const;

type Task = Parameters<OrchestrationContext['df']['Task']['any']>[0][number];
type Steps<T> = Generator<Task, T, unknown>;
type Nudges = ReturnType<typeof listenForNudges>;
type Waiting = Extract<Progress, { done: false }> & { failures: number };

/**
 * Nudges as they come. The SDK gives an event to the latest wait that was yielded, even to one that has ended or that no one looks at
 * any more. So every yield has a wait of its own, and all of them count.
 */
const listenForNudges = (context: OrchestrationContext) => {
  let waits: Task[] = [];
  return {
    /** Ends with `task` or with a nudge, whichever comes first; without a task, with a nudge. */
    *or(task?: Task): Steps<void> {
      const wait = context.df.waitForExternalEvent(nudgeEvent);
      waits.push(wait);
      yield task === undefined ? wait : context.df.Task.any([task, wait]);
    },
    /** Whether any has come since this was last asked. */
    haveCome(): boolean {
      const open = waits.filter((wait) => !wait.isCompleted);
      const isNew = open.length < waits.length;
      waits = open;
      return isNew;
    },
  };
};

/**
 * One step. The orchestration waits after a failure itself rather than using the engine's retry, so that a nudge (the
 * partner withdraws, an operator redrives) is heard at once.
 */
function* advance(
  context: OrchestrationContext,
  nudges: Nudges,
  claim: ClaimRef | undefined,
  before: number,
): Steps<Extract<Progress, { done: true }> | Waiting> {
  let notBefore: string | undefined;
  try {
    const step = context.df.callActivity(activityNames.advance, claim);
    yield* nudges.or(step);
    // The cast: an activity's result arrives as JSON of its return type.
    const progress = (yield step) as Progress;
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

function* sleep(context: OrchestrationContext, nudges: Nudges, wakeAt: string | undefined): Steps<void> {
  if (wakeAt === undefined) return yield* nudges.or();
  const timer = context.df.createTimer(new Date(wakeAt));
  yield* nudges.or(timer);
  // An open timer would keep the finished instance in Running until it fires.
  if (!timer.isCompleted) timer.cancel();
}
