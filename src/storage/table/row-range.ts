import type { TableClient } from '@azure/data-tables';
import { countedDown } from '../../domain/ids.ts';
import { undefinedOn404 } from './errors.ts';
import { odata } from './odata.ts';

/** Rows of one partition with `from` <= row key < `to`. */
export type RowRange = { partnerId: string; from: string; to: string; select: string[] };
export type RangeRow = { rowKey: string; summary?: unknown };

/** At least the first `count` rows that pass a filter, if there are so many, and whether there are more: as a rule one request. */
export const firstRows = async (
  table: TableClient,
  queryOptions: { filter: string; select?: string[] },
  count: number,
): Promise<{ rows: Record<string, unknown>[]; more: boolean }> => {
  const rows: Record<string, unknown>[] = [];
  for await (const page of table.listEntities({ queryOptions }).byPage({ maxPageSize: count })) {
    rows.push(...page);
    // A page may come short of what was asked for and still go on.
    if (rows.length >= count) return { rows, more: page.continuationToken !== undefined };
  }
  return { rows, more: false };
};

/** A page of rows whose keys begin with the time counted down, newest first, after the row `after`; `next` is where to go on. */
export const newestFirst = async (
  table: TableClient,
  partition: string,
  top: number,
  after: string,
): Promise<{ rows: Record<string, unknown>[]; next?: string }> => {
  const filter = odata`PartitionKey eq ${partition} and RowKey gt ${after}`;
  const { rows } = await firstRows(table, { filter }, top + 1);
  const page = rows.slice(0, top);
  return rows.length > top ? { rows: page, next: String(page.at(-1)?.rowKey) } : { rows: page };
};

/** Removes such rows from before `before`. Keys that begin with `~` are no times, and stay. */
export const removeOlder = async (table: TableClient, partition: string, before: Date): Promise<void> => {
  // Counted down: what is older has the higher key.
  const filter = odata`PartitionKey eq ${partition} and RowKey gt ${countedDown(before)} and RowKey lt ${'~'}`;
  for await (const { rowKey } of table.listEntities({ queryOptions: { filter, select: ['rowKey'] } })) {
    await undefinedOn404(table.deleteEntity(partition, String(rowKey)));
  }
};

/** At least the first `count` rows of a range; see `firstRows`. */
export const readRange = async (
  table: TableClient,
  { partnerId, from, to, select }: RowRange,
  count: number,
): Promise<{ rows: RangeRow[]; more: boolean }> => {
  const filter = odata`PartitionKey eq ${partnerId} and RowKey ge ${from} and RowKey lt ${to}`;
  const { rows, more } = await firstRows(table, { filter, select }, count);
  return { rows: rows.map(({ rowKey, summary }) => ({ rowKey: String(rowKey), summary })), more };
};
