import { randomUUID } from 'node:crypto';
import { odata, type TableClient, TableTransaction } from '@azure/data-tables';
import type { Claim, ClaimRef } from '../domain/claim.ts';
import type { HistoryEntry } from '../domain/history.ts';
import { claimRow, historyRow, rowKeys, statusRow } from './claim-rows.ts';
import { orMissing, statusOf } from './errors.ts';
import { fromColumns, toColumns } from './text-columns.ts';

/** A claim with the storage ETag that a write has to match. */
export type StoredClaim = { claim: Claim; etag: string };

/** The answer that a request with an Idempotency-Key got; `requestHash` tells the same request from another one. */
export type KeyedAnswer = {
  key: string;
  requestHash: string;
  status: number;
  headers: Record<string, string>;
  body: string;
};

/** One change of one claim: before (none for a new claim), after, what is recorded, and the answer to keep. */
export type ClaimChange = {
  before?: StoredClaim;
  claim: Claim;
  entries: [HistoryEntry, ...HistoryEntry[]];
  answer?: KeyedAnswer;
};

export type ClaimStore = ReturnType<typeof createClaimStore>;

export const createClaimStore = (table: TableClient) => {
  const row = (partnerId: string, rowKey: string) => orMissing(table.getEntity(partnerId, rowKey));

  const read = async ({ partnerId, claimId }: ClaimRef): Promise<StoredClaim | undefined> => {
    const found = await row(partnerId, rowKeys.claim(claimId));
    return found && { claim: JSON.parse(fromColumns(found)) as Claim, etag: found.etag };
  };

  /**
   * Writes claim, history, index and kept answer in one transaction, and returns the claim's new storage ETag.
   * `stale`: the claim was changed by somebody else; `key-used`: the Idempotency-Key has its answer. Nothing was written then.
   */
  const save = async ({ before, claim, entries, answer }: ClaimChange): Promise<string | 'stale' | 'key-used'> => {
    const changeId = randomUUID();
    const change = new TableTransaction();
    if (before === undefined) change.createEntity(claimRow(claim));
    else change.updateEntity(claimRow(claim), 'Replace', { etag: before.etag });
    if (before?.claim.status === claim.status) change.updateEntity(statusRow(claim), 'Replace');
    else change.createEntity(statusRow(claim));
    if (before !== undefined && before.claim.status !== claim.status) {
      change.deleteEntity(claim.partnerId, rowKeys.byStatus(before.claim.status, claim.id));
    }
    for (const entry of entries) change.createEntity(historyRow(claim, entry, changeId));
    if (answer !== undefined) {
      const { body, key, ...kept } = answer;
      const headers = JSON.stringify(kept.headers);
      change.createEntity({
        partitionKey: claim.partnerId,
        rowKey: rowKeys.answer(key),
        ...kept,
        headers,
        ...toColumns(body),
      });
    }

    try {
      const answers = await table.submitTransaction(change.actions);
      return answers.getResponseForEntity(rowKeys.claim(claim.id))?.etag ?? '';
    } catch (error) {
      const status = statusOf(error);
      if (status !== 412 && status !== 409 && status !== 404) throw error;
      // A write whose answer was lost is retried by the client library and then fails against itself.
      const standing = await row(claim.partnerId, rowKeys.history(claim.id, entries[0].sequence));
      if (standing?.changeId === changeId) {
        return (await read({ partnerId: claim.partnerId, claimId: claim.id }))?.etag ?? '';
      }
      return answer && (await row(claim.partnerId, rowKeys.answer(answer.key))) ? 'key-used' : 'stale';
    }
  };

  /** The answer kept for an Idempotency-Key of this partner. */
  const keptAnswer = async (partnerId: string, key: string): Promise<KeyedAnswer | undefined> => {
    const found = await row(partnerId, rowKeys.answer(key));
    if (found === undefined) return undefined;
    return {
      key,
      requestHash: String(found.requestHash),
      status: Number(found.status),
      headers: JSON.parse(String(found.headers)) as Record<string, string>,
      body: fromColumns(found),
    };
  };

  /** All history entries of a claim, oldest first. */
  const history = async ({ partnerId, claimId }: ClaimRef): Promise<HistoryEntry[]> => {
    const from = `h|${claimId}|`;
    const to = `h|${claimId}}`;
    const filter = odata`PartitionKey eq ${partnerId} and RowKey ge ${from} and RowKey lt ${to}`;
    const entries: HistoryEntry[] = [];
    for await (const found of table.listEntities({ queryOptions: { filter } })) {
      entries.push(JSON.parse(fromColumns(found)) as HistoryEntry);
    }
    return entries;
  };

  return { read, save, keptAnswer, history };
};
