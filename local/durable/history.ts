import type { HistoryEvent } from './contract.ts';

/** Numbers of the history events, as DurableTask.Core defines them. */
export const EventType = {
  ExecutionStarted: 0,
  ExecutionCompleted: 1,
  ExecutionTerminated: 3,
  TaskScheduled: 4,
  TaskCompleted: 5,
  TaskFailed: 6,
  SubOrchestrationInstanceCreated: 7,
  SubOrchestrationInstanceCompleted: 8,
  SubOrchestrationInstanceFailed: 9,
  TimerCreated: 10,
  TimerFired: 11,
  OrchestratorStarted: 12,
  OrchestratorCompleted: 13,
  EventRaised: 15,
  ExecutionSuspended: 19,
  ExecutionResumed: 20,
} as const;

/** Makes one history event; `at` in ms since the epoch. Messages to an instance have the id -1, its own decisions 0, 1, ... */
export const historyEvent = (
  type: number,
  at: number,
  fields: Record<string, unknown> = {},
  id = -1,
): HistoryEvent => ({
  EventType: type,
  ...fields,
  EventId: id,
  IsPlayed: false,
  Timestamp: new Date(at).toISOString(),
});

/** Who waits for a sub-orchestration. */
export type Parent = { name: string; instanceId: string; executionId: string; taskId: number };

/** The event that begins an execution; `input` is JSON text. */
export const executionStarted = (options: {
  name: string;
  instanceId: string;
  executionId: string;
  input: string;
  parent: Parent | undefined;
  at: number;
}): HistoryEvent => {
  const { parent } = options;
  return historyEvent(EventType.ExecutionStarted, options.at, {
    OrchestrationInstance: { InstanceId: options.instanceId, ExecutionId: options.executionId },
    ParentInstance: parent
      ? {
          Name: parent.name,
          OrchestrationInstance: { InstanceId: parent.instanceId, ExecutionId: parent.executionId },
          TaskScheduleId: parent.taskId,
        }
      : null,
    Name: options.name,
    Version: null,
    Input: options.input,
    Tags: null,
    Correlation: null,
    ParentTraceContext: null,
    ScheduledStartTime: null,
    Generation: 0,
    GenerateNewTrace: false,
  });
};

type ParentInstance = {
  Name: string;
  OrchestrationInstance: { InstanceId: string; ExecutionId: string };
  TaskScheduleId: number;
};

/** The parent named by an ExecutionStarted event, if it has one. */
export const parentOf = (started: HistoryEvent): Parent | undefined => {
  // Written by executionStarted above, so the shape is known.
  const parent = started.ParentInstance as ParentInstance | null;
  if (!parent) return undefined;
  const { InstanceId, ExecutionId } = parent.OrchestrationInstance;
  return { name: parent.Name, instanceId: InstanceId, executionId: ExecutionId, taskId: parent.TaskScheduleId };
};
