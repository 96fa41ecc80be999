import type { HistoryEvent } from './contract.ts';
import { EventType, historyEvent } from './history.ts';
import type { Journal } from './journal.ts';
import type { Store, TimerRow } from './store.ts';

/** The host's clock may jump, so a distant timer is checked this often. */
const LONGEST_SLEEP_MS = 1000;

export type Timers = {
  /** To be called when timers were added or removed, and at the start. */
  arm(): void;
  /** Turns every due timer into a message, on disk before it returns. */
  fire(): void;
  nextDue(): number | undefined;
  stop(): void;
};

/** Durable timers: rows in the store, and one armed timeout for the earliest. */
export const createTimers = (options: {
  store: Store;
  journal: Journal;
  now: () => number;
  skewMs: number;
  fired: (timer: TimerRow, event: HistoryEvent) => void;
}): Timers => {
  const { store, journal, now, skewMs } = options;
  let timeout: NodeJS.Timeout | undefined;
  let armedFor = Number.POSITIVE_INFINITY;
  let stopped = false;

  const nextDue = (): number | undefined => {
    const first = store.firstTimer();
    return first === undefined ? undefined : first + skewMs;
  };

  const fire = (): void => {
    // Queued writes first: they may cancel a timer, which must not fire then.
    journal.flush();
    for (const timer of store.dueTimers(now() - skewMs)) {
      journal.add(
        () => store.dropTimer(timer),
        () => {},
      );
      const fields = { TimerId: timer.task, FireAt: new Date(timer.fireAt).toISOString() };
      options.fired(timer, historyEvent(EventType.TimerFired, now(), fields));
    }
    journal.flush();
    sleep();
  };

  const sleep = (): void => {
    clearTimeout(timeout);
    const due = nextDue();
    armedFor = due ?? Number.POSITIVE_INFINITY;
    if (due === undefined || stopped) return;
    timeout = setTimeout(fire, Math.min(Math.max(0, due - now()), LONGEST_SLEEP_MS));
    timeout.unref();
  };

  return {
    nextDue,
    fire,
    arm: () => {
      const due = nextDue() ?? Number.POSITIVE_INFINITY;
      if (due !== armedFor) sleep();
    },
    stop: () => {
      stopped = true;
      clearTimeout(timeout);
    },
  };
};
