import { rowKeys } from '../../../src/storage/claims/claim-rows.ts';
import { fromColumns, toColumns } from '../../../src/storage/table/text-columns.ts';
import type { Stack } from '../stack/stack.ts';
import { claimsTable } from './claims-table.ts';

type Place = { partnerId: string; claimId: string };

/** Changes a stored row past the app, as someone with access to the storage account could: the claim's, or a history entry's. */
export const tamper = async (
  stack: Pick<Stack, 'storage'>,
  { partnerId, claimId, sequence }: Place & { sequence?: number },
  change: (text: string) => string,
): Promise<void> => {
  const table = claimsTable(stack);
  const key = sequence === undefined ? rowKeys.claim(claimId) : rowKeys.history(claimId, sequence);
  const row = await table.getEntity(partnerId, key);
  const [before, after] = [fromColumns(row), change(fromColumns(row))];
  if (before === after) throw new Error('Nothing was changed.');
  await table.updateEntity({ partitionKey: partnerId, rowKey: key, ...toColumns(after) }, 'Merge');
};
