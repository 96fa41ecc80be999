import type { TableClient } from '@azure/data-tables';
import type { WatchedClaim } from '../../domain/claim.ts';
import type { Finding } from '../../domain/redrive.ts';
import { statusOf, undefinedOn404 } from '../table/errors.ts';
import { odata } from '../table/odata.ts';
import { duePartition, endOfTimes, ledgerKeys } from './ledger-keys.ts';

/**
 * What is due: a step of a claim in flight, a draft that may have been left alone for too long, a look at the subscriptions of
 * an approved claim, or at files whose upload or removal did not come to its end. Only claims with a step due count as in flight.
 */
export type WatchKind = 'step' | 'draft' | 'subscriptions' | 'files';

/**
 * A moment by which something must have happened to a claim. Rows are sorted by due time, so looking for what is overdue costs
 * what is overdue.
 */
export type WatchRow = WatchedClaim & {
  kind: WatchKind;
  /** RFC 3339, UTC. */
  dueAt: string;
  /** How often the reconciler has looked at it. */
  attempts: number;
  /** What it found last; empty before it has looked. */
  finding: Finding | '';
  /** Of the kind `files`: under which names the bytes are stored; without them, all that are stored of the claim. */
  files?: string[];
};

type NewWatchRow = Pick<WatchRow, 'kind' | 'dueAt'> & Partial<WatchRow>;

/** Where the page after a row begins. */
export const positionOf = ({ dueAt, claimId }: WatchRow): string => ledgerKeys.watch(dueAt, claimId);

export const watchEntity = (
  { partnerId, claimId, status, submittedAt }: WatchedClaim,
  { kind, dueAt, attempts = 0, finding = '', files }: NewWatchRow,
) => ({
  partitionKey: duePartition,
  rowKey: ledgerKeys.watch(dueAt, claimId),
  kind,
  partnerId,
  claimId,
  attempts,
  finding,
  status,
  ...(submittedAt ? { submittedAt } : {}),
  ...(files ? { files: files.join(' ') } : {}),
});

// The casts: written above.
const watchRow = ({ rowKey, ...row }: Record<string, unknown>): WatchRow => ({
  kind: row.kind as WatchKind,
  dueAt: String(rowKey).split('|')[0] ?? '',
  partnerId: String(row.partnerId),
  claimId: String(row.claimId),
  attempts: Number(row.attempts),
  finding: row.finding as WatchRow['finding'],
  status: row.status as WatchRow['status'],
  ...(row.submittedAt === undefined ? {} : { submittedAt: String(row.submittedAt) }),
  ...(row.files === undefined ? {} : { files: `${row.files}`.split(' ').filter(Boolean) }),
});

export const createWatchRows = (table: TableClient) => {
  async function* rows(filter: string): AsyncGenerator<WatchRow> {
    for await (const row of table.listEntities({ queryOptions: { filter } })) yield watchRow(row);
  }

  return {
    /** Adds a row; the same row again is no error. */
    add: async (claim: WatchedClaim, row: NewWatchRow): Promise<void> => {
      await table.upsertEntity(watchEntity(claim, row), 'Replace');
    },

    remove: async (claimId: string, dueAt: string): Promise<void> => {
      await undefinedOn404(table.deleteEntity(duePartition, ledgerKeys.watch(dueAt, claimId)));
    },

    /** The version of a row; undefined if there is none. */
    etagOf: async (claimId: string, dueAt: string): Promise<string | undefined> => {
      const queryOptions = { select: ['kind'] };
      const row = await undefinedOn404(
        table.getEntity(duePartition, ledgerKeys.watch(dueAt, claimId), { queryOptions }),
      );
      return row?.etag;
    },

    /** Removes a row of which nothing was written since it had this version. */
    removeUnchanged: async (claimId: string, dueAt: string, etag: string): Promise<void> => {
      try {
        await table.deleteEntity(duePartition, ledgerKeys.watch(dueAt, claimId), { etag });
      } catch (error) {
        const status = statusOf(error);
        if (status !== 404 && status !== 412) throw error;
      }
    },

    /** Rows of every kind that are due before `before`, the longest due first. */
    overdue: (before: string): AsyncGenerator<WatchRow> =>
      rows(odata`PartitionKey eq ${duePartition} and RowKey lt ${before}`),

    /** All rows of one claim, the longest due first. Reads the keys of the others as well. */
    ofClaim: async (claimId: string): Promise<WatchRow[]> => {
      const filter = odata`PartitionKey eq ${duePartition} and RowKey lt ${endOfTimes} and claimId eq ${claimId}`;
      const found: WatchRow[] = [];
      for await (const row of rows(filter)) found.push(row);
      return found;
    },

    /** The steps of claims in flight, the longest due first, after the row at `after`. */
    steps: (after = ''): AsyncGenerator<WatchRow> =>
      rows(
        odata`PartitionKey eq ${duePartition} and RowKey gt ${after} and RowKey lt ${endOfTimes} and kind eq ${'step'}`,
      ),
  };
};
