import { randomUUID } from 'node:crypto';
import type { FunctionRunner, HistoryEvent } from './contract.ts';
import { EventType, executionStarted, historyEvent, parentOf } from './history.ts';
import { type OrchestratorAnswer, readAnswer, readFailure } from './orchestrator-answer.ts';
import { type Decision, replay } from './replay.ts';
import type { InstanceRow, RuntimeStatus } from './store.ts';

export type TurnInput = {
  row: InstanceRow;
  /** History of earlier turns. */
  history: readonly HistoryEvent[];
  /** The messages of this turn, in order of arrival. */
  batch: readonly HistoryEvent[];
  functions: FunctionRunner;
  now: () => number;
};

/** The changes of one work item, committed together. */
export type Turn = {
  row: InstanceRow;
  /** Whether `events` replace the history (continueAsNew) instead of being appended to it. */
  renewed: boolean;
  events: HistoryEvent[];
  /** New activities, children and timers. */
  decisions: Decision[];
  /** Ids of timers that the orchestrator no longer waits for. */
  cancelled: number[];
};

/** The limit of the genuine engine: a longer custom status (bytes of UTF-16) fails the instance. */
const CUSTOM_STATUS_LIMIT = 16 * 1024;

type Round = { row: InstanceRow; past: readonly HistoryEvent[]; fresh: HistoryEvent[] };

/** Runs one work item: appends the messages, asks the orchestrator, and turns its actions into events and decisions. */
export const runTurn = async (input: TurnInput): Promise<Turn> => {
  const { now } = input;
  let round: Round = {
    row: input.row,
    past: input.history,
    fresh: [historyEvent(EventType.OrchestratorStarted, now()), ...input.batch],
  };
  for (let renewed = false; ; renewed = true) {
    const outcome = await decide(round, input.functions, now);
    if ('next' in outcome) {
      round = outcome.next;
      // An orchestrator that always continues as new must not starve the others.
      await new Promise(setImmediate);
      continue;
    }
    const events = [...played(round.fresh), ...outcome.events, historyEvent(EventType.OrchestratorCompleted, now())];
    return { row: outcome.row, renewed, events, decisions: outcome.decisions, cancelled: outcome.cancelled };
  }
};

type Outcome =
  | { next: Round }
  | { row: InstanceRow; events: HistoryEvent[]; decisions: Decision[]; cancelled: number[] };

