import type { TableClient } from '@azure/data-tables';
import type { ClaimRef, WatchedClaim } from '../domain/claim.ts';
import { orMissing, statusOf } from './errors.ts';
import { odata } from './odata.ts';
import { TableTransaction } from './table-transaction.ts';

/**
 * The in-flight ledger: one row for every moment at which something must have happened to a claim. It is written before the
 * claim is, and it is sorted by due time, so looking for what is overdue costs what is overdue. A draft has a row as well,
 * for the day on which it has been left alone for too long; to operations it is not in flight.
 */
export type LedgerRow = WatchedClaim & {
  /** RFC 3339, UTC. */
  dueAt: string;
  /** How often the reconciler has looked at it, and what it found last. */
  attempts: number;
  finding: string;
};

const partition = 'due';
/** The finding of a draft's row. */
const ofDraft = 'draft';
const attention = 'attention';
const unverified = 'unverified';
const keyOf = ({ dueAt, claimId }: { dueAt: string; claimId: string }): string => `${dueAt}|${claimId}`;

const rowOf = (dueAt: string, row: Record<string, unknown>): LedgerRow => ({
  dueAt,
  partnerId: String(row.partnerId),
  claimId: String(row.claimId),
  attempts: Number(row.attempts ?? 0),
  finding: String(row.finding),
  // Missing in rows of former builds. The cast: written below, from a claim.
  ...(row.status === undefined ? {} : { status: row.status as WatchedClaim['status'] }),
  ...(row.submittedAt === undefined ? {} : { submittedAt: String(row.submittedAt) }),
});

export type Ledger = ReturnType<typeof createLedger>;

export const createLedger = (table: TableClient) => {
  const entityOf = ({ partnerId, claimId, dueAt, attempts, finding, status, submittedAt }: LedgerRow) => ({
    partitionKey: partition,
    rowKey: keyOf({ dueAt, claimId }),
    partnerId,
    claimId,
    attempts,
    finding,
    ...(status ? { status } : {}),
    ...(submittedAt ? { submittedAt } : {}),
  });

  /** Files a row for `dueAt`; the same row again is no error. */
  const file = async (
    ref: WatchedClaim,
    dueAt: string,
    looked: { attempts: number; finding: string } = { attempts: 0, finding: '' },
  ) => {
    await table.upsertEntity(entityOf({ ...ref, dueAt, ...looked }), 'Replace');
  };

  /** Files a row for a draft. */
  const fileDraft = (ref: ClaimRef, dueAt: string): Promise<void> =>
    file(ref, dueAt, { attempts: 0, finding: ofDraft });

  const strike = async (claimId: string, dueAt: string): Promise<void> => {
    await orMissing(table.deleteEntity(partition, keyOf({ dueAt, claimId })));
  };

  /** Replaces the rows `from` by the rows `to`, in one transaction when all of `from` are there. */
  const move = async (ref: WatchedClaim, from: string[], to: string[]): Promise<void> => {
    const gone = from.filter((dueAt) => !to.includes(dueAt));
    const added = to.filter((dueAt) => !from.includes(dueAt));
    if (gone.length + added.length === 0) return;
    const change = new TableTransaction();
    for (const dueAt of added) change.upsertEntity(entityOf({ ...ref, dueAt, attempts: 0, finding: '' }), 'Replace');
    for (const dueAt of gone) change.deleteEntity(partition, keyOf({ dueAt, claimId: ref.claimId }));
    try {
      await table.submitTransaction(change.actions);
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
      // A row to strike was gone already (an earlier try, or the reconciler): one by one, the new rows first.
      for (const dueAt of added) await file(ref, dueAt);
      for (const dueAt of gone) await strike(ref.claimId, dueAt);
    }
  };

  /** Rows in order of due time: those due before `before`, or all of claims in flight. */
  async function* rows(before?: string): AsyncGenerator<LedgerRow> {
    const filter = before
      ? odata`PartitionKey eq ${partition} and RowKey lt ${before}`
      : odata`PartitionKey eq ${partition} and finding ne ${ofDraft}`;
    for await (const row of table.listEntities({ queryOptions: { filter } })) {
      yield rowOf(row.rowKey?.split('|')[0] ?? '', row);
    }
  }

  /** Enters a claim that needs somebody, for as long as its record says so. */
  const fileAttention = async (ref: ClaimRef, reason: string): Promise<void> => {
    await table.upsertEntity({ partitionKey: attention, rowKey: ref.claimId, ...ref, finding: reason }, 'Replace');
  };

  const strikeAttention = async (claimId: string): Promise<void> => {
    await orMissing(table.deleteEntity(attention, claimId));
  };

  /** The claims that need somebody. */
  async function* attentionRows(): AsyncGenerator<LedgerRow> {
    for await (const row of table.listEntities({ queryOptions: { filter: odata`PartitionKey eq ${attention}` } })) {
      yield rowOf('', row);
    }
  }

  /** Enters a claim that is submitted for a customer who could not be verified. */
  const fileUnverified = async (ref: ClaimRef): Promise<void> => {
    await table.upsertEntity({ partitionKey: unverified, rowKey: ref.claimId, ...ref, finding: unverified }, 'Replace');
  };

  const strikeUnverified = async (claimId: string): Promise<void> => {
    await orMissing(table.deleteEntity(unverified, claimId));
  };

  async function* unverifiedRows(): AsyncGenerator<ClaimRef> {
    for await (const row of table.listEntities({ queryOptions: { filter: odata`PartitionKey eq ${unverified}` } })) {
      yield { partnerId: String(row.partnerId), claimId: String(row.claimId) };
    }
  }

  return {
    file,
    fileDraft,
    strike,
    move,
    rows,
    fileAttention,
    strikeAttention,
    attentionRows,
    fileUnverified,
    strikeUnverified,
    unverifiedRows,
  };
};
