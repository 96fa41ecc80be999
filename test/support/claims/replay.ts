import { fileURLToPath } from 'node:url';
import type { HistoryEvent, OrchestratorTrigger } from '../../../local/durable/contract.ts';
import { EventType } from '../../../local/durable/history.ts';
import { type OrchestratorAnswer, readAnswer, readFailure } from '../../../local/durable/orchestrator-answer.ts';
import { createCoreModule, installCoreModule } from '../../../local/host/core-module.ts';
import { startWorker } from '../../../local/host/worker.ts';

/** An orchestration as a task hub keeps it. */
export type RecordedRun = { instanceId: string; input: unknown; history: HistoryEvent[] };

/** Runs one turn of the claims' orchestration on the unmodified durable-functions. */
export type RunTurn = (trigger: OrchestratorTrigger) => Promise<OrchestratorAnswer>;

const root = fileURLToPath(new URL('../../..', import.meta.url));
let loaded: Promise<RunTurn> | undefined;

/** Loads today's `claimLifecycle` as the Functions worker would; once in a process, since the packages keep the first host they meet. */
export const loadLifecycle = (): Promise<RunTurn> => {
  loaded ??= (async () => {
    const core = createCoreModule(() => {});
    installCoreModule(core.exports);
    const { app } = await import('durable-functions');
    const { claimLifecycle, orchestrationName } = await import('../../../src/workflow/claim-lifecycle.ts');
    app.orchestration(orchestrationName, claimLifecycle);
    const worker = await startWorker(core, root);
    const [target] = worker.functions;
    const [binding] = Object.keys(target?.metadata.bindings ?? {});
    if (target === undefined || binding === undefined) throw new Error('The orchestration was not registered.');
    return async (trigger: OrchestratorTrigger) => {
      const inputs = { [binding]: { string: JSON.stringify(trigger) } };
      const outcome = await worker.invoke(target, { inputs }).then(({ result }) => ({ result }), readFailure);
      return 'result' in outcome ? readAnswer(outcome.result) : outcome;
    };
  })();
  return loaded;
};

/** One turn of a recorded run: what the orchestrator was given, and the events that its answer led to. */
export type Turn = { trigger: OrchestratorTrigger; decided: HistoryEvent[] };

/** Cuts a run into its turns, as the engine had called the orchestrator. */
export const turnsOf = ({ instanceId, input, history }: RecordedRun): Turn[] => {
  const starts = history.flatMap((event, index) => (event.EventType === EventType.OrchestratorStarted ? [index] : []));
  return starts.map((start, turn) => {
    const own = history.slice(start, starts[turn + 1]);
    const received = own.filter((event) => event.EventId === -1 && !isOutcome(event));
    return {
      trigger: {
        history: [...history.slice(0, start), ...received.map((event) => ({ ...event, IsPlayed: false }))],
        input,
        instanceId,
        isReplaying: start > 0,
        parentInstanceId: null,
        upperSchemaVersion: 1,
        upperSchemaVersionNew: 3,
        longRunningTimerIntervalDuration: '3.00:00:00',
        maximumShortTimerDuration: '6.00:00:00',
        defaultHttpAsyncRequestSleepTimeMillseconds: 30_000,
      },
      decided: own.filter((event) => event.EventId >= 0 || event.EventType === EventType.ExecutionCompleted),
    };
  });
};

const isOutcome = ({ EventType: type }: HistoryEvent): boolean =>
  type === EventType.OrchestratorCompleted || type === EventType.ExecutionCompleted;
