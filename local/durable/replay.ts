import type { HistoryEvent } from './contract.ts';
import { EventType } from './history.ts';
import type { Action, RetryOptions } from './orchestrator-answer.ts';
import { ActionType } from './orchestrator-answer.ts';

/** What an orchestrator asked for, with the id under which the SDK expects the outcome. */
export type Decision = { id: number } & (
  | { kind: 'activity'; name: string; input: unknown }
  | { kind: 'child'; name: string; input: unknown; instanceId: string | undefined }
  | { kind: 'timer'; fireAt: number; cancelled: boolean }
);

type Undecided = Decision extends infer D ? (D extends Decision ? Omit<D, 'id'> : never) : never;

export type Replayed = {
  /** Every decision since the execution began, in the order of ids. */
  decisions: Decision[];
  /** Ids whose outcome is not in the history yet; cancelled timers are not counted. They hold the instance in Running. */
  open: Set<number>;
  /** Set once continueAsNew is reached: its input, and the events that came after it and move to the next execution. */
  continued: { input: unknown; carried: HistoryEvent[] } | undefined;
};

/** Timers farther away than this are hopped; must agree with `maximumShortTimerDuration` in the trigger. */
const LONGEST_TIMER_MS = 6 * 86_400_000;
/** Must agree with `longRunningTimerIntervalDuration` in the trigger. */
const HOP_MS = 3 * 86_400_000;

/**
 * Plays the actions that an orchestrator returned against its history, as Microsoft's extension does, so that each
 * decision gets the id which the SDK counts on its own side. The order of ids is the contract: one for each activity,
 * child and timer hop as it is scheduled, and for a retry one for each wait and each further attempt as they come.
 */
