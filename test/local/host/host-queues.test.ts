import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QueueClient } from '@azure/storage-queue';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Storage, startStorage } from '../../../local/storage/azurite.ts';
import { getJson, startHostForTest } from './host-process.ts';

type Run = { message: unknown; triggerMetadata: Record<string, unknown>; done?: true };

let storage: Storage;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'host-queues-'));
  storage = await startStorage({ dataDir: folder, ports: { blob: 0, queue: 0, table: 0 } });
});
afterAll(async () => {
  await storage.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

let queues = 0;
/** A queue of its own for each test. */
const newQueue = async () => {
  const name = `records-${++queues}`;
  const queue = new QueueClient(storage.connectionString, name);
  await queue.create();
  const poison = new QueueClient(storage.connectionString, `${name}-poison`);
  const send = (text: string) => queue.sendMessage(Buffer.from(text).toString('base64'));
  return { name, queue, poison, send };
};

const startOn = (name: string, dataDir?: string) =>
  startHostForTest({
    app: 'queues',
    settings: { STORAGE: storage.connectionString, QUEUE: name },
    flags: ['--queue-lease', '2000'],
    ...(dataDir ? { dataDir } : {}),
  });

const runsOf = (host: { url: string }) => getJson<Run[]>(`${host.url}/runs`);
const lengthOf = async (queue: QueueClient) => (await queue.getProperties()).approximateMessagesCount;
const texts = async (queue: QueueClient): Promise<string[]> => {
  const { peekedMessageItems } = await queue.peekMessages({ numberOfMessages: 32 });
  return peekedMessageItems.map(({ messageText }) => Buffer.from(messageText, 'base64').toString());
};

test('a message is handed over parsed, with its metadata, and is gone when the function returned', async () => {
  const { name, queue, send } = await newQueue();
  const host = await startOn(name);
  const { messageId } = await send('{"number":7}');
  await send('plain text');
  await vi.waitFor(async () => expect(await lengthOf(queue)).toBe(0), 5000);
  const runs = await runsOf(host);
  expect(runs.map(({ message }) => message).toSorted()).toEqual([{ number: 7 }, 'plain text']);
  const first = runs.find(({ triggerMetadata }) => triggerMetadata.id === messageId);
  expect(first?.triggerMetadata).toMatchObject({
    id: messageId,
    dequeueCount: 1,
    queueTrigger: { number: 7 },
    popReceipt: expect.any(String),
    insertionTime: expect.stringMatching(/^\d{4}-/),
    expirationTime: expect.stringMatching(/^\d{4}-/),
    nextVisibleTime: expect.stringMatching(/^\d{4}-/),
  });
});

test('a message whose run failed comes again, with a higher count', async () => {
  const { name, queue, poison, send } = await newQueue();
  const host = await startOn(name);
  await send('{"fails":2}');
  await vi.waitFor(async () => expect(await lengthOf(queue)).toBe(0), 10_000);
  expect((await runsOf(host)).map(({ triggerMetadata }) => triggerMetadata.dequeueCount)).toEqual([1, 2, 3]);
  expect(await poison.exists()).toBe(false);
});

test('after its last try a message goes to the poison queue, and the ones behind it go on', async () => {
  const { name, queue, poison, send } = await newQueue();
  const host = await startOn(name);
  await send('{"fails":99}');
  await send('{"fine":true}');
  await vi.waitFor(async () => expect(await poison.exists()).toBe(true), 10_000);
  await vi.waitFor(async () => expect(await texts(poison)).toEqual(['{"fails":99}']), 5000);
  await vi.waitFor(async () => expect(await lengthOf(queue)).toBe(0), 5000);
  const runs = await runsOf(host);
  expect(runs.filter(({ done }) => done).map(({ message }) => message)).toEqual([{ fine: true }]);
  expect(runs).toHaveLength(4);
  expect(host.log()).toContain('[records] queue run failed: this run failed');
});

test('a message that is not Base64 goes to the poison queue unchanged', async () => {
  const { name, queue, poison } = await newQueue();
  const host = await startOn(name);
  await queue.sendMessage('{"plain":true}');
  await vi.waitFor(async () => expect(await lengthOf(queue)).toBe(0), 5000);
  const { peekedMessageItems } = await poison.peekMessages();
  expect(peekedMessageItems[0]?.messageText).toBe('{"plain":true}');
  expect(await runsOf(host)).toEqual([]);
});

test('a run that outlasts the lease keeps its message', async () => {
  const { name, queue, send } = await newQueue();
  const host = await startOn(name);
  await send('{"takesMs":2500}');
  await vi.waitFor(async () => expect(await lengthOf(queue)).toBe(0), 10_000);
  expect(await runsOf(host)).toHaveLength(1);
});

test('kill -9 in the middle of a run: the next host gets the message again', async () => {
  const { name, queue, send } = await newQueue();
  const before = await startOn(name);
  await send('{"hangsOnce":true}');
  await vi.waitFor(async () => expect(await runsOf(before)).toHaveLength(1), 5000);
  await before.kill();
  const after = await startOn(name, before.dataDir);
  await vi.waitFor(async () => expect(await lengthOf(queue)).toBe(0), 10_000);
  expect(await runsOf(after)).toMatchObject([{ triggerMetadata: { dequeueCount: 2 }, done: true }]);
});

test('a stop lets a run in hand finish', async () => {
  const { name, queue, send } = await newQueue();
  const host = await startOn(name);
  await send('{"takesMs":700}');
  await vi.waitFor(async () => expect(await runsOf(host)).toHaveLength(1), 5000);
  expect(await host.stop()).toBe(0);
  expect(await lengthOf(queue)).toBe(0);
});

test('a connection that no setting has stops the start and is named', async () => {
  await expect(startHostForTest({ app: 'queues', settings: { QUEUE: 'x' } })).rejects.toThrow(
    /function records: there is no setting STORAGE/,
  );
});
