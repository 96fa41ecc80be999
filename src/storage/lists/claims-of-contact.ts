import type { TableClient } from '@azure/data-tables';
import { headings, last } from '../claims/index-keys.ts';
import { readRange } from '../table/row-range.ts';

/** IDs of the claims of a partner whose customer contact has this address, newest first, and whether there are more. One request. */
export const createClaimsOfContact =
  (table: TableClient) =>
  async (partnerId: string, email: string, top: number): Promise<{ claimIds: string[]; more: boolean }> => {
    const heading = headings.contact(email);
    const range = { partnerId, from: `${heading}|`, to: `${heading}|${last}`, select: ['rowKey'] };
    const { rows, more } = await readRange(table, range, top);
    const claimIds = rows.map(({ rowKey }) => rowKey.slice(rowKey.lastIndexOf('|') + 1));
    return { claimIds: claimIds.slice(0, top), more: more || claimIds.length > top };
  };
