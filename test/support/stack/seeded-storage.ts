import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from '../../../local/stack/child.ts';
import { type AzuriteUrls, storageConnectionString } from '../../../local/storage/azurite.ts';

/** Storage in memory, in which a table named `claims<count>` is born with so many claims of one partner. */
export const startSeededStorage = async (): Promise<{ connectionString: string; stop: () => Promise<void> }> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'seeded-'));
  const entry = new URL('./seeded-storage-child.ts', import.meta.url);
  const ports = { blob: 0, queue: 0, table: 0 };
  const { ready, stop } = await startChild<AzuriteUrls>(entry, { dataDir, ports, inMemory: true });
  return {
    connectionString: storageConnectionString(ready),
    stop: async () => {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
