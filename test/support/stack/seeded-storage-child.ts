import { createRequire } from 'node:module';
import { claimRows } from '../claims/many-claims.ts';
import { orderAzuriteRanges } from '../claims/ordered-ranges.ts';

/**
 * The storage of the local stack, in which a table named `claims<count>` is born with so many claims. They are put into
 * Azurite's own collection in one go: request by request, a million rows take it a quarter of an hour.
 */

type Collection = { insert: (rows: unknown[], inOneGo: boolean) => void };
type Store = {
  createTable: (context: unknown, table: { account: string; table: string }) => Promise<void>;
  getEntityCollection: (account: string, table: string, context: unknown) => Collection;
};

// The cast: Azurite has no types for its inside.
const { default: AzuriteStore } = createRequire(import.meta.url)(
  'azurite/dist/src/table/persistence/LokiTableMetadataStore.js',
) as { default: { prototype: Store } };
const { prototype } = AzuriteStore;
const createEmpty = prototype.createTable;

// Azurite looks at every row for a range of keys; the service, whose cost is to be shown, has them in order.
orderAzuriteRanges();

/** A row as Azurite keeps it. */
const stored = ({ partitionKey: PartitionKey, rowKey: RowKey, ...columns }: ReturnType<typeof claimRows>[number]) => {
  const lastModifiedTime = '2026-11-20T10:00:00.0000000Z';
  const timestamp = { Timestamp: lastModifiedTime, 'Timestamp@odata.type': 'Edm.DateTime' };
  const eTag = `W/"datetime'${encodeURIComponent(lastModifiedTime)}'"`;
  return {
    PartitionKey,
    RowKey,
    properties: { PartitionKey, RowKey, ...columns, ...timestamp },
    lastModifiedTime,
    eTag,
  };
};

prototype.createTable = async function (this: Store, context, model) {
  await createEmpty.call(this, context, model);
  const claims = Number(/^claims(\d+)$/.exec(model.table)?.[1] ?? 0);
  const rows = Array.from({ length: claims }, (_, n) => claimRows(n, claims).map(stored)).flat();
  this.getEntityCollection(model.account, model.table, context).insert(rows, true);
};

await import('../../../local/storage/azurite-child.ts');
