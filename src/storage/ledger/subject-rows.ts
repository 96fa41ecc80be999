import type { TableClient } from '@azure/data-tables';
import type { ClaimRef } from '../../domain/claim.ts';
import { odata } from '../table/odata.ts';
import { duePartition, ledgerKeys } from './ledger-keys.ts';

/** A claim to a subject: a customer's product for an activity. */
export type SubjectRow = ClaimRef & { subject: string };

export const subjectEntity = ({ partnerId, claimId }: ClaimRef, subject: string) => ({
  partitionKey: duePartition,
  rowKey: ledgerKeys.subject(subject, claimId),
  partnerId,
  claimId,
});

export const createSubjectRows = (table: TableClient) => ({
  /** The claims of all partners to the products of a customer. */
  ofCustomer: async (directoryId: string): Promise<SubjectRow[]> => {
    const [from, to] = [`s|${directoryId}|`, `s|${directoryId}}`];
    const filter = odata`PartitionKey eq ${duePartition} and RowKey ge ${from} and RowKey lt ${to}`;
    const found: SubjectRow[] = [];
    for await (const { rowKey = '', partnerId, claimId } of table.listEntities({ queryOptions: { filter } })) {
      const subject = rowKey.slice('s|'.length, rowKey.lastIndexOf('|'));
      found.push({ partnerId: String(partnerId), claimId: String(claimId), subject });
    }
    return found;
  },
});
