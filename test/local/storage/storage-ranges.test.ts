import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderRanges, type TableStore } from '../../support/claims/ordered-ranges.ts';
import { runs } from '../../support/claims/runs.ts';

type Store = TableStore & {
  init: () => Promise<void>;
  createTable: (context: unknown, table: { account: string; table: string }) => Promise<void>;
  insertTableEntity: (context: unknown, table: string, account: string, row: unknown) => Promise<unknown>;
  deleteTableEntity: (
    ...key: [context: unknown, table: string, account: string, partition: string, row: string, etag: string]
  ) => Promise<void>;
};
// The cast: Azurite has no types for its inside.
const { default: LokiStore } = createRequire(import.meta.url)(
  'azurite/dist/src/table/persistence/LokiTableMetadataStore.js',
) as { default: new (path: string, inMemory: boolean) => Store };

const key = fc.oneof(
  fc.constantFrom('12', '1e3', '007', 'Infinity', 'c', 'c|', 'c|~~', "c|o'k", 'd|1', 'é', '日本'),
  fc.stringMatching(/^[a-f]\|[0-9a-c~-]{0,4}$/),
);
const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;

test('ranges of keys are answered as Azurite answers them, page by page', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.tuple(fc.constantFrom('p', 'q'), key), { selector: String, maxLength: 40 }),
      fc.array(fc.nat({ max: 39 }), { maxLength: 5 }),
      fc.record({ from: key, to: key, bound: fc.constantFrom('ge', 'gt'), top: fc.integer({ min: 1, max: 9 }) }),
      async (rows, gone, { from, to, bound, top }) => {
        const store = new LokiStore('', true);
        await store.init();
        await store.createTable({}, { account: 'a', table: 't' });
        for (const [PartitionKey, RowKey] of rows) {
          const properties = { PartitionKey, RowKey };
          await store.insertTableEntity({}, 't', 'a', { ...properties, properties, lastModifiedTime: '', eTag: 'e' });
        }
        for (const at of new Set(gone)) {
          const row = rows[at];
          if (row) await store.deleteTableEntity({}, 't', 'a', ...row, '*');
        }
        const filter = `PartitionKey eq 'p' and RowKey ${bound} ${quoted(from)} and RowKey lt ${quoted(to)}`;
        const pages = async (): Promise<string[][]> => {
          const read: string[][] = [];
          let next: (string | undefined)[] = [];
          do {
            const [page, ...continued] = await store.queryTableEntities(
              {},
              'a',
              't',
              { filter, top },
              next[0],
              next[1],
            );
            read.push(page.map(({ RowKey }) => RowKey));
            next = continued;
          } while (next[1] !== undefined);
          return read;
        };
        const asShipped = await pages();
        orderRanges(store);
        expect(await pages()).toEqual(asShipped);
      },
    ),
    { numRuns: runs(30) },
  );
});
