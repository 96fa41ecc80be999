import type { TableClient } from '@azure/data-tables';
import type { Delivery } from '../domain/delivery.ts';
import { countedDown } from '../domain/ids.ts';
import type { MailKind, MailSide } from '../domain/mail-kinds.ts';
import { odata } from './table/odata.ts';
import { firstRows, newestFirst, removeOlder } from './table/row-range.ts';

/** A report that a mail did not arrive. Whose address it was is on the claim. */
export type MailFailure = {
  /** When the mail service last tried. */
  at: string;
  partnerId: string;
  claimId: string;
  mail: MailKind;
  number: number;
  to: MailSide;
  delivery: Delivery;
};

const partition = 'mail-failures';
/** Counted no further: what matters is that there are many. */
const maxCounted = 1000;

export type MailFailures = ReturnType<typeof createMailFailures>;

/** Rows of the ledger's table, newest first: what has been mended, or was redriven, is still there. */
export const createMailFailures = (table: TableClient) => {
  /** The same report again is the same row. */
  const note = async (failure: MailFailure): Promise<void> => {
    const { at, claimId, mail, number } = failure;
    const rowKey = [countedDown(new Date(at)), claimId, mail, number].join('|');
    await table.upsertEntity({ partitionKey: partition, rowKey, ...failure }, 'Replace');
  };

  /** Newest first, after the row with the key `after`; `next` is the key to go on after. */
  const list = async (top: number, after = ''): Promise<{ value: Omit<MailFailure, 'number'>[]; next?: string }> => {
    const { rows, ...more } = await newestFirst(table, partition, top, after);
    // The cast: written above.
    const value = rows.map(({ at, partnerId, claimId, mail, to, delivery }) => {
      return { at, partnerId, claimId, mail, to, delivery } as Omit<MailFailure, 'number'>;
    });
    return { value, ...more };
  };

  /** How many there were since then. */
  const countSince = async (since: Date): Promise<number> => {
    const filter = odata`PartitionKey eq ${partition} and RowKey lt ${countedDown(since)}`;
    const { rows } = await firstRows(table, { filter, select: ['rowKey'] }, maxCounted);
    return rows.length;
  };

  /** Forgets those from before `before`. */
  const forget = (before: Date): Promise<void> => removeOlder(table, partition, before);

  return { note, list, countSince, forget };
};
