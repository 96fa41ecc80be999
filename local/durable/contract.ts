/**
 * The interface between the functions host and the durable engine.
 * The host owns functions, HTTP and the clock; the engine owns instances, history, timers and their state on disk.
 */

/** JSON that an orchestration trigger receives: the out-of-process protocol of durable-functions 3.x. */
export type OrchestratorTrigger = {
  history: HistoryEvent[];
  input: unknown;
  instanceId: string;
  isReplaying: boolean;
  parentInstanceId: string | null;
  upperSchemaVersion: number;
  upperSchemaVersionNew: number;
  longRunningTimerIntervalDuration: string;
  maximumShortTimerDuration: string;
  defaultHttpAsyncRequestSleepTimeMillseconds: number;
};

/** A history event as the SDK reads it: PascalCase, `EventType` a number. */
export type HistoryEvent = {
  EventType: number;
  EventId: number;
  IsPlayed: boolean;
  Timestamp: string;
  [field: string]: unknown;
};

/** How the engine runs the app's functions. Names are matched without regard to case, as the Functions host does. */
export type FunctionRunner = {
  hasOrchestrator(name: string): boolean;
  hasActivity(name: string): boolean;
  /** Runs one orchestrator turn; resolves with the SDK's answer, rejects with whatever the function threw. */
  runOrchestrator(name: string, trigger: OrchestratorTrigger): Promise<unknown>;
  /** Runs one activity; `input` is the JSON value that the orchestrator passed. */
  runActivity(name: string, input: unknown, instanceId: string): Promise<unknown>;
};

export type DurableEngineOptions = {
  /** SQLite file that holds all state of the task hub; its folder exists. */
  file: string;
  hubName: string;
  /** Milliseconds since the epoch, by the host's movable clock. */
  now: () => number;
  functions: FunctionRunner;
  /** One line for a person; never inputs, results or event data. */
  log: (line: string) => void;
  /** Test switch: shifts every durable timer by this many ms (-1000 = a second early, 30000 = late), as the genuine engine may. */
  timerSkewMs?: number;
};

export type DurableEngine = {
  /** Opens the state on disk and resumes everything that was running. */
  start(): Promise<void>;
  /** Lets running work finish (at most 10 s), then closes the file. */
  stop(): Promise<void>;
  /** Answers the Durable HTTP API below `/runtime/webhooks/durabletask`. Access keys are checked by the host. */
  handle(request: Request): Promise<Response>;
  /** The JSON that a `durableClient` input binding receives; `hostUrl` such as `http://127.0.0.1:7071`. */
  clientBinding(hostUrl: string): string;
  /** Due time (ms) of the earliest durable timer, skew included, or undefined. */
  nextTimerDue(): number | undefined;
  /** Fires every timer that is due by `now()` and resolves once the engine is idle: no turn, no activity, nothing queued (or after `limitMs`). */
  fireDueTimers(limitMs?: number): Promise<void>;
};
