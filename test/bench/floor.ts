import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableClient, TableTransaction } from '@azure/data-tables';
import { startStorage } from '../../local/storage/azurite.ts';

/** The floor of everything here: transactions of three rows a second that Azurite takes from the plain SDK, 32 at once. */
export const benchStorageFloor = async (): Promise<number> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-floor-'));
  const storage = await startStorage({ dataDir, ports: { blob: 0, queue: 0, table: 0 } });
  const table = TableClient.fromConnectionString(storage.connectionString, 'floor', { allowInsecureConnection: true });
  await table.createTable();
  const transactions = async (line: number, count: number): Promise<void> => {
    for (let n = 0; n < count; n += 1) {
      const change = new TableTransaction();
      for (const row of ['c', 's', 'h']) {
        change.createEntity({ partitionKey: `p${line}`, rowKey: `${row}${count}-${n}`, doc0: 'x'.repeat(1500) });
      }
      await table.submitTransaction(change.actions);
    }
  };
  const lines = 32;
  await Promise.all(Array.from({ length: lines }, (_, line) => transactions(line, 5)));
  const began = performance.now();
  const each = 60;
  await Promise.all(Array.from({ length: lines }, (_, line) => transactions(line, each)));
  const perSecond = (lines * each * 1000) / (performance.now() - began);
  await storage.stop();
  await rm(dataDir, { recursive: true, force: true });
  return perSecond;
};
