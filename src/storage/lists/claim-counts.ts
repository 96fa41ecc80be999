import type { TableClient } from '@azure/data-tables';
import { type ClaimStatus, claimStatuses } from '../../domain/claim-state.ts';
import { nearUntil } from '../../domain/view/attention-reasons.ts';
import { headings, last } from '../claims/index-keys.ts';
import { odata } from '../table/odata.ts';

/** How many claims a partner has by status, and how many of them need action. */
export type ClaimCounts = { byStatus: Record<ClaimStatus, number>; needsAction: number };

/** Counts a partner's claims by the keys of their index rows: a request for a thousand claims, and no claim is read. */
export const createClaimCounts =
  (table: TableClient) =>
  async (partnerId: string, now: Date): Promise<ClaimCounts> => {
    const idsUnder = async (heading: string, end = last): Promise<string[]> => {
      const [from, to] = [`${heading}|`, `${heading}|${end}`];
      const filter = odata`PartitionKey eq ${partnerId} and RowKey ge ${from} and RowKey lt ${to}`;
      const ids: string[] = [];
      for await (const { rowKey = '' } of table.listEntities({ queryOptions: { filter, select: ['rowKey'] } })) {
        ids.push(rowKey.slice(rowKey.lastIndexOf('|') + 1));
      }
      return ids;
    };
    const [needing, near, ...listed] = await Promise.all([
      idsUnder(headings.attention),
      idsUnder(headings.deadline, `${nearUntil(now)}|${last}`),
      ...claimStatuses.map((status) => idsUnder(headings.status(status))),
    ]);
    // The cast: each status has its count.
    const byStatus = Object.fromEntries(claimStatuses.map((status, at) => [status, listed[at]?.length ?? 0])) as Record<
      ClaimStatus,
      number
    >;
    return { byStatus, needsAction: byStatus.draft + new Set([...needing, ...near]).size };
  };
