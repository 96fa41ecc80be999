import type { TableClient } from '@azure/data-tables';
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
