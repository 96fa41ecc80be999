import type { HistoryEvent } from './contract.ts';
import type { InstanceRow, Message, Store } from './store.ts';

/** An unfinished instance, as stored. */
export type LiveInstance = {
  row: InstanceRow;
  inbox: Message[];
  /** Undefined until a turn needs it. */
  history: HistoryEvent[] | undefined;
  /** Rows that the history has on disk. */
  chunks: number;
  /** A turn is running or queued. */
  busy: boolean;
};

/** Histories cached in memory; the least recently used ones are read from disk again. */
const MOST_HISTORIES = 5000;

export type Instances = ReturnType<typeof createInstances>;

/** The unfinished instances in memory, with as many of their histories as fit. */
export const createInstances = (store: Store) => {
  const live = new Map<string, LiveInstance>();
  const cached = new Set<LiveInstance>();

  const add = (row: InstanceRow): LiveInstance => {
    const instance: LiveInstance = { row, inbox: [], history: undefined, chunks: 0, busy: false };
    live.set(row.id, instance);
    return instance;
  };

  /** Keeps the newest histories, and those that a turn is working on. */
  const trim = (): void => {
    for (const instance of cached) {
      if (cached.size <= MOST_HISTORIES) return;
      if (instance.busy) continue;
      instance.history = undefined;
      cached.delete(instance);
    }
  };

  return {
    add,
    get: (id: string): LiveInstance | undefined => live.get(id),
    /** Status of any instance, over or not. */
    row: (id: string): InstanceRow | undefined => live.get(id)?.row ?? store.instance(id),
    remove: (instance: LiveInstance): void => {
      cached.delete(instance);
      if (live.get(instance.row.id) === instance) live.delete(instance.row.id);
    },
    historyOf: (instance: LiveInstance): HistoryEvent[] => {
      instance.history ??= store.history(instance.row.id);
      cached.delete(instance);
      cached.add(instance);
      trim();
      return instance.history;
    },
    all: (): Iterable<LiveInstance> => live.values(),
  };
};
