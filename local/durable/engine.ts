import { createActivityPool } from './activities.ts';
import { clientBinding } from './client-binding.ts';
import type { DurableEngine, DurableEngineOptions } from './contract.ts';
import { createHttpApi } from './http-api.ts';
import { createInstances } from './instances.ts';
import { createJournal } from './journal.ts';
import { createManagement } from './management.ts';
import { openStore } from './store.ts';
import { createTimers } from './timers.ts';
import { createWorkflow } from './workflow.ts';

const STOP_LIMIT_MS = 10_000;
const DRAIN_LIMIT_MS = 60_000;

/**
 * A durable task hub in one SQLite file that drives the unmodified durable-functions 3.x. Every work item (messages in,
 * orchestrator run, history, timers and messages out) is one transaction; activities run at least once.
 */
export const createDurableEngine = (options: DurableEngineOptions): DurableEngine => {
  const { functions, hubName, log, now } = options;
  const store = openStore(options.file);
  const journal = createJournal(store, log);
  const instances = createInstances(store);
  const activities = createActivityPool({
    functions,
    now,
    finished: (item, outcome) => workflow.activityFinished(item, outcome),
  });
  const workflow = createWorkflow({
    store,
    journal,
    instances,
    functions,
    log,
    now,
    startActivity: activities.add,
    timersChanged: () => timers.arm(),
  });
  const timers = createTimers({
    store,
    journal,
    now,
    skewMs: options.timerSkewMs ?? 0,
    fired: (timer, event) => workflow.post(timer.instance, event, timer.execution),
  });
  const management = createManagement({ store, journal, instances, workflow, now });
  const api = createHttpApi({ management, hubName });

  const idle = (): boolean => workflow.idle && activities.idle && journal.empty;

  /** Resolves once `done` holds or `limitMs` of real time have passed. Every change of state takes a turn of the event loop. */
  const until = async (done: () => boolean, limitMs: number): Promise<void> => {
    const end = performance.now() + limitMs;
    while (!done() && performance.now() < end) {
      // While activities wait for something outside, look every millisecond instead of spinning.
      await new Promise((resolve) => setTimeout(resolve, activities.running > 0 ? 1 : 0));
    }
  };

  let running = false;
  return {
    start: async () => {
      running = true;
      workflow.resume();
      for (const item of store.work()) activities.add(item);
      timers.arm();
    },
    stop: async () => {
      running = false;
      timers.stop();
      workflow.pause();
      activities.pause();
      await until(() => workflow.running === 0 && activities.running === 0 && journal.empty, STOP_LIMIT_MS);
      journal.close();
      store.close();
    },
    handle: async (request) => {
      if (!running) return new Response(null, { status: 503 });
      return api(request);
    },
    clientBinding: (hostUrl) => clientBinding({ hostUrl, hubName }),
    nextTimerDue: () => timers.nextDue(),
    fireDueTimers: async (limitMs = DRAIN_LIMIT_MS) => {
      const end = performance.now() + limitMs;
      do {
        timers.fire();
        await until(idle, end - performance.now());
      } while ((timers.nextDue() ?? Number.POSITIVE_INFINITY) <= now() && performance.now() < end);
    },
  };
};
