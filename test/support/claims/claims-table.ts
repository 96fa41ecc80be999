import { TableClient } from '@azure/data-tables';
import { storageConnectionString } from '../../../local/storage/azurite.ts';
import { tableNames } from '../../../src/storage/table/names.ts';
import type { Stack } from '../stack/stack.ts';

/** The claims table of a stack, past the API. */
export const claimsTable = ({ storage, queues, tables }: Pick<Stack, 'storage' | 'queues' | 'tables'>): TableClient =>
  TableClient.fromConnectionString(
    storageConnectionString({ blob: storage, queue: queues, table: tables }),
    tableNames.claims,
    { allowInsecureConnection: true },
  );
