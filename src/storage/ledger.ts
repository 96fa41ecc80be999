import type { TableClient } from '@azure/data-tables';
import type { ClaimRef, WatchedClaim } from '../domain/claim.ts';
import type { Kept, KeptStatus } from '../domain/retention/retention.ts';
import { orMissing, statusOf } from './table/errors.ts';
import { odata } from './table/odata.ts';
import { TableTransaction } from './table/table-transaction.ts';

/**
 * The in-flight ledger: one row for every moment at which something must have happened to a claim. It is written before the
 * claim is, and it is sorted by due time, so looking for what is overdue costs what is overdue. A draft has a row as well,
 * for the day on which it has been left alone for too long, and an approved claim one for the day on which its subscriptions are
 * looked at; to operations these are not in flight. Behind all of them, `held|` rows say who claims what
 * of which customer, and `kept|` rows which claims are over, and since when.
 */
export type LedgerRow = WatchedClaim & {
  /** RFC 3339, UTC. */
  dueAt: string;
  /** How often the reconciler has looked at it, and what it found last. */
  attempts: number;
  finding: string;
};

const partition = 'due';
/** The findings of a draft's row, and of the row for a claim's subscriptions. */
const ofDraft = 'draft';
export const ofSubscriptions = 'subscriptions';
/** Above every time, and below every other key of the partition. */
const endOfTimes = ':';
const attention = 'attention';
const unverified = 'unverified';
const held = 'held';
const kept = 'kept';
const keptKey = ({ status, since }: Kept, claimId: string): string => `${kept}|${status}|${since}|${claimId}`;
const heldKey = (subject: string, claimId: string): string => `${held}|${subject}|${claimId}`;
/** Where a row stands among those of claims in flight. */
export const keyOf = ({ dueAt, claimId }: { dueAt: string; claimId: string }): string => `${dueAt}|${claimId}`;

const rowOf = (dueAt: string, row: Record<string, unknown>): LedgerRow => ({
  dueAt,
  partnerId: String(row.partnerId),
  claimId: String(row.claimId),
  attempts: Number(row.attempts ?? 0),
  finding: String(row.finding),
  // The cast: written below, from a claim.
  ...(row.status === undefined ? {} : { status: row.status as WatchedClaim['status'] }),
  ...(row.submittedAt === undefined ? {} : { submittedAt: String(row.submittedAt) }),
});

/** Rows beside those that watch a claim, written with them: what it is about, when to look at its subscriptions, that it is over. */
export type Beside = { hold?: string[]; release?: string[]; subscriptionsAt?: string; kept?: Kept | undefined };

/** Somebody's claim to a subject: a customer's product for an activity. */
export type Holding = ClaimRef & { subject: string };

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

  /** Replaces the rows `from` by the rows `to`, and writes those beside, in one transaction when all that goes is there. */
  const move = async (ref: WatchedClaim, from: string[], to: string[], beside: Beside = {}): Promise<void> => {
    const { hold = [], release = [], subscriptionsAt, kept: over } = beside;
    const puts = [
      ...to.filter((dueAt) => !from.includes(dueAt)).map((dueAt) => ({ dueAt, finding: '' })),
      ...(subscriptionsAt ? [{ dueAt: subscriptionsAt, finding: ofSubscriptions }] : []),
    ].map((row) => entityOf({ ...ref, ...row, attempts: 0 }));
    const { partnerId, claimId } = ref;
    const holds = [...hold.map((subject) => heldKey(subject, claimId)), ...(over ? [keptKey(over, claimId)] : [])].map(
      (rowKey) => ({ partitionKey: partition, rowKey, partnerId, claimId }),
    );
    const gone = [
      ...from.filter((dueAt) => !to.includes(dueAt)).map((dueAt) => keyOf({ dueAt, claimId })),
      ...release.map((subject) => heldKey(subject, claimId)),
    ];
    if (puts.length + holds.length + gone.length === 0) return;
    const change = new TableTransaction();
    for (const row of [...puts, ...holds]) change.upsertEntity(row, 'Replace');
    for (const rowKey of gone) change.deleteEntity(partition, rowKey);
    try {
      await table.submitTransaction(change.actions);
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
      // A row to strike was gone already (an earlier try, or the reconciler): one by one, the new rows first.
      for (const row of [...puts, ...holds]) await table.upsertEntity(row, 'Replace');
      for (const rowKey of gone) await orMissing(table.deleteEntity(partition, rowKey));
    }
  };

  /** Files the row on which a claim's subscriptions are looked at. */
  const fileSubscriptions = (ref: WatchedClaim, dueAt: string): Promise<void> =>
    file(ref, dueAt, { attempts: 0, finding: ofSubscriptions });

  /** Everybody's claims to the products of a customer. */
  const holdings = async (directoryId: string): Promise<Holding[]> => {
    const [from, to] = [`${held}|${directoryId}|`, `${held}|${directoryId}}`];
    const filter = odata`PartitionKey eq ${partition} and RowKey ge ${from} and RowKey lt ${to}`;
    const found: Holding[] = [];
    for await (const { rowKey = '', partnerId, claimId } of table.listEntities({ queryOptions: { filter } })) {
      const subject = rowKey.slice(held.length + 1, rowKey.lastIndexOf('|'));
      found.push({ partnerId: String(partnerId), claimId: String(claimId), subject });
    }
    return found;
  };

  /** Claims that are over in this way, those since before `before`, the longest first; undefined for a row that says nothing. */
  async function* keptRows(status: KeptStatus, before: string): AsyncGenerator<(ClaimRef & Kept) | undefined> {
    const [from, to] = [`${kept}|${status}|`, `${kept}|${status}|${before}`];
    const filter = odata`PartitionKey eq ${partition} and RowKey ge ${from} and RowKey lt ${to}`;
    for await (const { rowKey = '', partnerId, claimId } of table.listEntities({ queryOptions: { filter } })) {
      const [, , since, keyed] = rowKey.split('|');
      const isWhole = typeof partnerId === 'string' && partnerId !== '' && claimId === keyed && since !== undefined;
      yield isWhole ? { partnerId, claimId: String(claimId), status, since } : undefined;
    }
  }

  /** Takes a claim that was purged off every list of operations, and at last its row among those that are over. */
  const forget = async ({ claimId, status, since }: ClaimRef & Kept): Promise<void> => {
    await strikeAttention(claimId);
    await strikeUnverified(claimId);
    await orMissing(table.deleteEntity(partition, keptKey({ status, since }, claimId)));
  };

  /** Rows in order of due time: those due before `before`, or all of claims in flight, those after the row at `after`. */
  async function* rows({ before, after = '' }: { before?: string; after?: string } = {}): AsyncGenerator<LedgerRow> {
    const filter = before
      ? odata`PartitionKey eq ${partition} and RowKey lt ${before}`
      : odata`PartitionKey eq ${partition} and RowKey gt ${after} and RowKey lt ${endOfTimes} and finding ne ${ofDraft} and finding ne ${ofSubscriptions}`;
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

  /** The claims that need somebody, newest first, those after the claim `after`. */
  async function* attentionRows(after = ''): AsyncGenerator<LedgerRow> {
    const filter = odata`PartitionKey eq ${attention} and RowKey gt ${after}`;
    for await (const row of table.listEntities({ queryOptions: { filter } })) {
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
    fileSubscriptions,
    holdings,
    keptRows,
    forget,
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
