import type { Claim, ClaimRef } from '../../domain/claim.ts';
import { claimStatuses } from '../../domain/claim-state.ts';
import type { HistoryEntry } from '../../domain/history.ts';
import type { Reserved } from '../../domain/reservation/reservation.ts';
import { claimSummary } from '../../domain/view/claim-summary.ts';
import { odata } from '../table/odata.ts';
import { toColumns } from '../table/text-columns.ts';

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

/**
 * The claims table. One partition a partner; everything of a claim changes in one transaction.
 *
 *   c|{claimId}              the claim (doc*), its summary for lists, and the headings of its index rows
 *   {heading}|{claimId}      index rows, see `index-keys.ts`; claim IDs sort newest first
 *   h|{claimId}|{sequence}   one history entry
 *   k|{key}                  the answer that an Idempotency-Key got
 *   r|{unit}                 the claim that has reserved a unit (customer, product, subscription, activity), or those that share it
 */
export const rowKeys = {
  claim: (claimId: string) => `c|${claimId}`,
  history: (claimId: string, sequence: number) => `h|${claimId}|${String(sequence).padStart(6, '0')}`,
  answer: (key: string) => `k|${key}`,
  reservation: (unit: string) => `r|${unit}`,
};

/** The claim in a row; undefined for what this build cannot read. */
export const readableClaim = (doc: string): Claim | undefined => {
  try {
    // The cast: written by `claimRow`, if not by another build.
    const claim = JSON.parse(doc) as Claim;
    const isWhole =
      typeof claim.id === 'string' &&
      typeof claim.partnerId === 'string' &&
      typeof claim.version === 'number' &&
      Array.isArray(claim.poe) &&
      Array.isArray(claim.comments);
    return isWhole && claimStatuses.includes(claim.status) ? claim : undefined;
  } catch {
    return undefined;
  }
};

/** All units that a claim has reserved, alone or with others. */
export const unitsIn = ({ reservations = [], sharedReservations = [] }: Reserved): string[] => [
  ...reservations,
  ...sharedReservations,
];

/** Of what a claim has reserved, the units that `isKept` names. */
export const onlyUnits = (
  { reservations, sharedReservations }: Reserved,
  isKept: (unit: string) => boolean,
): Reserved => ({
  ...(reservations ? { reservations: reservations.filter(isKept) } : {}),
  ...(sharedReservations ? { sharedReservations: sharedReservations.filter(isKept) } : {}),
});

/** A claim as its rows show it when those with the keys `gone` are not there. */
export const withoutRows = ({ claim, index, etag }: StoredClaim, gone: string[]): StoredClaim => ({
  etag,
  index: index.filter((heading) => !gone.includes(`${heading}|${claim.id}`)),
  claim: { ...claim, ...onlyUnits(claim, (unit) => !gone.includes(rowKeys.reservation(unit))) },
});

/** The filter of all history rows of a claim. */
export const historyFilter = ({ partnerId, claimId }: ClaimRef): string =>
  odata`PartitionKey eq ${partnerId} and RowKey ge ${`h|${claimId}|`} and RowKey lt ${`h|${claimId}}`}`;

/** `index`: the headings of the claim's index rows. */
export const claimRow = (claim: Claim, index: string[]) => ({
  partitionKey: claim.partnerId,
  rowKey: rowKeys.claim(claim.id),
  status: claim.status,
  summary: JSON.stringify(claimSummary(claim)),
  index: JSON.stringify(index),
  ...toColumns(JSON.stringify(claim)),
});

/** `changeId` tells a writer whose answer was lost that the entry it finds is its own. */
export const historyRow = (claim: Claim, entry: HistoryEntry, changeId: string) => ({
  partitionKey: claim.partnerId,
  rowKey: rowKeys.history(claim.id, entry.sequence),
  changeId,
  ...toColumns(JSON.stringify(entry)),
});

/** The answer that a request with an Idempotency-Key got. */
export const answerRow = ({ partnerId, id: claimId }: Claim, { key, body, headers, ...rest }: KeyedAnswer) => ({
  partitionKey: partnerId,
  rowKey: rowKeys.answer(key),
  claimId,
  ...rest,
  headers: JSON.stringify(headers),
  ...toColumns(body),
});
