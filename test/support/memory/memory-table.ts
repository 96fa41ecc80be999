import type { TableClient, TransactionAction } from '@azure/data-tables';

/** Rows of tables in memory, with the ETags, transactions and refusals of Table storage; shared by all processes of a test. */
export type MemoryRows = {
  rows: Map<string, Row>;
  /** Called after each write that took effect: a moment at which another process may look. */
  written: () => void;
};
type Row = Record<string, unknown> & { partitionKey: string; rowKey: string; etag: string };
type Entity = Record<string, unknown> & { partitionKey?: string; rowKey?: string };

/** A process: `step` runs before and after each call; once it throws, the process is dead. */
export type Step = (call: { write: boolean; at: 'before' | 'after' }) => Promise<void>;

export const memoryRows = (): MemoryRows => ({ rows: new Map(), written: () => undefined });

const refusal = (statusCode: number): Error =>
  Object.assign(new Error(`Storage answered ${statusCode}.`), { name: 'RestError', statusCode });

const operators: Record<string, (one: string, other: string) => boolean> = {
  eq: (one, other) => one === other,
  ge: (one, other) => one >= other,
  gt: (one, other) => one > other,
  lt: (one, other) => one < other,
};
const columns: Record<string, string> = { PartitionKey: 'partitionKey', RowKey: 'rowKey' };

/** Whether a row passes a filter of comparisons that are joined by `and`: the only ones that the stores under test use. */
const passes = (row: Row, filter: string): boolean =>
  [...filter.matchAll(/(\w+) (eq|ge|gt|lt) '((?:[^']|'')*)'/g)].every(([, name = '', operator = '', value = '']) =>
    operators[operator]?.(String(row[columns[name] ?? name]), value.replaceAll("''", "'")),
  );

let etags = 0;

/** The table as one process sees it. */
export const memoryTable = (store: MemoryRows, step: Step): TableClient => {
  const keyOf = ({ partitionKey, rowKey }: Entity): string => `${partitionKey}\n${rowKey}`;
  const call = async <T>(write: boolean, act: () => T): Promise<T> => {
    await step({ write, at: 'before' });
    const result = act();
    if (write) store.written();
    await step({ write, at: 'after' });
    return result;
  };

  const apply = (rows: Map<string, Row>, action: TransactionAction): string => {
    // The cast: the kinds of action differ in what follows.
    const [kind, entity, mode, options] = action as [string, Entity, string?, { etag?: string }?];
    const key = keyOf(entity);
    const present = rows.get(key);
    if (kind === 'create' && present !== undefined) throw refusal(409);
    if ((kind === 'update' || kind === 'delete') && present === undefined) throw refusal(404);
    if (options?.etag !== undefined && options.etag !== present?.etag) throw refusal(412);
    if (kind === 'delete') {
      rows.delete(key);
      return '';
    }
    etags += 1;
    const kept = mode === 'Merge' ? present : {};
    rows.set(key, { ...kept, ...structuredClone(entity), etag: String(etags) } as Row);
    return String(etags);
  };
  const one = (action: TransactionAction) => call(true, () => ({ etag: apply(store.rows, action) }));

  const client = {
    getEntity: (partitionKey: string, rowKey: string) =>
      call(false, () => {
        const row = store.rows.get(keyOf({ partitionKey, rowKey }));
        if (row === undefined) throw refusal(404);
        return structuredClone(row);
      }),
    listEntities: async function* ({ queryOptions }: { queryOptions: { filter: string } }) {
      const found = await call(false, () =>
        structuredClone(
          [...store.rows.values()]
            .filter((row) => passes(row, queryOptions.filter))
            .toSorted((row, other) => (row.rowKey < other.rowKey ? -1 : 1)),
        ),
      );
      yield* found;
    },
    submitTransaction: (actions: TransactionAction[]) =>
      call(true, () => {
        if (actions.length > 100) throw refusal(400);
        const rows = new Map(store.rows);
        const subResponses = actions.map((action) => ({ etag: apply(rows, action) }));
        store.rows = rows;
        return { subResponses };
      }),
    createEntity: (entity: Entity) => one(['create', entity] as unknown as TransactionAction),
    upsertEntity: (entity: Entity) => one(['upsert', entity, 'Replace'] as unknown as TransactionAction),
    updateEntity: (entity: Entity, mode: string, options: object) =>
      one(['update', entity, mode, options] as unknown as TransactionAction),
    deleteEntity: (partitionKey: string, rowKey: string, options?: object) =>
      one(['delete', { partitionKey, rowKey }, undefined, options] as unknown as TransactionAction),
  };
  // The cast: the stores use no more of a client than this.
  return client as unknown as TableClient;
};
