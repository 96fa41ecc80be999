import type { TableClient } from '@azure/data-tables';
import type { Delivery } from '../domain/delivery.ts';
import { countedDown } from '../domain/ids.ts';
import type { MailKind, MailSide } from '../domain/mail-kinds.ts';
import { odata } from './table/odata.ts';
import { firstRows, newestFirst, removeOlder } from './table/row-range.ts';

/** A report that a mail did not arrive. The address is on the claim only. */
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
/** Counting stops here: that there are many is all that matters. */
const maxCounted = 1000;

export type MailFailures = ReturnType<typeof createMailFailures>;

/** Failed mails of the last weeks, newest first, also those that have been dealt with since. Rows of the ledger's table. */
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

  /** How many reports there were since then. */
  const countSince = async (since: Date): Promise<number> => {
    const filter = odata`PartitionKey eq ${partition} and RowKey lt ${countedDown(since)}`;
    const { rows } = await firstRows(table, { filter, select: ['rowKey'] }, maxCounted);
    return rows.length;
  };

  /** Removes reports from before `before`. */
  const forget = (before: Date): Promise<void> => removeOlder(table, partition, before);

  return { note, list, countSince, forget };
};
