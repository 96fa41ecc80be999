import { TableServiceClient } from '@azure/data-tables';
import { BlobServiceClient } from '@azure/storage-blob';
import { QueueServiceClient } from '@azure/storage-queue';
import { containerName, platformEventsQueue, tableNames } from '../../src/storage/table/names.ts';

/** Creates what infrastructure creates in Azure: the app's tables, container and queue. What is there stays as it is. */
export const provision = async (connectionString: string, queueName = platformEventsQueue): Promise<void> => {
  const tables = TableServiceClient.fromConnectionString(connectionString, { allowInsecureConnection: true });
  const blobs = BlobServiceClient.fromConnectionString(connectionString);
  await Promise.all([
    ...Object.values(tableNames).map((name) => tables.createTable(name)),
    blobs.getContainerClient(containerName).createIfNotExists(),
    QueueServiceClient.fromConnectionString(connectionString).getQueueClient(queueName).createIfNotExists(),
  ]);
};
