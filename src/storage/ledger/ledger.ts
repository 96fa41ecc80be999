import type { TableClient } from '@azure/data-tables';
import type { WatchedClaim } from '../../domain/claim.ts';
import type { Retention } from '../../domain/retention/retention.ts';
import { statusOf, undefinedOn404 } from '../table/errors.ts';
import { TableTransaction } from '../table/table-transaction.ts';
import { createAttentionRows } from './attention-rows.ts';
import { duePartition, ledgerKeys } from './ledger-keys.ts';
import { createRetentionRows, type RetentionRow, retentionEntity } from './retention-rows.ts';
import { createSubjectRows, type SubjectRow, subjectEntity } from './subject-rows.ts';
import { createUnverifiedRows } from './unverified-rows.ts';
import { createWatchRows, watchEntity } from './watch-rows.ts';

/** Rows that change with those that watch a claim: when to look at its subscriptions, that it is over. */
export type RelatedRows = { subscriptionsAt?: string; retention?: Retention | undefined };

export type Ledger = ReturnType<typeof createLedger>;

/** The in-flight ledger; `ledger-keys.ts` shows all of its rows. */
export const createLedger = (table: TableClient) => {
  const watch = createWatchRows(table);
  const subjects = createSubjectRows(table);
  const retention = createRetentionRows(table);
  const attention = createAttentionRows(table);
  const unverified = createUnverifiedRows(table);

  /** Replaces the due times `from` of a claim's steps by `to`, and changes the related rows, in one transaction if it can. */
  const move = async (claim: WatchedClaim, from: string[], to: string[], related: RelatedRows = {}): Promise<void> => {
    const { subscriptionsAt, retention: over } = related;
    const added = [
      ...to.filter((dueAt) => !from.includes(dueAt)).map((dueAt) => watchEntity(claim, { kind: 'step', dueAt })),
      ...(subscriptionsAt ? [watchEntity(claim, { kind: 'subscriptions', dueAt: subscriptionsAt })] : []),
      ...(over ? [retentionEntity(claim, over)] : []),
    ];
    const removed = from.filter((dueAt) => !to.includes(dueAt)).map((dueAt) => ledgerKeys.watch(dueAt, claim.claimId));
    if (added.length + removed.length === 0) return;
    const change = new TableTransaction();
    for (const row of added) change.upsertEntity(row, 'Replace');
    for (const rowKey of removed) change.deleteEntity(duePartition, rowKey);
    try {
      await table.submitTransaction(change.actions);
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
      // An earlier try or the reconciler has removed a row already: one by one then, the new rows first.
      for (const row of added) await table.upsertEntity(row, 'Replace');
      for (const rowKey of removed) await undefinedOn404(table.deleteEntity(duePartition, rowKey));
    }
  };

  /**
   * Writes rows of subjects, and the due times `to` of the claim that they are written for in place of `from`, and when to look at
   * all of its files: all in one transaction, or nothing. `stale`: one of the rows is not as expected.
   */
  const writeSubjects = async (
    claim: WatchedClaim,
    rows: SubjectRow[],
    { from = [], to, filesAt }: { from?: string[]; to: string[]; filesAt?: string },
  ): Promise<'written' | 'stale'> => {
    const change = new TableTransaction();
    for (const dueAt of to) change.upsertEntity(watchEntity(claim, { kind: 'step', dueAt }), 'Replace');
    if (filesAt) change.upsertEntity(watchEntity(claim, { kind: 'files', dueAt: filesAt }), 'Replace');
    for (const row of rows) {
      if (row.etag === undefined) change.createEntity(subjectEntity(row));
      else change.updateEntity(subjectEntity(row), 'Replace', { etag: row.etag });
    }
    const kept = [...change.actions];
    for (const dueAt of from) change.deleteEntity(duePartition, ledgerKeys.watch(dueAt, claim.claimId));
    try {
      await table.submitTransaction(change.actions);
      return 'written';
    } catch (error) {
      const status = statusOf(error);
      if (status === 409 || status === 412) return 'stale';
      if (status !== 404) throw error;
      if (from.length === 0) return 'stale';
    }
    // A row that was to be removed or replaced is gone. Without the removals it shows which.
    try {
      await table.submitTransaction(kept);
    } catch (error) {
      const status = statusOf(error);
      if (status === 404 || status === 409 || status === 412) return 'stale';
      throw error;
    }
    for (const dueAt of from) await watch.remove(claim.claimId, dueAt);
    return 'written';
  };

  /** Removes what is left of a purged claim. Its retention row goes last: until then the purge is due. */
  const forget = async (row: RetentionRow): Promise<void> => {
    await attention.remove(row.claimId);
    await unverified.remove(row.claimId);
    await retention.remove(row);
  };

  return { watch, subjects, retention, attention, unverified, move, writeSubjects, forget };
};
