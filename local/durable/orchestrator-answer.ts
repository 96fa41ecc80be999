/** Numbers of the actions in an orchestrator's answer, as durable-functions 3.x defines them. */
export const ActionType = {
  CallActivity: 0,
  CallActivityWithRetry: 1,
  CallSubOrchestrator: 2,
  CallSubOrchestratorWithRetry: 3,
  ContinueAsNew: 4,
  CreateTimer: 5,
  WaitForExternalEvent: 6,
  CallEntity: 7,
  CallHttp: 8,
  SignalEntity: 9,
  ScheduledSignalEntity: 10,
  WhenAny: 11,
  WhenAll: 12,
  LockEntities: 13,
  ReleaseEntities: 14,
} as const;

export type RetryOptions = {
  firstRetryIntervalInMilliseconds: number;
  maxNumberOfAttempts: number;
  backoffCoefficient?: number;
  maxRetryIntervalInMilliseconds?: number;
  retryTimeoutInMilliseconds?: number;
};

export type Action = {
  actionType: number;
  functionName?: string;
  input?: unknown;
  instanceId?: string;
  fireAt?: string;
  isCanceled?: boolean;
  externalEventName?: string;
  compoundActions?: Action[];
  retryOptions?: RetryOptions;
};

/** What one turn of an orchestrator came to. `actions` holds every action since the execution began. */
export type OrchestratorAnswer = {
  isDone: boolean;
  actions: Action[];
  output: unknown;
  customStatus: unknown;
  error: string | undefined;
};

type WireAnswer = {
  isDone?: boolean;
  actions?: Action[][];
  output?: unknown;
  customStatus?: unknown;
  error?: string;
};

const FAILURE_LABEL = '\n\n$OutOfProcData$:';

const fromWire = (json: string): OrchestratorAnswer => {
  // The JSON protocol of durable-functions 3.x; the SDK is pinned to an exact version.
  const wire = JSON.parse(json) as WireAnswer;
  return {
    isDone: wire.isDone === true,
    actions: (wire.actions ?? []).flat(),
    output: wire.output,
    customStatus: wire.customStatus,
    error: wire.error || undefined,
  };
};

/** Reads what the orchestrator function returned. It goes through JSON, as over the wire: dates become text, undefined goes. */
export const readAnswer = (returned: unknown): OrchestratorAnswer =>
  fromWire(typeof returned === 'string' ? returned : JSON.stringify(returned ?? {}));

/** Reads what the orchestrator function threw: the SDK packs its state into the message. */
export const readFailure = (thrown: unknown): OrchestratorAnswer => {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const label = message.indexOf(FAILURE_LABEL);
  if (label < 0) return { isDone: false, actions: [], output: undefined, customStatus: undefined, error: message };
  const answer = fromWire(message.slice(label + FAILURE_LABEL.length));
  return { ...answer, error: answer.error ?? message.slice(0, label) };
};
