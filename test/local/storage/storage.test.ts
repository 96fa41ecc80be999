import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, watch, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { BlobServiceClient } from '@azure/storage-blob';
import { QueueServiceClient } from '@azure/storage-queue';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeFolder } from '../../../local/stack/data-folder.ts';
import { freePort, PortTakenError, settlePorts } from '../../../local/stack/ports.ts';
import { startStorage } from '../../../local/stack/stack.ts';
import type { Storage } from '../../../local/storage/azurite.ts';

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'storage-'));
});
afterEach(() => rm(dataDir, { recursive: true, maxRetries: 5 }));

const start = () => startStorage({ dataDir, ports: { blob: 0, queue: 0, table: 0 } });

const claims = (connectionString: string) =>
  TableClient.fromConnectionString(connectionString, 'claims', { allowInsecureConnection: true });

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('Blob, Queue and Table answer on free ports, and what is written survives a restart', async () => {
  const storage = await start();
  await claims(storage.connectionString).createTable();
  await claims(storage.connectionString).createEntity({ partitionKey: 'a', rowKey: '1', status: 'draft' });
  const container = BlobServiceClient.fromConnectionString(storage.connectionString).getContainerClient('poe');
  await container.create();
  await container.getBlockBlobClient('file').upload('proof', 5);
  await QueueServiceClient.fromConnectionString(storage.connectionString).createQueue('platform-events');
  await storage.stop();
  expect(isAlive(storage.pid)).toBe(false);

  const again = await start();
  expect(await claims(again.connectionString).getEntity('a', '1')).toMatchObject({ status: 'draft' });
  const kept = BlobServiceClient.fromConnectionString(again.connectionString).getContainerClient('poe');
  expect((await kept.getBlobClient('file').downloadToBuffer()).toString()).toBe('proof');
  await again.stop();
});

test('a killed parent takes its storage along, and nothing that was written a moment before is lost', async () => {
  const parentFile = join(dataDir, 'parent.ts');
  const stack = new URL('../../../local/stack/stack.ts', import.meta.url);
  await writeFile(
    parentFile,
    `import { startStorage } from ${JSON.stringify(stack.href)};
     const { urls, connectionString } = await startStorage(${JSON.stringify({ dataDir, ports: { blob: 0, queue: 0, table: 0 } })});
     process.send({ urls, connectionString });`,
  );
  const parent = fork(parentFile, { execArgv: [] });
  // The cast: what the file above sends.
  const [{ urls, connectionString }] = (await once(parent, 'message')) as [Pick<Storage, 'urls' | 'connectionString'>];
  await claims(connectionString).createTable();
  await claims(connectionString).createEntity({ partitionKey: 'a', rowKey: '1', status: 'approved' });
  parent.kill('SIGKILL');

  // Started at once: the successor has to wait for the one that still writes.
  const successor = await start();
  await expect(fetch(urls.blob)).rejects.toThrow();
  expect(await claims(successor.connectionString).getEntity('a', '1')).toMatchObject({ status: 'approved' });
  await successor.stop();
});

/** Resolves when Azurite begins to write the rows of all tables out, as it does every five seconds. */
const savingOfTables = async (): Promise<void> => {
  for await (const { filename } of watch(join(dataDir, 'azurite')))
    if (filename?.includes('azurite_db_table__') && filename.endsWith('~')) return;
};

test('storage that is stopped while it writes its data out loses none of it', async () => {
  const storage = await start();
  const table = claims(storage.connectionString);
  await table.createTable();
  const saving = savingOfTables();
  // So much that writing it out takes its time.
  const columns = Object.fromEntries(Array.from({ length: 15 }, (_, at) => [`text${at}`, 'x'.repeat(30_000)]));
  for (let row = 0; row < 60; row += 1) await table.createEntity({ partitionKey: 'a', rowKey: `${row}`, ...columns });
  await saving;
  await storage.stop();

  const again = await start();
  expect(await claims(again.connectionString).getEntity('a', '59')).toHaveProperty('text0');
  await again.stop();
});

test('storage that cannot listen is reported by the start, not by a hang', async () => {
  const blocker = createServer().listen(0, '127.0.0.1');
  await once(blocker, 'listening');
  const address = blocker.address();
  const blob = typeof address === 'object' && address ? address.port : 0;
  await expect(startStorage({ dataDir, ports: { blob, queue: 0, table: 0 } })).rejects.toThrow('exit code 1');
  blocker.close();
});

test('a taken port is refused by its number and the flag that moves it', async () => {
  const blocker = createServer().listen(0, '127.0.0.1');
  await once(blocker, 'listening');
  const address = blocker.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const wanted = { app: { port, what: 'app', flag: '--port' }, any: { port: 0, what: 'any', flag: '--any' } };
  const settling = settlePorts(wanted);
  await expect(settling).rejects.toThrow(
    new PortTakenError(
      `Port ${port} (app) is already in use. Choose another with --port NUMBER, or --port 0 for a free one.`,
    ),
  );
  blocker.close();
  await once(blocker, 'close');
  const { app, any } = await settlePorts(wanted);
  expect(app).toBe(port);
  expect(any).toBeGreaterThan(0);
  expect(await freePort()).toBeGreaterThan(0);
});

test('a data folder is taken by one stack at a time, released by its end, and reset leaves what is not its own', async () => {
  const waits: string[] = [];
  const first = await takeFolder(dataDir);
  await first.signIn('http://127.0.0.1:7071');
  const second = takeFolder(dataDir, { onWait: () => waits.push('second') });
  await expect.poll(() => waits).toEqual(['second']);
  await writeFile(join(dataDir, 'demo.json'), '{}');
  await writeFile(join(dataDir, 'holiday.jpg'), 'mine');
  await first.reset();
  first.release();

  const taken = await second;
  expect((await readdir(dataDir)).toSorted()).toEqual(['holiday.jpg', 'locks']);
  taken.release();
});

test('a data folder that stays taken is refused by the process and the address that hold it', async () => {
  const holder = await takeFolder(dataDir);
  await holder.signIn('http://127.0.0.1:7071');
  const refused = takeFolder(dataDir, { waitMs: 0 });
  await expect(refused).rejects.toThrow(`(process ${process.pid}, http://127.0.0.1:7071) runs on ${dataDir}`);
  holder.release();
});
