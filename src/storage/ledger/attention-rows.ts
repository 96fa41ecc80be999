import type { TableClient } from '@azure/data-tables';
import type { ClaimRef } from '../../domain/claim.ts';
import { undefinedOn404 } from '../table/errors.ts';
import { odata } from '../table/odata.ts';

const partition = 'attention';

/** A claim that needs attention, for as long as its record says so. */
export type AttentionRow = ClaimRef & { reason: string };

export const createAttentionRows = (table: TableClient) => ({
  add: async ({ partnerId, claimId }: ClaimRef, reason: string): Promise<void> => {
    await table.upsertEntity({ partitionKey: partition, rowKey: claimId, partnerId, claimId, reason }, 'Replace');
  },

  remove: async (claimId: string): Promise<void> => {
    await undefinedOn404(table.deleteEntity(partition, claimId));
  },

  /** The row of one claim; undefined without one. */
  ofClaim: async (claimId: string): Promise<AttentionRow | undefined> => {
    const row = await undefinedOn404(table.getEntity(partition, claimId));
    return row && { partnerId: String(row.partnerId), claimId, reason: String(row.reason) };
  },

  /** Newest claim first, after the claim `after`. */
  rows: async function* (after = ''): AsyncGenerator<AttentionRow> {
    const filter = odata`PartitionKey eq ${partition} and RowKey gt ${after}`;
    for await (const { partnerId, claimId, reason } of table.listEntities({ queryOptions: { filter } })) {
      yield { partnerId: String(partnerId), claimId: String(claimId), reason: String(reason) };
    }
  },
});
