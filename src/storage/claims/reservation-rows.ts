import type { TableClient } from '@azure/data-tables';
import type { Reserved, ReservedBy } from '../../domain/reservation/reservation.ts';
import { undefinedOn404 } from '../table/errors.ts';
import type { TableTransaction } from '../table/table-transaction.ts';
import { rowKeys } from './claim-rows.ts';

/** A unit's row as it was read: `claimIds` have reserved it, together if it is `shared`. */
type UnitRow = { etag: string; shared: boolean; claimIds: string[] };
export type Standing = Map<string, UnitRow | undefined>;

type UnitsOfChange = { partnerId: string; claimId: string; before?: Reserved | undefined; after: Reserved };

const without = (units: string[] = [], others: string[] = []): string[] =>
  units.filter((unit) => !others.includes(unit));

/** The units that a change of a claim reserves and releases. */
export const unitChange = ({ partnerId, claimId, before, after }: UnitsOfChange) => ({
  partnerId,
  claimId,
  taken: without(after.reservations, before?.reservations),
  released: without(before?.reservations, after.reservations),
  joined: without(after.sharedReservations, before?.sharedReservations),
  left: without(before?.sharedReservations, after.sharedReservations),
});
export type UnitChange = ReturnType<typeof unitChange>;

export const rowsOf = ({ taken, released, joined, left }: UnitChange): number =>
  taken.length + released.length + joined.length + left.length;

/** Reservations in storage: `{ claimId }` where one claim has the unit alone, `{ sharedBy }` where several share it or did. */
export const createReservationRows = (table: TableClient) => {
  const standing = async (partnerId: string, units: string[]): Promise<Standing> =>
    new Map(
      await Promise.all(
        units.map(async (unit) => {
          const row = await undefinedOn404(table.getEntity(partnerId, rowKeys.reservation(unit)));
          if (row === undefined) return [unit, undefined] as const;
          const shared = row.sharedBy !== undefined;
          const claimIds = shared ? (JSON.parse(String(row.sharedBy)) as string[]) : [String(row.claimId)];
          return [unit, { etag: row.etag, shared, claimIds }] as const;
        }),
      ),
    );

  return {
    standing,

    /** The other claims that keep a change from its units; empty when none does. */
    refusedBy: ({ taken, joined, claimId }: UnitChange, rows: Standing): ReservedBy =>
      new Map(
        [...taken, ...joined].flatMap((unit) => {
          const row = rows.get(unit);
          const others = row?.claimIds.filter((id) => id !== claimId) ?? [];
          return others.length === 0 || (row?.shared && joined.includes(unit)) ? [] : [[unit, others] as const];
        }),
      ),

    /**
     * Adds the reservations to a claim's transaction. `rows`: those that were read. A unit to take that was not read is taken to be free;
     * one to give up that was not read stays.
     */
    write: (change: UnitChange, transaction: TableTransaction, rows: Standing): void => {
      const { partnerId, claimId } = change;
      const rowOf = (unit: string) => ({ partitionKey: partnerId, rowKey: rowKeys.reservation(unit) });
      const share = (unit: string, claimIds: string[], etag: string) =>
        transaction.updateEntity({ ...rowOf(unit), sharedBy: JSON.stringify(claimIds) }, 'Replace', { etag });
      for (const unit of change.taken) {
        const row = rows.get(unit);
        if (row === undefined) transaction.createEntity({ ...rowOf(unit), claimId });
        else transaction.updateEntity({ ...rowOf(unit), claimId }, 'Replace', { etag: row.etag });
      }
      for (const unit of change.released) {
        // A row that was lost may be another claim's by now.
        const row = rows.get(unit);
        if (row !== undefined && !row.shared && row.claimIds.includes(claimId)) {
          transaction.deleteEntity(partnerId, rowKeys.reservation(unit));
        }
      }
      for (const unit of change.joined) {
        const row = rows.get(unit);
        if (row === undefined) transaction.createEntity({ ...rowOf(unit), sharedBy: JSON.stringify([claimId]) });
        else share(unit, [...row.claimIds, claimId], row.etag);
      }
      for (const unit of change.left) {
        const row = rows.get(unit);
        if (row === undefined || !row.shared || !row.claimIds.includes(claimId)) continue;
        // An empty row stays: a delete in a transaction checks no ETag, and another claim may have joined.
        share(
          unit,
          row.claimIds.filter((id) => id !== claimId),
          row.etag,
        );
      }
    },
  };
};
