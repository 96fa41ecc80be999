import type { TableClient } from '@azure/data-tables';
import { countedDown } from '../../domain/ids.ts';
import { undefinedOn404 } from './errors.ts';
import { odata } from './odata.ts';

/** Rows of one partition with `from` <= row key < `to`. */
export type RowRange = { partnerId: string; from: string; to: string; select: string[] };
export type RangeRow = { rowKey: string; summary?: unknown };

/** The first `count` rows (or a few more) that match a filter, and whether there are others. Usually one request. */
export const firstRows = async (
  table: TableClient,
  queryOptions: { filter: string; select?: string[] },
  count: number,
): Promise<{ rows: Record<string, unknown>[]; more: boolean }> => {
  const rows: Record<string, unknown>[] = [];
  for await (const page of table.listEntities({ queryOptions }).byPage({ maxPageSize: count })) {
    rows.push(...page);
    // A page may be shorter than asked for although more rows follow.
    if (rows.length >= count) return { rows, more: page.continuationToken !== undefined };
  }
  return { rows, more: false };
};

/** A page of rows after `after`, newest first: their keys begin with the time, counted down. `next` is where the next page begins. */
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

/** Removes such rows from before `before`. Keys that begin with `~` are not times and stay. */
export const removeOlder = async (table: TableClient, partition: string, before: Date): Promise<void> => {
  // Older rows have higher keys.
  const filter = odata`PartitionKey eq ${partition} and RowKey gt ${countedDown(before)} and RowKey lt ${'~'}`;
  for await (const { rowKey } of table.listEntities({ queryOptions: { filter, select: ['rowKey'] } })) {
    await undefinedOn404(table.deleteEntity(partition, String(rowKey)));
  }
};

/** The first rows of a range; see `firstRows`. */
export const readRange = async (
  table: TableClient,
  { partnerId, from, to, select }: RowRange,
  count: number,
): Promise<{ rows: RangeRow[]; more: boolean }> => {
  const filter = odata`PartitionKey eq ${partnerId} and RowKey ge ${from} and RowKey lt ${to}`;
  const { rows, more } = await firstRows(table, { filter, select }, count);
  return { rows: rows.map(({ rowKey, summary }) => ({ rowKey: String(rowKey), summary })), more };
};
