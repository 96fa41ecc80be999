import { randomUUID } from 'node:crypto';
import type { TableClient } from '@azure/data-tables';
import type { Claim, ClaimRef } from '../../domain/claim.ts';
import type { HistoryEntry } from '../../domain/history.ts';
import type { Reserved, ReservedBy } from '../../domain/reservation/reservation.ts';
import { claimSummary } from '../../domain/view/claim-summary.ts';
import { inBatches } from '../../lib/in-batches.ts';
import { UnreadableClaim } from '../../lib/result.ts';
import { statusOf, undefinedOn404 } from '../table/errors.ts';
import { TableTransaction } from '../table/table-transaction.ts';
import { fromColumns } from '../table/text-columns.ts';
import { indexChange, indexOf } from './claim-index.ts';
import { createClaimPurge } from './claim-purge.ts';
import type { KeyedAnswer, StoredClaim } from './claim-rows.ts';
import {
  answerRow,
  claimRow,
  historyFilter,
  historyRow,
  onlyUnits,
  readableClaim,
  rowKeys,
  unitsIn,
  withoutRows,
} from './claim-rows.ts';
import { createReservationRows, rowsOf, type Standing, unitChange } from './reservation-rows.ts';

/**
 * Why a change of a claim was refused; nothing was written. `reservedBy`: the units that other claims have reserved. `missing`: keys of
 * rows that the claim should have, and that are gone.
 */
export type SaveRefusal = 'stale' | 'key-used' | { reservedBy: ReservedBy } | { missing: string[] };

/** One change of one claim: before (none for a new claim), after, what is recorded, and the answer to save. */
export type ClaimChange = {
  before?: StoredClaim;
  claim: Claim;
  /** None: a repetition of the change finds out by itself that it is there already. */
  entries: HistoryEntry[];
  /** Entries to replace by versions without the people in them. */
  rewritten?: HistoryEntry[];
  answer?: KeyedAnswer;
  /** Keys of rows that are gone: restored where the claim still needs them, not deleted where it does not. */
  missing?: string[];
};

/** The limit of Table storage for one transaction. */
const maxRows = 100;

/** How many rows are looked for at once. */
const readsAtOnce = 25;

/** Attempts when other claims change a shared reservation at the same time; after them the caller gets `stale`. */
const maxSharingAttempts = 4;

export type ClaimStore = ReturnType<typeof createClaimStore>;

