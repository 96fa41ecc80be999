import { expect, test, vi } from 'vitest';
import { advance, getJson, startHostForTest } from './host-process.ts';

const settings = { HUB: 'TestHub' };
const flags = ['--share-hub'];
const startPair = async () => {
  const first = await startHostForTest({ app: 'durable', settings, flags });
  const second = await startHostForTest({ app: 'durable', settings, flags, dataDir: first.dataDir });
  return { first, second };
};
const post = async (url: string, body?: string) => (await fetch(url, { method: 'POST', body: body ?? null })).status;
const untilStatus = (host: { url: string }, id: string, expected: object) =>
  vi.waitFor(async () => expect(await getJson(`${host.url}/status/${id}`)).toMatchObject(expected), 10_000);
const leads = async ({ url }: { url: string }): Promise<boolean> =>
  (await getJson<{ leads: boolean }>(`${url}/admin/host/status`)).leads;

test('of two hosts on one hub one leads, and clients of the other reach the same orchestrations', async () => {
  const { first, second } = await startPair();
  expect([await leads(first), await leads(second)]).toEqual([true, false]);
  expect(await post(`${second.url}/start/one`)).toBe(202);
  await untilStatus(first, 'one', { runtimeStatus: 'Running' });
  expect(await post(`${second.url}/decide/one`, '"approve"')).toBe(202);
  await untilStatus(second, 'one', { runtimeStatus: 'Completed', output: { decided: 'approve' } });
});

test('when the host that leads is killed, the other goes on with its orchestrations', async () => {
  const { first, second } = await startPair();
  await post(`${first.url}/start/kept`);
  await untilStatus(second, 'kept', { runtimeStatus: 'Running' });
  await first.kill();
  await vi.waitFor(async () => expect(await leads(second)).toBe(true), 10_000);
  expect(await post(`${second.url}/decide/kept`, '"decline"')).toBe(202);
  await untilStatus(second, 'kept', { runtimeStatus: 'Completed', output: { decided: 'decline' } });
});

test('only the host that leads moves the clock', async () => {
  const { second } = await startPair();
  expect((await advance(second, 'P1D')).status).toBe(409);
});

test('a second host that was not told that it shares the hub does not start', async () => {
  const { dataDir } = await startHostForTest({ app: 'durable', settings });
  await expect(startHostForTest({ app: 'durable', settings, dataDir })).rejects.toThrow('another host is using');
});
