import { TableClient } from '@azure/data-tables';
import { tableNames } from '../../../src/storage/table/names.ts';
import type { Stack } from '../stack/stack.ts';

/** The claims table of a stack, past the API. */
export const claimsTable = ({ storage }: Pick<Stack, 'storage'>): TableClient =>
  TableClient.fromConnectionString(storage, tableNames.claims, { allowInsecureConnection: true });