/** `onUnreadable`: told of a claim that is there and cannot be read, before the read fails. */
export const createClaimStore = (table: TableClient, onUnreadable?: (ref: ClaimRef) => Promise<void>) => {
  const row = (partnerId: string, rowKey: string) => undefinedOn404(table.getEntity(partnerId, rowKey));
  const reservations = createReservationRows(table);

  const read = async ({ partnerId, claimId }: ClaimRef): Promise<StoredClaim | undefined> => {
    const found = await row(partnerId, rowKeys.claim(claimId));
    // A claim that is being purged exists for the purge only.
    if (found === undefined || found.purging) return undefined;
    const claim = readableClaim(fromColumns(found));
    const index = indexOf(found);
    if (claim === undefined || index === undefined) {
      await onUnreadable?.({ partnerId, claimId });
      throw new UnreadableClaim(`The record of ${claimId} cannot be read.`);
    }
    return { claim, etag: found.etag, index };
  };

  /**
   * Writes claim, history, index, reservations and saved answer in one transaction, and returns the claim as stored: a later version
   * if the response of the write was lost and another change came after it. `stale`: another writer changed the claim first.
   * `key-used`: the Idempotency-Key already has its answer.
   */
  const save = async ({
    before,
    claim: wanted,
    entries,
    rewritten = [],
    answer,
    missing = [],
  }: ClaimChange): Promise<StoredClaim | SaveRefusal> => {
    const claim = missing.length === 0 ? wanted : await withoutLostUnits(wanted, missing);
    const { partnerId, id: claimId } = claim;
    const standingRows = before && withoutRows(before, missing);
    const units = unitChange({ partnerId, claimId, before: standingRows?.claim, after: claim });
    const { put, remove, index } = indexChange({
      partnerId,
      claim: claimSummary(claim),
      contact: claim.customerContact?.email,
      before: standingRows?.index ?? [],
      room: maxRows - 1 - entries.length - rewritten.length - rowsOf(units) - (answer ? 1 : 0),
    });
    const changeId = randomUUID();
    // Units are read only once they turn out to be taken: most are free.
    let standing = await reservations.standing(partnerId, [...units.left, ...units.released]);

    for (let attempt = 1; ; attempt += 1) {
      const change = new TableTransaction();
      if (before === undefined) change.createEntity(claimRow(claim, index));
      else change.updateEntity(claimRow(claim, index), 'Replace', { etag: before.etag });
      for (const indexRow of put) change.upsertEntity(indexRow, 'Replace');
      for (const rowKey of remove) change.deleteEntity(partnerId, rowKey);
      for (const entry of entries) change.createEntity(historyRow(claim, entry, changeId));
      for (const entry of rewritten) change.updateEntity(historyRow(claim, entry, changeId), 'Replace');
      reservations.write(units, change, standing);
      if (answer !== undefined) change.createEntity(answerRow(claim, answer));

      try {
        const answers = await table.submitTransaction(change.actions);
        // The claim's row is the first of the transaction, so its answer is too. Without its ETag the next write would match anything.
        const etag = answers.subResponses[0]?.etag;
        return etag ? { claim, etag, index } : ((await read({ partnerId, claimId })) ?? 'stale');
      } catch (error) {
        const status = statusOf(error);
        if (status !== 412 && status !== 409 && status !== 404) throw error;
      }
      // The client library retries a write whose response was lost, and that retry conflicts with the write itself.
      const [first] = entries;
      const written = first && (await row(partnerId, rowKeys.history(claimId, first.sequence)));
      if (written?.changeId === changeId) return (await read({ partnerId, claimId })) ?? 'stale';
      if (answer && (await row(partnerId, rowKeys.answer(answer.key)))) return 'key-used';
      standing = await reservations.standing(partnerId, [
        ...units.taken,
        ...units.joined,
        ...units.left,
        ...units.released,
      ]);
      standing = await withoutGhosts(partnerId, claimId, standing);
      const reservedBy = reservations.refusedBy(units, standing);
      // Someone was faster at a unit whose row had been lost: the next try leaves it to them.
      if (reservedBy.size > 0) return missing.length > 0 ? 'stale' : { reservedBy };
      if (before && written === undefined && missing.length === 0) {
        const gone = await missingRows(before);
        if (gone.length > 0 && (await currentEtag({ partnerId, claimId })) === before.etag) return { missing: gone };
      }
      // Another writer changed the claim itself, or another claim joined or left one of its shared units.
      const isShared = [...standing.values()].some((found) => found !== undefined);
      if (written !== undefined || !isShared || attempt === maxSharingAttempts) return 'stale';
    }
  };

  /** Keys of the rows that a claim should have beside its own and its history, and that are gone or another claim's. */
  const missingRows = async ({ claim, index }: StoredClaim): Promise<string[]> => {
    const { partnerId, id: claimId } = claim;
    const queryOptions = { select: ['rowKey'] };
    const keys = index.map((heading) => `${heading}|${claimId}`);
    const found = await inBatches(keys, readsAtOnce, (key) =>
      undefinedOn404(table.getEntity(partnerId, key, { queryOptions })),
    );
    const standing = await reservations.standing(partnerId, unitsIn(claim));
    return [
      ...keys.filter((_, at) => found[at] === undefined),
      ...[...standing].flatMap(([unit, row]) => (row?.claimIds.includes(claimId) ? [] : [rowKeys.reservation(unit)])),
    ];
  };

  /** The claim without the units whose rows it lost and that other claims have reserved since: one of the two keeps each. */
  const withoutLostUnits = async (claim: Claim, missing: string[]): Promise<Claim> => {
    const { partnerId, id: claimId } = claim;
    const lost = unitsIn(claim).filter((unit) => missing.includes(rowKeys.reservation(unit)));
    const units = unitChange({ partnerId, claimId, after: onlyUnits(claim, (unit) => lost.includes(unit)) });
    const standing = await withoutGhosts(partnerId, claimId, await reservations.standing(partnerId, lost));
    const taken = reservations.refusedBy(units, standing);
    return taken.size === 0 ? claim : { ...claim, ...onlyUnits(claim, (unit) => !taken.has(unit)) };
  };

  /** Whether a claim that a unit's row names has reserved the unit, as far as its record can be read. */
  const hasReserved = async (partnerId: string, claimId: string, unit: string): Promise<boolean> => {
    const found = await row(partnerId, rowKeys.claim(claimId));
    if (found === undefined) return false;
    const claim = readableClaim(fromColumns(found));
    return claim === undefined || unitsIn(claim).includes(unit);
  };

  /** Units as they stand, without claims that do not exist or have given them up: such a unit is free. */
  const withoutGhosts = async (partnerId: string, claimId: string, standing: Standing): Promise<Standing> =>
    new Map(
      await Promise.all(
        [...standing].map(async ([unit, found]) => {
          if (found === undefined) return [unit, found] as const;
          const real = await Promise.all(
            found.claimIds.map(async (id) => id === claimId || (await hasReserved(partnerId, id, unit))),
          );
          return [unit, { ...found, claimIds: found.claimIds.filter((_, at) => real[at]) }] as const;
        }),
      ),
    );

  /** The other claims of the partner that have reserved these units now. */
  const reservedBy = async ({ partnerId, claimId }: ClaimRef, asked: Reserved): Promise<ReservedBy> => {
    const units = unitChange({ partnerId, claimId, after: asked });
    const standing = await reservations.standing(partnerId, [...units.taken, ...units.joined]);
    return reservations.refusedBy(units, await withoutGhosts(partnerId, claimId, standing));
  };

  /** The rows of these units that name the claim, with all claims that they name. */
  const reservationsOf = async (
    { partnerId, claimId }: ClaimRef,
    units: string[],
  ): Promise<{ unit: string; key: string; claimIds: string[] }[]> =>
    [...(await reservations.standing(partnerId, units))].flatMap(([unit, found]) =>
      found?.claimIds.includes(claimId) ? [{ unit, key: rowKeys.reservation(unit), claimIds: found.claimIds }] : [],
    );

  /** The ETag of a claim's row, without reading the claim; undefined without one. */
  const currentEtag = async ({ partnerId, claimId }: ClaimRef): Promise<string | undefined> => {
    const queryOptions = { select: ['timestamp'] };
    const found = await undefinedOn404(table.getEntity(partnerId, rowKeys.claim(claimId), { queryOptions }));
    return found?.etag;
  };

  /** The answer saved for an Idempotency-Key of this partner. */
  const savedAnswer = async (partnerId: string, key: string): Promise<KeyedAnswer | undefined> => {
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
  const history = async (ref: ClaimRef): Promise<HistoryEntry[]> => {
    const entries: HistoryEntry[] = [];
    for await (const found of table.listEntities({ queryOptions: { filter: historyFilter(ref) } })) {
      entries.push(JSON.parse(fromColumns(found)) as HistoryEntry);
    }
    return entries;
  };

  return {
    read,
    currentEtag,
    save,
    missingRows,
    reservedBy,
    reservationsOf,
    savedAnswer,
    history,
    ...createClaimPurge(table),
  };
};
