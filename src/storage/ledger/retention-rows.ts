import type { TableClient } from '@azure/data-tables';
import type { ClaimRef } from '../../domain/claim.ts';
import type { Retention, RetentionStatus } from '../../domain/retention/retention.ts';
import { undefinedOn404 } from '../table/errors.ts';
import { odata } from '../table/odata.ts';
import { duePartition, ledgerKeys } from './ledger-keys.ts';

/** A closed claim: how it ended, and when its retention began. */
export type RetentionRow = ClaimRef & Retention;

export const retentionEntity = ({ partnerId, claimId }: ClaimRef, retention: Retention) => ({
  partitionKey: duePartition,
  rowKey: ledgerKeys.retention(retention, claimId),
  partnerId,
  claimId,
});

export const createRetentionRows = (table: TableClient) => ({
  /** Claims that ended in this way before `before`, the oldest first; undefined for a row that does not say whose claim it is. */
  endedBefore: async function* (status: RetentionStatus, before: string): AsyncGenerator<RetentionRow | undefined> {
    const [from, to] = [`r|${status}|`, `r|${status}|${before}`];
    const filter = odata`PartitionKey eq ${duePartition} and RowKey ge ${from} and RowKey lt ${to}`;
    for await (const { rowKey = '', partnerId, claimId } of table.listEntities({ queryOptions: { filter } })) {
      const [, , since, keyed] = rowKey.split('|');
      const isWhole = typeof partnerId === 'string' && partnerId !== '' && claimId === keyed && since !== undefined;
      yield isWhole ? { partnerId, claimId: String(claimId), status, since } : undefined;
    }
  },

  has: async ({ claimId, ...retention }: RetentionRow): Promise<boolean> =>
    (await undefinedOn404(table.getEntity(duePartition, ledgerKeys.retention(retention, claimId)))) !== undefined,

  remove: async ({ claimId, ...retention }: RetentionRow): Promise<void> => {
    await undefinedOn404(table.deleteEntity(duePartition, ledgerKeys.retention(retention, claimId)));
  },
});
