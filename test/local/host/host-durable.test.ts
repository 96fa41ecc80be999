import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { advance, getJson, startHostForTest, tempDir } from './host-process.ts';

type Status = { runtimeStatus: string; output: unknown };
type Note = { day: number; at: string };

const settings = { HUB: 'TestHub' };
const startHostWithHub = (dataDir?: string) =>
  startHostForTest({ app: 'durable', settings, ...(dataDir === undefined ? {} : { dataDir }) });
const post = (url: string, body?: string) => fetch(url, { method: 'POST', ...(body === undefined ? {} : { body }) });
const untilStatus = (host: { url: string }, id: string, expected: Partial<Status>) =>
  vi.waitFor(async () => expect(await getJson(`${host.url}/status/${id}`)).toMatchObject(expected), 10_000);

describe('orchestrations on the host', () => {
  test('a client starts one, raises an event and reads its result', async () => {
    const host = await startHostWithHub();
    expect((await post(`${host.url}/start/one`)).status).toBe(202);
    await untilStatus(host, 'one', { runtimeStatus: 'Running' });
    expect((await post(`${host.url}/decide/one`, '"approve"')).status).toBe(202);
    await untilStatus(host, 'one', { runtimeStatus: 'Completed', output: { decided: 'approve' } });
  });

  test('skipping eight days at once lets what falls due on days 3 and 5 happen on days 3 and 5', async () => {
    const host = await startHostWithHub();
    const { now } = await getJson<{ now: string }>(`${host.url}/admin/clock`);
    await post(`${host.url}/start/slow`);
    await untilStatus(host, 'slow', { runtimeStatus: 'Running' });
    expect((await advance(host, 'P8D')).status).toBe(200);
    // Answered after the fact: no waiting here.
    expect(await getJson(`${host.url}/status/slow`)).toMatchObject({ output: { decided: 'silence' } });
    const notes = await getJson<Note[]>(`${host.url}/notes`);
    const daysAfterStart = notes.map(({ at }) => Math.floor((Date.parse(at) - Date.parse(now)) / 86_400_000));
    expect(notes.map(({ day }) => day)).toEqual([3, 5]);
    expect(daysAfterStart).toEqual([3, 5]);
  });

  test('kill -9 loses no orchestration, and its management URLs still open with their key', async () => {
    const dataDir = await tempDir();
    const before = await startHostWithHub(dataDir);
    await post(`${before.url}/start/kept`);
    await untilStatus(before, 'kept', { runtimeStatus: 'Running' });
    await before.kill();

    const after = await startHostWithHub(dataDir);
    const keys = JSON.parse(await readFile(join(dataDir, 'host-keys.json'), 'utf8'));
    const instance = `${after.url}/runtime/webhooks/durabletask/instances/kept`;
    expect((await fetch(instance)).status).toBe(401);
    expect(await getJson(`${instance}?code=${keys.durable}`)).toMatchObject({ runtimeStatus: 'Running' });
    await post(`${after.url}/decide/kept`, '"decline"');
    await untilStatus(after, 'kept', { output: { decided: 'decline' } });
  });

  test('the answer of createCheckStatusResponse can be followed', async () => {
    const host = await startHostWithHub();
    const started = await post(`${host.url}/start/followed`);
    const location = started.headers.get('location') ?? '';
    expect(location.startsWith(`${host.url}/runtime/webhooks/durabletask/instances/followed?`)).toBe(true);
    await vi.waitFor(async () => expect(await getJson(location)).toMatchObject({ name: 'approval' }), 10_000);
  });
});
