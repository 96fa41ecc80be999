import { BlobServiceClient } from '@azure/storage-blob';
import { storageConnectionString } from '../../../local/storage/azurite.ts';
import { containerName } from '../../../src/storage/table/names.ts';
import type { Stack } from '../stack/stack.ts';

/** Names of the stored proof files of a claim. */
export const blobsOf = async ({ storage }: Pick<Stack, 'storage'>, claimId: string): Promise<string[]> => {
  const connection = storageConnectionString({ blob: storage, queue: storage, table: storage });
  const container = BlobServiceClient.fromConnectionString(connection).getContainerClient(containerName);
  const names: string[] = [];
  for await (const { name } of container.listBlobsFlat()) if (name.includes(claimId)) names.push(name);
  return names;
};
