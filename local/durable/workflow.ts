import { randomUUID } from 'node:crypto';
import type { FunctionRunner, HistoryEvent } from './contract.ts';
import { EventType, executionStarted, historyEvent, type Parent, parentOf } from './history.ts';
import type { Instances, LiveInstance } from './instances.ts';
import type { Journal } from './journal.ts';
import type { Decision } from './replay.ts';
import { type InstanceRow, isTerminal, type Message, type Store, type WorkItem } from './store.ts';
import { childId, runTurn, type Turn } from './turn.ts';

const MOST_TURNS_AT_ONCE = 32;

type WorkflowOptions = {
  store: Store;
  journal: Journal;
  instances: Instances;
  functions: FunctionRunner;
  log: (line: string) => void;
  now: () => number;
  startActivity: (item: WorkItem) => void;
  timersChanged: () => void;
};

export type Workflow = ReturnType<typeof createWorkflow>;

/** Brings messages to instances and runs their turns: one at a time for an instance, a bounded number in all. */
export const createWorkflow = (options: WorkflowOptions) => {
  const { store, journal, instances, functions, log, now } = options;
  const starting = new Map<string, Promise<void>>();
  const ready: LiveInstance[] = [];
  let running = 0;
  let paused = false;
  let lastSeq = 0;

  const wake = (instance: LiveInstance): void => {
    if (instance.busy || instance.inbox.length === 0) return;
    instance.busy = true;
    ready.push(instance);
    // Deferred, so that messages of one transaction are handled in one turn.
    queueMicrotask(next);
  };

  const next = (): void => {
    while (!paused && running < MOST_TURNS_AT_ONCE) {
      const instance = ready.shift();
      if (!instance) return;
      running++;
      void work(instance);
    }
  };

  const work = async (instance: LiveInstance): Promise<void> => {
    const batch = [...instance.inbox];
    const { row } = instance;
    try {
      const history = instances.historyOf(instance);
      const fresh = batch.filter(({ execution }) => execution === null || execution === row.execution);
      const turn = await runTurn({ row, history, batch: fresh.map(({ event }) => event), functions, now });
      commit(instance, turn, batch);
    } catch (error) {
      // An orchestrator's own error fails its instance; this means damaged state on disk. Other instances continue.
      // The message may quote the data that could not be read, so report only the kind of error.
      log(`durable: instance ${row.id} cannot go on: ${error instanceof Error ? error.name : 'unknown error'}`);
    }
    running--;
    next();
  };

  const commit = (instance: LiveInstance, turn: Turn, batch: readonly Message[]): void => {
    const { row } = turn;
    const over = isTerminal(row.status);
    const activities = turn.decisions.flatMap((decision) => workItem(decision, row));
    const ofTimers = { instance: row.id, execution: row.execution };

    journal.add(
      () => {
        store.putInstance(row);
        if (turn.renewed || over) store.clearTimers(row.id);
        if (over) store.clearMessages(row.id);
        if (turn.renewed) store.clearHistory(row.id);
        store.addHistory(row.id, turn.renewed ? 0 : instance.chunks, turn.events);
        for (const message of batch) store.dropMessage(message.seq);
        for (const item of activities) store.addWork(item);
        for (const task of turn.cancelled) store.dropTimer({ ...ofTimers, task });
        for (const decision of turn.decisions) {
          if (decision.kind !== 'timer' || decision.cancelled) continue;
          store.addTimer({ ...ofTimers, task: decision.id, fireAt: Math.ceil(decision.fireAt) });
        }
      },
      () => {
        instance.row = row;
        instance.history = turn.renewed ? turn.events : [...(instance.history ?? []), ...turn.events];
        instance.chunks = turn.renewed ? 1 : instance.chunks + 1;
        instance.inbox = instance.inbox.slice(batch.length);
        instance.busy = false;
        if (over) instances.remove(instance);
        else wake(instance);
        for (const item of activities) options.startActivity(item);
        options.timersChanged();
      },
    );
    // In the same transaction as the turn, since the journal is not flushed in between.
    for (const decision of turn.decisions) if (decision.kind === 'child') startChild(decision, row);
    if (over) tellParent(instance, turn);
  };

  /** Queues an event for an instance; one that is over, or in another execution by then, does not get it. */
  const post = (id: string, event: HistoryEvent, execution: string | null = null): void => {
    const instance = instances.get(id);
    if (!instance) return;
    const message = { seq: ++lastSeq, instance: id, execution, event };
    journal.add(
      () => store.addMessage(message),
      () => {
        // It may have ended in the same transaction; what is left in the inbox then goes when the state is next opened.
        if (instances.get(id) !== instance) return;
        instance.inbox.push(message);
        wake(instance);
      },
    );
  };

  /** Starts an execution, over the remains of a finished one. The id must not be in use. */
  const start = (options: { name: string; id: string; input: string; parent?: Parent }): Promise<void> => {
    const { id, name, input } = options;
    const at = now();
    const execution = randomUUID().replaceAll('-', '');
    const event = executionStarted({ name, instanceId: id, executionId: execution, input, parent: options.parent, at });
    const row: InstanceRow = {
      id,
      execution,
      name,
      input,
      status: 'Pending',
      output: null,
      customStatus: null,
      created: at,
      updated: at,
    };
    const message = { seq: ++lastSeq, instance: id, execution, event };
    const started = new Promise<void>((resolve) => {
      journal.add(
        () => {
          store.clearInstance(id);
          store.putInstance(row);
          store.addMessage(message);
        },
        () => {
          starting.delete(id);
          const instance = instances.add(row);
          instance.inbox.push(message);
          wake(instance);
          resolve();
        },
      );
    });
    starting.set(id, started);
    return started;
  };

  const startChild = (decision: Decision & { kind: 'child' }, parent: InstanceRow): void => {
    const id = childId(decision, parent);
    if (instances.get(id) || starting.has(id)) {
      const reason = `An Orchestration instance with the id '${id}' is already running.`;
      const fields = { TaskScheduledId: decision.id, Reason: reason, Details: '' };
      post(parent.id, historyEvent(EventType.SubOrchestrationInstanceFailed, now(), fields), parent.execution);
      return;
    }
    const waiting = { name: parent.name, instanceId: parent.id, executionId: parent.execution, taskId: decision.id };
    void start({ name: decision.name, id, input: JSON.stringify(decision.input ?? null), parent: waiting });
  };

  const tellParent = (instance: LiveInstance, turn: Turn): void => {
    const events = turn.renewed ? turn.events : [...(instance.history ?? []), ...turn.events];
    const started = events.find((event) => event.EventType === EventType.ExecutionStarted);
    const parent = started && parentOf(started);
    if (!parent) return;
    const { output, status } = turn.row;
    const event =
      status === 'Completed'
        ? historyEvent(EventType.SubOrchestrationInstanceCompleted, now(), {
            TaskScheduledId: parent.taskId,
            Result: output,
          })
        : historyEvent(EventType.SubOrchestrationInstanceFailed, now(), {
            TaskScheduledId: parent.taskId,
            Reason: String(JSON.parse(output ?? 'null')),
            Details: '',
          });
    post(parent.instanceId, event, parent.executionId);
  };

  return {
    post,
    start,
    /** The start of this id that is not on disk yet, if any. */
    startOf: (id: string): Promise<void> | undefined => starting.get(id),
    activityFinished: (item: WorkItem, outcome: HistoryEvent): void => {
      journal.add(
        () => store.dropWork(item),
        () => {},
      );
      post(item.instance, outcome, item.execution);
    },
    /** Reads unfinished work from disk and resumes it. */
    resume: (): void => {
      for (const row of store.liveInstances()) {
        const instance = instances.add(row);
        instance.chunks = store.historyChunks(row.id);
      }
      for (const message of store.messages()) {
        const instance = instances.get(message.instance);
        if (instance) instance.inbox.push(message);
        else store.dropMessage(message.seq);
        lastSeq = Math.max(lastSeq, message.seq);
      }
      for (const instance of instances.all()) wake(instance);
    },
    pause: (): void => {
      paused = true;
    },
    get idle() {
      return running === 0 && ready.length === 0;
    },
    get running() {
      return running;
    },
  };
};

const workItem = (decision: Decision, row: InstanceRow): WorkItem[] => {
  if (decision.kind !== 'activity') return [];
  const input = decision.input === undefined ? null : JSON.stringify(decision.input);
  return [{ instance: row.id, execution: row.execution, task: decision.id, name: decision.name, input }];
};
