import type { TableClient } from '@azure/data-tables';
import type { ClaimRef } from '../../domain/claim.ts';
import { undefinedOn404 } from '../table/errors.ts';
import { odata } from '../table/odata.ts';

const partition = 'unverified';

/** Claims that were submitted for a customer who could not be verified. */
export const createUnverifiedRows = (table: TableClient) => ({
  add: async ({ partnerId, claimId }: ClaimRef): Promise<void> => {
    await table.upsertEntity({ partitionKey: partition, rowKey: claimId, partnerId, claimId }, 'Replace');
  },

  remove: async (claimId: string): Promise<void> => {
    await undefinedOn404(table.deleteEntity(partition, claimId));
  },

  has: async (claimId: string): Promise<boolean> =>
    (await undefinedOn404(table.getEntity(partition, claimId))) !== undefined,

  rows: async function* (): AsyncGenerator<ClaimRef> {
    const filter = odata`PartitionKey eq ${partition}`;
    for await (const { partnerId, claimId } of table.listEntities({ queryOptions: { filter } })) {
      yield { partnerId: String(partnerId), claimId: String(claimId) };
    }
  },
});
