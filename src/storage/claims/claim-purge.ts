import type { TableClient } from '@azure/data-tables';
import type { ClaimRef } from '../../domain/claim.ts';
import { statusOf, undefinedOn404 } from '../table/errors.ts';
import { odata } from '../table/odata.ts';
import { TableTransaction } from '../table/table-transaction.ts';
import { indexOf } from './claim-index.ts';
import type { StoredClaim } from './claim-rows.ts';
import { historyFilter, rowKeys } from './claim-rows.ts';

/** Rows that storage takes in one transaction. */
const maxRows = 100;

/** Deletes rows of the claims table. */
export const createClaimPurge = (table: TableClient) => {
  const removeRows = async (partnerId: string, keys: string[]): Promise<void> => {
    for (let at = 0; at < keys.length; at += maxRows) {
      const some = keys.slice(at, at + maxRows);
      const change = new TableTransaction();
      for (const rowKey of some) change.deleteEntity(partnerId, rowKey);
      try {
        await table.submitTransaction(change.actions);
      } catch (error) {
        if (statusOf(error) !== 404) throw error;
        // An earlier attempt has deleted some of them.
        for (const rowKey of some) await undefinedOn404(table.deleteEntity(partnerId, rowKey));
      }
    }
  };

  const keysOf = async (filter: string): Promise<string[]> => {
    const keys: string[] = [];
    for await (const { rowKey } of table.listEntities({ queryOptions: { filter, select: ['rowKey'] } })) {
      keys.push(String(rowKey));
    }
    return keys;
  };

  /**
   * Deletes a claim's rows. Marks the claim first, unless it has changed since it was read: from then on no reader finds it and no
   * change can come between. Then its index rows and history go, and its own row last. `known`: the claim as it was read; undefined
   * when an earlier attempt has marked or deleted it. Returns false when it has changed.
   */
  const purge = async (ref: ClaimRef, known: StoredClaim | undefined): Promise<boolean> => {
    const { partnerId, claimId } = ref;
    const rowKey = rowKeys.claim(claimId);
    if (known !== undefined) {
      try {
        await table.updateEntity({ partitionKey: partnerId, rowKey, purging: true }, 'Merge', { etag: known.etag });
      } catch (error) {
        const status = statusOf(error);
        if (status !== 412 && status !== 404) throw error;
      }
    }
    const row = await undefinedOn404(table.getEntity(partnerId, rowKey));
    if (row !== undefined && !row.purging) return false;
    const listed = ((row && indexOf(row)) ?? []).map((heading) => `${heading}|${claimId}`);
    await removeRows(partnerId, [...listed, ...(await keysOf(historyFilter(ref)))]);
    await undefinedOn404(table.deleteEntity(partnerId, rowKey));
    return true;
  };

  const answersFilter = (partnerId: string): string =>
    odata`PartitionKey eq ${partnerId} and RowKey ge ${rowKeys.answer('')} and RowKey lt ${'k}'}`;

  /** Removes a partner's saved answers from before `before`. */
  const forgetAnswersBefore = async (partnerId: string, before: Date): Promise<void> => {
    const keys: string[] = [];
    // Without the bodies, which are whole claims.
    const queryOptions = { filter: answersFilter(partnerId), select: ['rowKey', 'timestamp'] };
    for await (const { rowKey, timestamp } of table.listEntities({ queryOptions })) {
      if (new Date(String(timestamp)).getTime() < before.getTime()) keys.push(String(rowKey));
    }
    await removeRows(partnerId, keys);
  };

  /** Removes the saved answers that are about a claim. */
  const forgetAnswersAbout = async ({ partnerId, claimId }: ClaimRef): Promise<void> => {
    await removeRows(partnerId, await keysOf(`${answersFilter(partnerId)} and ${odata`claimId eq ${claimId}`}`));
  };

  return { purge, forgetAnswersBefore, forgetAnswersAbout };
};
