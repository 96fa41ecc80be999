import { join } from 'node:path';
import { readJsonFile, writeJsonFile } from './atomic-json.ts';
import type { RegisteredFunction } from './core-module.ts';
import { resolveSettings } from './host-json.ts';
import { parseSchedule, type TimerSchedule } from './timer-schedule.ts';
import type { Worker } from './worker.ts';

/** Runs the app's timer triggers. */
export type Timers = {
  start(): void;
  /** Runs once, to the end, each timer that is due by now; for a clock that was moved. */
  runDue(): Promise<void>;
  /** Starts no more runs and waits for the running ones. */
  stop(): Promise<void>;
};

/** Kept of a timer over restarts, times in ms; `last` is undefined before the first run. */
type TimerStatus = { schedule: string; last?: number; next: number };

type Timer = {
  target: RegisteredFunction;
  bindingName: string;
  schedule: TimerSchedule;
  runOnStartup: boolean;
  status: TimerStatus;
  handle?: NodeJS.Timeout;
  /** The current run; a timer never overlaps itself. */
  running?: Promise<void> | undefined;
};

// setTimeout takes at most 2^31 - 1 ms, so a longer wait is split.
const longestWaitMs = 24 * 24 * 3600 * 1000;

/**
 * Prepares every timer trigger of the app, with its last run from `dataDir/timers.json`. Started, it catches up a run that
 * was missed while the host was down (`isPastDue`), once, as the TimerListener of the genuine host does. Throws for a
 * schedule that cannot be read.
 */
export const createTimers = async (options: {
  worker: Worker;
  dataDir: string;
  env: NodeJS.ProcessEnv;
  log: (line: string) => void;
}): Promise<Timers> => {
  const { worker, dataDir, env, log } = options;
  const file = join(dataDir, 'timers.json');
  const kept = ((await readJsonFile(file)) ?? {}) as Record<string, TimerStatus>;
  const timers = worker.functions.flatMap((target) => readTimer(target, env, kept));
  let stopped = false;
  let saved: Promise<void> = Promise.resolve();

  const save = (): Promise<void> => {
    const write = () =>
      writeJsonFile(file, Object.fromEntries(timers.map(({ target, status }) => [target.metadata.name, status])));
    saved = saved.then(write, write);
    return saved;
  };

  const wait = (timer: Timer): void => {
    clearTimeout(timer.handle);
    if (stopped) return;
    const ms = Math.max(0, timer.status.next - Date.now());
    timer.handle = setTimeout(
      () => {
        if (Date.now() < timer.status.next) wait(timer);
        else run(timer, false);
      },
      Math.min(ms, longestWaitMs),
    );
  };

  const run = (timer: Timer, isPastDue: boolean): Promise<void> => {
    timer.running ??= runOnce(timer, isPastDue).finally(() => {
      timer.running = undefined;
      wait(timer);
    });
    return timer.running;
  };

  const runOnce = async (timer: Timer, isPastDue: boolean): Promise<void> => {
    const { target, bindingName, schedule, status } = timer;
    const started = Date.now();
    try {
      await worker.invoke(target, {
        inputs: { [bindingName]: { json: JSON.stringify(timerInfo(status, isPastDue)) } },
      });
    } catch (error) {
      log(
        `error [${target.metadata.name}] timer run failed: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    timer.status = { schedule: status.schedule, last: started, next: schedule.next(started) };
    await save();
  };

  return {
    start: () => {
      for (const timer of timers) {
        const isPastDue = timer.status.next <= Date.now();
        if (isPastDue || timer.runOnStartup) run(timer, isPastDue);
        else wait(timer);
      }
      // Saved from the start, so that a missed first run can be caught up too.
      if (timers.length > 0) save();
    },
    runDue: async () => {
      const due = timers.filter(({ status }) => status.next <= Date.now());
      await Promise.all(due.map((timer) => run(timer, false)));
      for (const timer of timers) if (!timer.running) wait(timer);
    },
    stop: async () => {
      stopped = true;
      for (const timer of timers) clearTimeout(timer.handle);
      await Promise.all(timers.map(({ running }) => running));
      await saved;
    },
  };
};

const readTimer = (target: RegisteredFunction, env: NodeJS.ProcessEnv, kept: Record<string, TimerStatus>): Timer[] => {
  const found = Object.entries(target.metadata.bindings).find(([, { type }]) => type.toLowerCase() === 'timertrigger');
  if (!found) return [];
  const [bindingName, binding] = found;
  const { name } = target.metadata;
  try {
    const text = resolveSettings(String(binding.schedule), env);
    const schedule = parseSchedule(text);
    const before = kept[name];
    const status = before?.schedule === text ? before : { schedule: text, next: schedule.next(Date.now()) };
    return [{ target, bindingName, schedule, runOnStartup: binding.runOnStartup === true, status }];
  } catch (cause) {
    throw new Error(`function ${name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
};

/** What the trigger receives; before the first run `Last` is the smallest .NET date, as in the genuine host. */
const timerInfo = ({ last, next }: TimerStatus, isPastDue: boolean): object => {
  const lastRun = last === undefined ? '0001-01-01T00:00:00+00:00' : new Date(last).toISOString();
  return {
    Schedule: { AdjustForDST: true },
    ScheduleStatus: { Last: lastRun, LastUpdated: lastRun, Next: new Date(next).toISOString() },
    IsPastDue: isPastDue,
  };
};
