import { TableServiceClient } from '@azure/data-tables';
import { BlobServiceClient } from '@azure/storage-blob';
import { containerName, tableNames } from '../../src/storage/names.ts';

/** Creates what infrastructure creates in Azure: the app's tables and its container. What is there stays as it is. */
export const provision = async (connectionString: string): Promise<void> => {
  const tables = TableServiceClient.fromConnectionString(connectionString, { allowInsecureConnection: true });
  const blobs = BlobServiceClient.fromConnectionString(connectionString);
  await Promise.all([
    ...Object.values(tableNames).map((name) => tables.createTable(name)),
    blobs.getContainerClient(containerName).createIfNotExists(),
  ]);
};
