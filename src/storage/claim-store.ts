import { randomUUID } from 'node:crypto';
import { odata, type TableClient, TableTransaction } from '@azure/data-tables';
import type { Claim, ClaimRef } from '../domain/claim.ts';
import { claimSummary } from '../domain/claim-view.ts';
import type { HistoryEntry } from '../domain/history.ts';
import { indexChange, indexOf } from './claim-index.ts';
import { claimRow, historyRow, rowKeys } from './claim-rows.ts';
import { orMissing, statusOf } from './errors.ts';
import { fromColumns, toColumns } from './text-columns.ts';

/** A claim with the storage ETag that a write has to match, and the headings of its index rows. */
export type StoredClaim = { claim: Claim; etag: string; index: string[] };

/** The answer that a request with an Idempotency-Key got; `requestHash` tells the same request from another one. */
export type KeyedAnswer = {
  key: string;
  requestHash: string;
  status: number;
  headers: Record<string, string>;
  body: string;
};

/** What a change of a claim was refused for; nothing was written. `held`: the units that other claims hold, and which. */
export type SaveRefusal = 'stale' | 'key-used' | { held: Map<string, string> };

/** One change of one claim: before (none for a new claim), after, what is recorded, and the answer to keep. */
export type ClaimChange = {
  before?: StoredClaim;
  claim: Claim;
  entries: [HistoryEntry, ...HistoryEntry[]];
  answer?: KeyedAnswer;
};

type Saved = Pick<StoredClaim, 'etag' | 'index'>;

/** Rows that storage takes in one transaction. */
const maxRows = 100;

const without = (units: string[] = [], others: string[] = []): string[] =>
  units.filter((unit) => !others.includes(unit));

export type ClaimStore = ReturnType<typeof createClaimStore>;

export const createClaimStore = (table: TableClient) => {
  const row = (partnerId: string, rowKey: string) => orMissing(table.getEntity(partnerId, rowKey));

  const read = async ({ partnerId, claimId }: ClaimRef): Promise<StoredClaim | undefined> => {
    const found = await row(partnerId, rowKeys.claim(claimId));
    return found && { claim: JSON.parse(fromColumns(found)) as Claim, etag: found.etag, index: indexOf(found) };
  };

  /**
   * Writes claim, history, index, reservations and kept answer in one transaction, and returns what is new of a `StoredClaim`.
   * `stale`: the claim was changed by somebody else; `key-used`: the Idempotency-Key has its answer.
   */
  const save = async ({ before, claim, entries, answer }: ClaimChange): Promise<Saved | SaveRefusal> => {
    const reserved = without(claim.reservations, before?.claim.reservations);
    const released = without(before?.claim.reservations, claim.reservations);
    const { put, remove, index } = indexChange({
      partnerId: claim.partnerId,
      claim: claimSummary(claim),
      before: before?.index ?? [],
      room: maxRows - 1 - entries.length - reserved.length - released.length - (answer ? 1 : 0),
    });
    const changeId = randomUUID();
    const change = new TableTransaction();
    if (before === undefined) change.createEntity(claimRow(claim, index));
    else change.updateEntity(claimRow(claim, index), 'Replace', { etag: before.etag });
    for (const indexRow of put) change.upsertEntity(indexRow, 'Replace');
    for (const rowKey of remove) change.deleteEntity(claim.partnerId, rowKey);
    for (const entry of entries) change.createEntity(historyRow(claim, entry, changeId));
    for (const unit of reserved) {
      change.createEntity({
        partitionKey: claim.partnerId,
        rowKey: rowKeys.reservation(unit),
        claimId: claim.id,
      });
    }
    for (const unit of released) {
      change.deleteEntity(claim.partnerId, rowKeys.reservation(unit));
    }
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
      return { etag: answers.getResponseForEntity(rowKeys.claim(claim.id))?.etag ?? '', index };
    } catch (error) {
      const status = statusOf(error);
      if (status !== 412 && status !== 409 && status !== 404) throw error;
      // A write whose answer was lost is retried by the client library and then fails against itself.
      const standing = await row(claim.partnerId, rowKeys.history(claim.id, entries[0].sequence));
      if (standing?.changeId === changeId) {
        return (await read({ partnerId: claim.partnerId, claimId: claim.id })) ?? { etag: '', index };
      }
      if (answer && (await row(claim.partnerId, rowKeys.answer(answer.key)))) return 'key-used';
      const held = await holders(claim, reserved);
      return held.size === 0 ? 'stale' : { held };
    }
  };

  /** Which other claims hold these units. */
  const holders = async ({ partnerId, id }: Claim, units: string[]): Promise<Map<string, string>> => {
    const found = await Promise.all(units.map((unit) => row(partnerId, rowKeys.reservation(unit))));
    return new Map(
      found.flatMap((reservation, index) => {
        const holder = reservation && String(reservation.claimId);
        return holder === undefined || holder === id ? [] : [[units[index] ?? '', holder] as const];
      }),
    );
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
