import { TableClient, TableServiceClient } from '@azure/data-tables';
import { BlobServiceClient } from '@azure/storage-blob';
import { QueueServiceClient } from '@azure/storage-queue';
import type { Stack } from './stack.ts';

/** Everything in the storage of a stack: rows, files and their properties, and messages that wait. */
export const allStored = async ({
  storage,
}: Pick<Stack, 'storage'>): Promise<{ name: string; content: Buffer | string }[]> => {
  const found: { name: string; content: Buffer | string }[] = [];
  const http = { allowInsecureConnection: true };
  for await (const { name = '' } of TableServiceClient.fromConnectionString(storage, http).listTables()) {
    for await (const row of TableClient.fromConnectionString(storage, name, http).listEntities()) {
      found.push({ name: `${name} ${row.rowKey}`, content: JSON.stringify(row) });
    }
  }
  const blobs = BlobServiceClient.fromConnectionString(storage);
  for await (const container of blobs.listContainers()) {
    const client = blobs.getContainerClient(container.name);
    for await (const { name, ...about } of client.listBlobsFlat({ includeMetadata: true })) {
      found.push({ name, content: JSON.stringify(about) });
      found.push({ name, content: await client.getBlobClient(name).downloadToBuffer() });
    }
  }
  const queues = QueueServiceClient.fromConnectionString(storage);
  for await (const { name } of queues.listQueues()) {
    const { peekedMessageItems } = await queues.getQueueClient(name).peekMessages({ numberOfMessages: 32 });
    for (const { messageText } of peekedMessageItems) found.push({ name, content: Buffer.from(messageText, 'base64') });
  }
  return found;
};
