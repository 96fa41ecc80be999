import * as z from 'zod';
import { present } from '../lib/present.ts';

/** What an orchestration did, from the history that its status shows. Inputs and results are left out: they are on the record. */

export const stepKinds = ['started', 'activity', 'timer', 'event', 'ended', 'other'] as const;
export const stepOutcomes = ['done', 'failed', 'under-way'] as const;

export type OrchestrationStep = {
  /** RFC 3339, UTC: when it ended or came, or was begun if it is still under way. */
  at: string;
  kind: (typeof stepKinds)[number];
  name: string;
  outcome: (typeof stepOutcomes)[number];
  /** When an activity or a timer was scheduled. */
  scheduledAt?: string;
  /** When a timer is, or was, due. */
  dueAt?: string;
};

export type OrchestrationSteps = {
  runtimeStatus: string;
  createdAt: string;
  lastUpdatedAt: string;
  steps: OrchestrationStep[];
};

const event = z.looseObject({
  EventType: z.string(),
  Timestamp: z.string(),
  Name: z.string().nullish(),
  FunctionName: z.string().nullish(),
  ScheduledTime: z.string().nullish(),
  FireAt: z.string().nullish(),
});

/** Event types of a condensed history: what they are, and how far that is. */
const kinds: Record<string, [kind: OrchestrationStep['kind'], outcome: OrchestrationStep['outcome']]> = {
  ExecutionStarted: ['started', 'done'],
  TaskScheduled: ['activity', 'under-way'],
  TaskCompleted: ['activity', 'done'],
  TaskFailed: ['activity', 'failed'],
  TimerCreated: ['timer', 'under-way'],
  TimerFired: ['timer', 'done'],
  EventRaised: ['event', 'done'],
  ExecutionCompleted: ['ended', 'done'],
  ExecutionTerminated: ['ended', 'failed'],
};

const utc = (text: string): string => {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? text : at.toISOString();
};

/** The steps in the history that comes with a status. What cannot be read is left out. */
export const stepsOf = (history: unknown): OrchestrationStep[] =>
  (Array.isArray(history) ? history : []).flatMap((one) => {
    const read = event.safeParse(one);
    if (!read.success) return [];
    const { EventType, Timestamp, Name, FunctionName, ScheduledTime, FireAt } = read.data;
    const [kind, outcome] = kinds[EventType] ?? (['other', 'done'] as const);
    return [
      present({
        at: utc(Timestamp),
        kind,
        // The engine has no name for a timer.
        name: FunctionName ?? Name ?? (kind === 'timer' ? 'timer' : EventType),
        outcome,
        scheduledAt: ScheduledTime ? utc(ScheduledTime) : undefined,
        dueAt: FireAt ? utc(FireAt) : undefined,
      }),
    ];
  });