export const replay = (history: readonly HistoryEvent[], actions: readonly Action[]): Replayed => {
  const decisions: Decision[] = [];
  const outcomes = new Map<number, (failed: boolean) => void>();
  const waiters = new Map<string, (() => void)[]>();
  const unclaimed = new Map<string, number>();
  let clock = 0;
  let next = 0;
  let current = { done: true };
  let continued: Replayed['continued'];

  const decide = (decision: Undecided, settle: (failed: boolean) => void): void => {
    const id = decisions.length;
    decisions.push({ ...decision, id });
    outcomes.set(id, settle);
  };

  const timer = (action: Action, done: () => void): void => {
    const due = Date.parse(action.fireAt ?? '');
    const long = due - clock > LONGEST_TIMER_MS;
    const hop = (): void => {
      const fireAt = due - clock > LONGEST_TIMER_MS ? clock + HOP_MS : due;
      decide({ kind: 'timer', fireAt, cancelled: action.isCanceled === true }, () =>
        long && due > clock ? hop() : done(),
      );
    };
    hop();
  };

  const attempt = (action: Action, settle: (failed: boolean) => void): void => {
    const name = action.functionName ?? '';
    if (action.actionType === ActionType.CallActivity || action.actionType === ActionType.CallActivityWithRetry) {
      decide({ kind: 'activity', name, input: action.input }, settle);
    } else {
      decide({ kind: 'child', name, input: action.input, instanceId: action.instanceId || undefined }, settle);
    }
  };

  const retried = (action: Action, options: RetryOptions, done: () => void): void => {
    const first = clock;
    let attempts = 0;
    const again = (): void => {
      attempts++;
      attempt(action, (failed) => {
        if (!failed) return done();
        const last = attempts >= options.maxNumberOfAttempts;
        // The SDK waits for a timer after the last failure too; without it the orchestrator would hang.
        const delay = last ? 0 : retryDelay(options, attempts, clock - first);
        decide({ kind: 'timer', fireAt: clock + delay, cancelled: false }, () => (last ? done() : again()));
      });
    };
    again();
  };

  const waitForEvent = (name: string, done: () => void): void => {
    const early = unclaimed.get(name) ?? 0;
    if (early > 0) {
      unclaimed.set(name, early - 1);
      done();
      return;
    }
    const stack = waiters.get(name) ?? [];
    stack.push(done);
    waiters.set(name, stack);
  };

  const begin = (action: Action, done: () => void): void => {
    const parts = action.compoundActions ?? [];
    let left = action.actionType === ActionType.WhenAny ? 1 : parts.length;
    const partDone = (): void => {
      if (--left === 0) done();
    };
    switch (action.actionType) {
      case ActionType.CallActivity:
      case ActionType.CallSubOrchestrator:
        attempt(action, done);
        break;
      case ActionType.CallActivityWithRetry:
      case ActionType.CallSubOrchestratorWithRetry:
        if (action.retryOptions) retried(action, action.retryOptions, done);
        break;
      case ActionType.CreateTimer:
        timer(action, done);
        break;
      case ActionType.WaitForExternalEvent:
        waitForEvent(action.externalEventName ?? '', done);
        break;
      case ActionType.WhenAny:
      case ActionType.WhenAll:
        for (const part of parts) begin(part, partDone);
        break;
      default:
        throw new Error(`The local engine does not support ${unsupported(action.actionType)}.`);
    }
  };

  const advance = (index: number): void => {
    while (current.done && next < actions.length && !continued) {
      const action = actions[next++];
      if (!action) return;
      if (action.actionType === ActionType.ContinueAsNew) {
        const carried = history.slice(index + 1).filter((event) => event.EventType === EventType.EventRaised);
        continued = { input: action.input, carried };
        return;
      }
      const step = { done: false };
      current = step;
      begin(action, () => {
        step.done = true;
      });
    }
  };

  const settle = (id: unknown, failed: boolean): void => {
    if (typeof id !== 'number') return;
    const outcome = outcomes.get(id);
    outcomes.delete(id);
    outcome?.(failed);
  };

  for (const [index, event] of history.entries()) {
    switch (event.EventType) {
      case EventType.OrchestratorStarted:
        clock = Math.max(clock, Date.parse(event.Timestamp));
        continue;
      case EventType.TaskCompleted:
      case EventType.SubOrchestrationInstanceCompleted:
        settle(event.TaskScheduledId, false);
        break;
      case EventType.TaskFailed:
      case EventType.SubOrchestrationInstanceFailed:
        settle(event.TaskScheduledId, true);
        break;
      case EventType.TimerFired:
        settle(event.TimerId, false);
        break;
      case EventType.EventRaised: {
        const name = String(event.Name);
        // Newest first, as the SDK does.
        const waiter = waiters.get(name)?.pop();
        if (waiter) waiter();
        else unclaimed.set(name, (unclaimed.get(name) ?? 0) + 1);
        break;
      }
      case EventType.ExecutionStarted:
        break;
      default:
        continue;
    }
    advance(index);
  }

  const open = new Set<number>();
  for (const decision of decisions) {
    const cancelled = decision.kind === 'timer' && decision.cancelled;
    if (outcomes.has(decision.id) && !cancelled) open.add(decision.id);
  }
  // The SDK may pass a wait that this replay still sees open. Nothing came after it then, so nothing is carried over.
  const final = actions.at(-1);
  if (!continued && final?.actionType === ActionType.ContinueAsNew) continued = { input: final.input, carried: [] };
  return { decisions, open, continued };
};

const retryDelay = (options: RetryOptions, failures: number, elapsed: number): number => {
  const timeout = options.retryTimeoutInMilliseconds;
  // The SDK keeps counting attempts whatever the time, so honouring the timeout would hang the orchestrator.
  if (timeout !== undefined && elapsed >= timeout) {
    throw new Error('The local engine does not support retries that run into retryTimeoutInMilliseconds.');
  }
  const delay = options.firstRetryIntervalInMilliseconds * (options.backoffCoefficient ?? 1) ** (failures - 1);
  return Math.min(delay, options.maxRetryIntervalInMilliseconds ?? Number.POSITIVE_INFINITY);
};

const unsupported = (actionType: number): string => {
  switch (actionType) {
    case ActionType.CallEntity:
    case ActionType.SignalEntity:
    case ActionType.ScheduledSignalEntity:
      return 'entities';
    case ActionType.LockEntities:
    case ActionType.ReleaseEntities:
      return 'entity locks';
    case ActionType.CallHttp:
      return 'callHttp';
    default:
      return `orchestrator action ${actionType}`;
  }
};
