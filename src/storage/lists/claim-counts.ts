import type { TableClient } from '@azure/data-tables';
import { type ClaimStatus, claimStatuses } from '../../domain/claim-state.ts';
import { headings, last } from '../claims/index-keys.ts';
import { odata } from '../table/odata.ts';

/** How many claims a partner has by status, and how many of them need action. */
export type ClaimCounts = { byStatus: Record<ClaimStatus, number>; needsAction: number };

/** Counts a partner's claims by the keys of their index rows: a request for a thousand claims, and no claim is read. */
export const createClaimCounts =
  (table: TableClient) =>
  async (partnerId: string): Promise<ClaimCounts> => {
    const rowsUnder = async (heading: string): Promise<number> => {
      const [from, to] = [`${heading}|`, `${heading}|${last}`];
      const filter = odata`PartitionKey eq ${partnerId} and RowKey ge ${from} and RowKey lt ${to}`;
      let count = 0;
      const pages = table.listEntities({ queryOptions: { filter, select: ['rowKey'] } }).byPage();
      for await (const page of pages) count += page.length;
      return count;
    };
    const [needing, ...counts] = await Promise.all([
      rowsUnder(headings.attention),
      ...claimStatuses.map((status) => rowsUnder(headings.status(status))),
    ]);
    // The cast: each status has its count.
    const byStatus = Object.fromEntries(claimStatuses.map((status, at) => [status, counts[at]])) as Record<
      ClaimStatus,
      number
    >;
    return { byStatus, needsAction: byStatus.draft + needing };
  };
