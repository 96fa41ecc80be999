import type { TableClient } from '@azure/data-tables';
import type { Claim } from '../../domain/claim.ts';
import { claimSummary } from '../../domain/view/claim-summary.ts';
import { statusOf } from '../table/errors.ts';
import { readRange } from '../table/row-range.ts';
import { TableTransaction } from '../table/table-transaction.ts';
import { fromColumns } from '../table/text-columns.ts';
import { indexChange, indexOf } from './claim-index.ts';
import { rowKeys } from './claim-rows.ts';
import { last } from './index-keys.ts';

/** `next`: the claim to go on from; undefined when the partner has no more. */
export type Rebuilt = { claims: number; next?: string };

const claimsAtOnce = 200;
const writesAtOnce = 8;
/** Rows that storage takes in one transaction, without the claim's own. */
const room = 99;

/**
 * Writes the index rows of up to 200 claims of a partner again, from the claims themselves: for claims of a build that had
 * other rows. The claim stays what it is, its version too. `also`: rows elsewhere that such a claim may lack.
 */
export const createIndexRebuild =
  (table: TableClient, also: (claim: Claim) => Promise<void>) =>
  async (partnerId: string, from = ''): Promise<Rebuilt> => {
    const range = { partnerId, from: rowKeys.claim(from), to: rowKeys.claim(last), select: ['rowKey'] };
    const { rows, more } = await readRange(table, range, claimsAtOnce);
    const rebuild = async (rowKey: string): Promise<void> => {
      const row = await table.getEntity(partnerId, rowKey);
      if (row.purging) return;
      const claim = JSON.parse(fromColumns(row)) as Claim;
      const summary = claimSummary(claim);
      const standing = indexOf(row);
      const change = indexChange({ partnerId, claim: summary, before: standing, room });
      // The keys that stand already as well: that they do is what is in doubt.
      const fresh = indexChange({ partnerId, claim: summary, before: [], room: room - change.remove.length });
      const write = new TableTransaction();
      const columns = { summary: JSON.stringify(summary), index: JSON.stringify(fresh.index) };
      write.updateEntity({ partitionKey: partnerId, rowKey, ...columns }, 'Merge', { etag: row.etag });
      for (const put of fresh.put) write.upsertEntity(put, 'Replace');
      for (const gone of change.remove) write.deleteEntity(partnerId, gone);
      try {
        await table.submitTransaction(write.actions);
      } catch (error) {
        // Changed since it was read: that change has written the rows.
        if (statusOf(error) !== 412) throw error;
      }
      await also(claim);
    };
    for (let at = 0; at < rows.length; at += writesAtOnce) {
      await Promise.all(rows.slice(at, at + writesAtOnce).map(({ rowKey }) => rebuild(rowKey)));
    }
    const ended = rows.at(-1);
    return more && ended
      ? { claims: rows.length, next: `${ended.rowKey.slice(rowKeys.claim('').length)}${last}` }
      : { claims: rows.length };
  };
