import type { FunctionRunner, HistoryEvent } from './contract.ts';
import { EventType, historyEvent } from './history.ts';
import type { WorkItem } from './store.ts';

const MOST_AT_ONCE = 64;

export type ActivityPool = {
  add(item: WorkItem): void;
  /** Starts no more activities; waiting ones stay in the store. */
  pause(): void;
  readonly idle: boolean;
  readonly running: number;
};

/** Runs activities, a bounded number at once. `finished` gets the event that the orchestrator is to see. */
export const createActivityPool = (options: {
  functions: FunctionRunner;
  now: () => number;
  finished: (item: WorkItem, outcome: HistoryEvent) => void;
}): ActivityPool => {
  const waiting: WorkItem[] = [];
  let running = 0;
  let paused = false;

  const run = async (item: WorkItem): Promise<void> => {
    running++;
    const outcome = await runActivity(item, options.functions, options.now);
    running--;
    options.finished(item, outcome);
    next();
  };

  const next = (): void => {
    while (!paused && running < MOST_AT_ONCE) {
      const item = waiting.shift();
      if (!item) return;
      void run(item);
    }
  };

  return {
    add: (item) => {
      waiting.push(item);
      next();
    },
    pause: () => {
      paused = true;
    },
    get idle() {
      return running === 0 && waiting.length === 0;
    },
    get running() {
      return running;
    },
  };
};

const runActivity = async (item: WorkItem, functions: FunctionRunner, now: () => number): Promise<HistoryEvent> => {
  try {
    const result = await functions.runActivity(item.name, activityInput(item.input), item.instance);
    const fields = { TaskScheduledId: item.task, Result: JSON.stringify(result) ?? 'null' };
    return historyEvent(EventType.TaskCompleted, now(), fields);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const stack = error instanceof Error ? error.stack : undefined;
    return historyEvent(EventType.TaskFailed, now(), {
      TaskScheduledId: item.task,
      // The genuine engine's text, with two blanks and a .NET exception dump, so that no one relies on anything simpler.
      Reason: `Activity function '${item.name}' failed:  ${message}`,
      Details: JSON.stringify({
        $type: 'System.Exception, System.Private.CoreLib',
        ClassName: 'System.Exception',
        Message: ` ${message}`,
        InnerException: { Message: `Result: Failure\nException: ${message}\nStack: ${stack ?? ''}` },
      }),
    });
  }
};

/** A boolean arrives as the text "True" or "False" and null as undefined, as the genuine engine hands them over. */
const activityInput = (json: string | null): unknown => {
  if (json === null) return undefined;
  const sent: unknown = JSON.parse(json);
  if (typeof sent === 'string') return unquoted(sent);
  if (typeof sent === 'boolean') return sent ? 'True' : 'False';
  return sent ?? undefined;
};

/** The SDK quotes text once more than the rest, but not a Date, which has become text on the way. */
const unquoted = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
