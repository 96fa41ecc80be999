import { randomUUID } from 'node:crypto';
import type { HistoryEvent } from './contract.ts';
import { EventType, historyEvent } from './history.ts';
import type { Instances } from './instances.ts';
import type { Journal } from './journal.ts';
import { type InstanceFilter, type InstanceRow, isTerminal, type RuntimeStatus, type Store } from './store.ts';
import type { Workflow } from './workflow.ts';

export type Management = ReturnType<typeof createManagement>;

/** The outcome of a message to an instance. */
export type Delivery = 'accepted' | 'missing' | 'over';

/** What a client may ask of instances. Promises resolve once the outcome is on disk. */
export const createManagement = (options: {
  store: Store;
  journal: Journal;
  instances: Instances;
  workflow: Workflow;
  now: () => number;
}) => {
  const { store, journal, instances, workflow, now } = options;

  const send = async (id: string, type: number, fields: Record<string, unknown>): Promise<Delivery> => {
    // A sender that knows the ID may be as fast as the start.
    await workflow.startOf(id);
    const state = delivery(id);
    if (state !== 'accepted') return state;
    workflow.post(id, historyEvent(type, now(), fields));
    await journal.commit(() => {});
    return 'accepted';
  };

  /** Whether a message to this instance would reach it. */
  const delivery = (id: string): Delivery => {
    const row = instances.row(id);
    if (!row) return 'missing';
    return isTerminal(row.status) ? 'over' : 'accepted';
  };

  const remove = (rows: readonly InstanceRow[]): Promise<void> =>
    journal.commit(() => {
      for (const row of rows) {
        store.clearInstance(row.id);
        store.dropInstance(row.id);
      }
    });

  return {
    /** Starts an instance; answers its id, or the state of the instance that is in the way. `input` is JSON text. */
    start: async (
      name: string,
      input: string,
      id = randomUUID().replaceAll('-', ''),
    ): Promise<{ id: string } | { inTheWay: RuntimeStatus }> => {
      // The genuine engine checks before it writes: simultaneous starts of one ID are all accepted, and one runs.
      const sameMoment = workflow.startOf(id);
      if (sameMoment) {
        await sameMoment;
        return { id };
      }
      const row = instances.row(id);
      if (row && !isTerminal(row.status)) return { inTheWay: row.status };
      await workflow.start({ name, id, input });
      return { id };
    },
    delivery: async (id: string): Promise<Delivery> => {
      await workflow.startOf(id);
      return delivery(id);
    },
    /** `data` is JSON text. */
    raiseEvent: (id: string, name: string, data: string): Promise<Delivery> =>
      send(id, EventType.EventRaised, { Name: name, Input: data, ParentTraceContext: null }),
    terminate: (id: string, reason: string): Promise<Delivery> =>
      send(id, EventType.ExecutionTerminated, { Input: reason }),
    suspend: (id: string, reason: string): Promise<Delivery> =>
      send(id, EventType.ExecutionSuspended, { Reason: reason }),
    resume: (id: string, reason: string): Promise<Delivery> => send(id, EventType.ExecutionResumed, { Reason: reason }),
    status: (id: string): InstanceRow | undefined => instances.row(id),
    history: (id: string): HistoryEvent[] => store.history(id),
    list: (filter: InstanceFilter, startAt: string, limit: number): InstanceRow[] =>
      store.instances(filter, startAt, limit),
    /** Deletes one finished instance. */
    purge: async (id: string): Promise<'purged' | 'missing' | 'running'> => {
      const row = instances.row(id);
      if (!row) return 'missing';
      if (!isTerminal(row.status)) return 'running';
      await remove([row]);
      return 'purged';
    },
    /** Deletes every finished instance that the filter finds; answers how many. */
    purgeAll: async (filter: InstanceFilter): Promise<number> => {
      const rows = store.instances(filter).filter((row) => isTerminal(row.status));
      await remove(rows);
      return rows.length;
    },
  };
};
