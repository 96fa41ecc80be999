import type { TableClient } from '@azure/data-tables';
import { odata } from './odata.ts';

/** Rows of one partition with `from` <= row key < `to`. */
export type RowRange = { partnerId: string; from: string; to: string; select: string[] };
export type RangeRow = { rowKey: string; summary?: unknown };

/** At least the first `count` rows of a range, if it has so many, and whether there are more: as a rule one request. */
export const readRange = async (
  table: TableClient,
  { partnerId, from, to, select }: RowRange,
  count: number,
): Promise<{ rows: RangeRow[]; more: boolean }> => {
  const filter = odata`PartitionKey eq ${partnerId} and RowKey ge ${from} and RowKey lt ${to}`;
  const rows: RangeRow[] = [];
  const pages = table.listEntities<RangeRow>({ queryOptions: { filter, select } }).byPage({ maxPageSize: count });
  for await (const page of pages) {
    for (const { rowKey, summary } of page) rows.push({ rowKey: String(rowKey), summary });
    // A page may come short of what was asked for and still go on.
    if (rows.length >= count) return { rows, more: page.continuationToken !== undefined };
  }
  return { rows, more: false };
};
