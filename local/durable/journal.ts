import type { Store } from './store.ts';

type Entry = { write: () => void; done: () => void };

export type Journal = {
  /** Queues writes; `done` runs once they are on disk, in order. */
  add(write: () => void, done: () => void): void;
  /** Queues writes and resolves once they are on disk. */
  commit(write: () => void): Promise<void>;
  /** Writes everything queued now instead of at the end of this turn of the event loop. */
  flush(): void;
  /** Flushes and accepts no more writes; anything later was not acknowledged to anyone. */
  close(): void;
  readonly empty: boolean;
};

const RETRY_MS = 1000;

/**
 * Groups the writes of one turn of the event loop into one transaction. No effect (an HTTP answer, an activity, a message)
 * may become visible before its `done`. If the disk fails, all writes stay queued and are repeated.
 */
export const createJournal = (store: Store, log: (line: string) => void): Journal => {
  let queue: Entry[] = [];
  let scheduled = false;
  let closed = false;

  const flush = (): void => {
    const entries = queue;
    queue = [];
    if (entries.length === 0) return;
    try {
      store.transaction(() => {
        for (const entry of entries) entry.write();
      });
    } catch (error) {
      log(`durable: state could not be written, trying again: ${error instanceof Error ? error.message : error}`);
      queue = [...entries, ...queue];
      scheduled = true;
      setTimeout(runScheduled, RETRY_MS).unref();
      return;
    }
    for (const entry of entries) entry.done();
  };

  const runScheduled = (): void => {
    scheduled = false;
    flush();
  };

  const add = (write: () => void, done: () => void): void => {
    if (closed) return;
    queue.push({ write, done });
    if (scheduled) return;
    scheduled = true;
    setImmediate(runScheduled);
  };

  return {
    add,
    commit: (write) => new Promise((resolve) => add(write, resolve)),
    flush,
    close: () => {
      flush();
      closed = true;
      queue = [];
    },
    get empty() {
      return queue.length === 0;
    },
  };
};