const decide = async (round: Round, functions: FunctionRunner, now: () => number): Promise<Outcome> => {
  const { past, fresh } = round;
  const history = [...past, ...fresh];
  const started = history.find((event) => event.EventType === EventType.ExecutionStarted);
  if (!started) throw new Error('a history without ExecutionStarted');

  const answer = await ask(round, history, started, functions);
  const at = now();
  const row = { ...round.row, updated: at, customStatus: customStatus(answer) ?? round.row.customStatus };
  const end = (status: RuntimeStatus, output: string): Outcome => ({
    row: { ...row, status, output },
    events: [historyEvent(EventType.ExecutionCompleted, at, { OrchestrationStatus: status, Result: output })],
    decisions: [],
    cancelled: [],
  });
  const fail = (reason: string): Outcome =>
    end('Failed', JSON.stringify(`Orchestrator function '${row.name}' failed: ${reason}`));

  const terminated = fresh.find((event) => event.EventType === EventType.ExecutionTerminated);
  if (terminated) return end('Terminated', JSON.stringify(terminated.Input ?? null));
  const suspension = suspensionOf(history);
  if (suspension) {
    const output = JSON.stringify(suspension.Reason ?? null);
    return { row: { ...row, status: 'Suspended', output }, events: [], decisions: [], cancelled: [] };
  }
  if (row.customStatus && 2 * row.customStatus.length > CUSTOM_STATUS_LIMIT) {
    const size = Math.round((2 * row.customStatus.length) / 1024);
    return fail(
      `The UTF-16 size of the JSON-serialized payload must not exceed 16 KB. The current payload is approximately ${size} KB.`,
    );
  }

  let replayed: ReturnType<typeof replay>;
  try {
    replayed = replay(history, answer.actions);
    checkDeterminism(history, replayed.decisions);
    checkActivities(replayed.decisions, functions);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
  const known = new Set(history.map((event) => event.EventId));
  const decisions = replayed.decisions.filter((decision) => !known.has(decision.id));
  const over = replayed.open.size === 0;
  if (over && answer.error !== undefined) return fail(answer.error);
  if (over && replayed.continued) return { next: continueAsNew(row, started, replayed.continued, at) };
  if (over && answer.isDone && !replayed.continued) return end('Completed', JSON.stringify(answer.output ?? null));
  return {
    row: { ...row, status: 'Running', output: null },
    events: decisions.map((decision) => scheduledEvent(decision, row, at)),
    decisions,
    cancelled: replayed.decisions
      .filter((decision) => decision.kind === 'timer' && decision.cancelled)
      .map((decision) => decision.id),
  };
};

const ask = async (
  round: Round,
  history: readonly HistoryEvent[],
  started: HistoryEvent,
  functions: FunctionRunner,
): Promise<OrchestratorAnswer> => {
  const { row } = round;
  if (!functions.hasOrchestrator(row.name)) {
    return readFailure(
      new Error(`The function '${row.name}' doesn't exist, is disabled, or is not an orchestrator function.`),
    );
  }
  try {
    const returned = await functions.runOrchestrator(row.name, {
      // Copies: the SDK turns every Timestamp it is given into a Date.
      history: history.map((event) => ({ ...event })),
      input: JSON.parse(row.input),
      instanceId: row.id,
      isReplaying: round.past.length > 0,
      parentInstanceId: parentOf(started)?.instanceId ?? null,
      upperSchemaVersion: 1,
      upperSchemaVersionNew: 3,
      longRunningTimerIntervalDuration: '3.00:00:00',
      maximumShortTimerDuration: '6.00:00:00',
      defaultHttpAsyncRequestSleepTimeMillseconds: 30_000,
    });
    return readAnswer(returned);
  } catch (error) {
    return readFailure(error);
  }
};

const customStatus = (answer: OrchestratorAnswer): string | undefined =>
  answer.customStatus === undefined ? undefined : JSON.stringify(answer.customStatus);

/** Messages count as played once a turn has seen them; OrchestratorStarted never does, as in the genuine history. */
const played = (events: readonly HistoryEvent[]): HistoryEvent[] =>
  events.map((event) => ({ ...event, IsPlayed: event.EventType !== EventType.OrchestratorStarted }));

const suspensionOf = (history: readonly HistoryEvent[]): HistoryEvent | undefined => {
  const last = history.findLast(
    ({ EventType: type }) => type === EventType.ExecutionSuspended || type === EventType.ExecutionResumed,
  );
  return last?.EventType === EventType.ExecutionSuspended ? last : undefined;
};

const continueAsNew = (
  row: InstanceRow,
  started: HistoryEvent,
  continued: { input: unknown; carried: HistoryEvent[] },
  at: number,
): Round => {
  const execution = randomUUID().replaceAll('-', '');
  const input = JSON.stringify(continued.input ?? null);
  const renewed = executionStarted({
    name: row.name,
    instanceId: row.id,
    executionId: execution,
    input,
    parent: parentOf(started),
    at,
  });
  return {
    row: { ...row, execution, input, created: at },
    past: [],
    fresh: [
      historyEvent(EventType.OrchestratorStarted, at),
      renewed,
      ...continued.carried.map((event) => ({ ...event, IsPlayed: false })),
      // The genuine engine closes the turn that continued before it runs the new execution.
      historyEvent(EventType.OrchestratorCompleted, at),
    ],
  };
};

const scheduledEvent = (decision: Decision, row: InstanceRow, at: number): HistoryEvent => {
  switch (decision.kind) {
    case 'activity': {
      const fields = { Name: decision.name, Version: '', Input: null, ParentTraceContext: null, Tags: null };
      return historyEvent(EventType.TaskScheduled, at, fields, decision.id);
    }
    case 'timer': {
      const fields = { FireAt: new Date(decision.fireAt).toISOString() };
      return historyEvent(EventType.TimerCreated, at, fields, decision.id);
    }
    case 'child': {
      const fields = { Name: decision.name, Version: null, InstanceId: childId(decision, row), Input: null };
      return historyEvent(EventType.SubOrchestrationInstanceCreated, at, fields, decision.id);
    }
  }
};

/** Instance id of a sub-orchestration: the one asked for, or one made of the parent's execution and the decision's id. */
export const childId = (decision: Decision & { kind: 'child' }, parent: InstanceRow): string =>
  decision.instanceId ?? `${parent.execution}:${decision.id}`;

const checkDeterminism = (history: readonly HistoryEvent[], decisions: readonly Decision[]): void => {
  for (const event of history) {
    const decision = decisions[event.EventId];
    if (!decision || sameDecision(event, decision)) continue;
    throw new Error(
      `Non-deterministic workflow detected: decision ${event.EventId} was ${event.Name ?? 'a timer'} and is now ${decision.kind === 'timer' ? 'a timer' : decision.name}.`,
    );
  }
};

const sameDecision = (event: HistoryEvent, decision: Decision): boolean => {
  switch (event.EventType) {
    case EventType.TaskScheduled:
      return decision.kind === 'activity' && decision.name === event.Name;
    case EventType.SubOrchestrationInstanceCreated:
      return decision.kind === 'child' && decision.name === event.Name;
    case EventType.TimerCreated:
      return decision.kind === 'timer';
    default:
      return true;
  }
};

/** The genuine engine leaves an instance that calls an unknown activity in Running for ever; this one fails it. */
const checkActivities = (decisions: readonly Decision[], functions: FunctionRunner): void => {
  for (const decision of decisions) {
    if (decision.kind !== 'activity' || functions.hasActivity(decision.name)) continue;
    throw new Error(`The function '${decision.name}' doesn't exist, is disabled, or is not an activity function.`);
  }
};
