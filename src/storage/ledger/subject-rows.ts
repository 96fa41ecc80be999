import type { TableClient } from '@azure/data-tables';
import type { SubjectEntry } from '../../domain/reservation/subject.ts';
import { statusOf } from '../table/errors.ts';
import { odata } from '../table/odata.ts';
import { fromColumns, toColumns } from '../table/text-columns.ts';
import { duePartition, ledgerKeys, type SubjectKind } from './ledger-keys.ts';

/** The claims at a subject. Without an `etag` the row is expected not to exist. */
export type SubjectRow = { subject: string; kind: SubjectKind; entries: SubjectEntry[]; etag?: string };

export const subjectEntity = ({ subject, kind, entries }: SubjectRow) => ({
  partitionKey: duePartition,
  rowKey: ledgerKeys.subject(subject, kind),
  ...toColumns(JSON.stringify(entries)),
});

export const createSubjectRows = (table: TableClient) => ({
  /** The rows of all subjects of a customer, in one request. */
  ofCustomer: async (directoryId: string): Promise<SubjectRow[]> => {
    const [from, to] = [`s|${directoryId}|`, `s|${directoryId}}`];
    const filter = odata`PartitionKey eq ${duePartition} and RowKey ge ${from} and RowKey lt ${to}`;
    const found: SubjectRow[] = [];
    for await (const row of table.listEntities({ queryOptions: { filter } })) {
      const [subject, kind] = split(String(row.rowKey));
      // The casts: written above.
      const entries = JSON.parse(fromColumns(row)) as SubjectEntry[];
      found.push({ subject, kind: kind as SubjectKind, entries, etag: String(row.etag) });
    }
    return found;
  },

  /** Replaces a row that was read, or deletes it when no entry is left. `stale`: it has changed since. */
  replace: async (row: SubjectRow & { etag: string }): Promise<'replaced' | 'stale'> => {
    const { etag } = row;
    try {
      if (row.entries.length > 0) await table.updateEntity(subjectEntity(row), 'Replace', { etag });
      else await table.deleteEntity(duePartition, ledgerKeys.subject(row.subject, row.kind), { etag });
      return 'replaced';
    } catch (error) {
      const status = statusOf(error);
      if (status !== 412 && status !== 404) throw error;
      return 'stale';
    }
  },
});

const split = (rowKey: string): [subject: string, kind: string] => {
  const at = rowKey.lastIndexOf('|');
  return [rowKey.slice('s|'.length, at), rowKey.slice(at + 1)];
};
