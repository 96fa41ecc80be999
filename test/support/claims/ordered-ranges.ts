import { createRequire } from 'node:module';

/** What is used of Azurite's table store and of the collections of LokiJS below it. */
type Row = { PartitionKey: string; RowKey: string };
type Collection = {
  data: Row[];
  binaryIndices: { RowKey: { values: number[] } };
  ensureIndex: (property: string) => void;
};
type QueryOptions = { filter?: string; top?: number };
type Continuation = { nextPartitionKeyResponse?: string; nextRowKeyResponse?: string };
export type TableStore = {
  getEntityCollection: (account: string, table: string, context: unknown) => Collection;
  getMaxResultsOption: (options: QueryOptions) => number;
  decodeContinuationHeader: (text: string | undefined) => string | undefined;
  adjustQueryResultforTop: (rows: Row[], most: number) => Continuation;
  queryTableEntities: (
    context: unknown,
    account: string,
    table: string,
    options: QueryOptions,
    nextPartitionKey?: string,
    nextRowKey?: string,
  ) => Promise<[Row[], string | undefined, string | undefined]>;
};

const text = "'((?:[^']|'')*)'";
const rangePattern = new RegExp(`^PartitionKey eq ${text} and RowKey (ge|gt) ${text} and RowKey lt ${text}$`);
const unquoted = (quoted = ''): string => quoted.replaceAll("''", "'");

/** A range of row keys of one partition. Keys that LokiJS could take for numbers sort otherwise there: not for us. */
const rangeOf = ({ filter = '' }: QueryOptions) => {
  const [, partition, bound, from, to] = rangePattern.exec(filter) ?? [];
  if (from === undefined || !/^[a-z]/.test(from)) return undefined;
  return { partition: unquoted(partition), from: unquoted(from), to: unquoted(to), after: bound === 'gt' };
};

const isNumber = (key: string): boolean => !Number.isNaN(Number(key));

/** Where in the index the first key at or after `from` stands. */
const firstAt = (rows: Row[], index: number[], from: string): number => {
  let low = 0;
  let high = index.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const key = rows[index[middle] ?? 0]?.RowKey ?? '';
    if (isNumber(key) || key < from) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Answers ranges of row keys from the index that the store keeps, and everything else as before. */
export const orderRanges = (store: TableStore): void => {
  const scan = store.queryTableEntities;
  store.queryTableEntities = async function (this: TableStore, context, account, table, options, ...next) {
    const range = rangeOf(options);
    const nextRowKey = this.decodeContinuationHeader(next[1]);
    if (range === undefined) return scan.call(this, context, account, table, options, ...next);
    const collection = this.getEntityCollection(account, table, context);
    collection.ensureIndex('RowKey');
    const index = collection.binaryIndices.RowKey.values;
    const most = this.getMaxResultsOption(options);
    const from = nextRowKey !== undefined && nextRowKey > range.from ? nextRowKey : range.from;
    const rows: Row[] = [];
    for (let at = firstAt(collection.data, index, from); at < index.length && rows.length <= most; at += 1) {
      const row = collection.data[index[at] ?? 0];
      if (row === undefined || row.RowKey >= range.to) break;
      if (row.PartitionKey === range.partition && !(range.after && row.RowKey === range.from)) rows.push(row);
    }
    const { nextPartitionKeyResponse, nextRowKeyResponse } = this.adjustQueryResultforTop(rows, most);
    return [rows, nextPartitionKeyResponse, nextRowKeyResponse];
  };
};

/**
 * Azurite looks at every row of a table to answer a range of keys; the service that it stands for reads the range. With this
 * a list costs here what it costs there. Call it before Azurite starts, in its process.
 */
export const orderAzuriteRanges = (): void => {
  const require = createRequire(import.meta.url);
  // The cast: Azurite has no types for its inside. The version is pinned, and the test beside it compares the answers.
  const { default: Store } = require('azurite/dist/src/table/persistence/LokiTableMetadataStore.js') as {
    default: { prototype: TableStore };
  };
  orderRanges(Store.prototype);
};
