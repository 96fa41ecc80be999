import type { HistoryEvent } from './contract.ts';
import { EventType } from './history.ts';

const NAMES = new Map<number, string>(Object.entries(EventType).map(([name, number]) => [number, name]));

/** Events that say how the engine works rather than what the orchestration did. */
const LEFT_OUT = new Set<number>([EventType.OrchestratorStarted, EventType.OrchestratorCompleted]);

/** Events whose scheduling counterpart is dropped once they are there. */
const SCHEDULED_ID = new Map<number, string>([
  [EventType.TaskCompleted, 'TaskScheduledId'],
  [EventType.TaskFailed, 'TaskScheduledId'],
  [EventType.SubOrchestrationInstanceCompleted, 'TaskScheduledId'],
  [EventType.SubOrchestrationInstanceFailed, 'TaskScheduledId'],
  [EventType.TimerFired, 'TimerId'],
]);

/**
 * A history as the status API shows it: event types by name, a completed task in one entry that tells when it was
 * scheduled, results only when asked for.
 */
export const condensedHistory = (history: readonly HistoryEvent[], showOutput: boolean): Record<string, unknown>[] => {
  const scheduled = new Map(history.filter((event) => event.EventId >= 0).map((event) => [event.EventId, event]));
  const answered = new Set<number>();
  for (const event of history) {
    const id = scheduledId(event);
    if (id !== undefined) answered.add(id);
  }
  return history
    .filter((event) => !LEFT_OUT.has(event.EventType) && !answered.has(event.EventId))
    .map((event) => condensed(event, scheduled.get(scheduledId(event) ?? -1), showOutput));
};

const scheduledId = (event: HistoryEvent): number | undefined => {
  const key = SCHEDULED_ID.get(event.EventType);
  const id = key === undefined ? undefined : event[key];
  return typeof id === 'number' ? id : undefined;
};

const condensed = (
  event: HistoryEvent,
  scheduled: HistoryEvent | undefined,
  showOutput: boolean,
): Record<string, unknown> => {
  const { EventType: type, EventId: _id, IsPlayed: _played, Timestamp, Result, Name, ...rest } = event;
  for (const field of ['OrchestrationInstance', 'ParentInstance', 'TaskScheduledId', 'TimerId', 'Version', 'Tags']) {
    delete rest[field];
  }
  const named = type === EventType.EventRaised ? { Name } : {};
  const functionName = type === EventType.EventRaised ? undefined : (Name ?? scheduled?.Name);
  return {
    EventType: NAMES.get(type) ?? String(type),
    ...named,
    ...rest,
    ...(showOutput && Result !== undefined ? { Result: JSON.parse(String(Result)) } : {}),
    ...(scheduled ? { ScheduledTime: scheduled.Timestamp } : {}),
    Timestamp,
    ...(functionName === undefined ? {} : { FunctionName: functionName }),
  };
};
