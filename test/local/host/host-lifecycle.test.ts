import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { getJson, startHostForTest, tempDir } from './host-process.ts';

describe('HTTP functions without streaming', () => {
  test('the body goes in and out with the call, cookies included', async () => {
    const host = await startHostForTest({ app: 'buffered' });
    const answer = await fetch(`${host.url}/api/echo/7?q=x`, {
      method: 'POST',
      body: 'text',
      headers: { 'x-caller': 'me' },
    });
    expect(answer.status).toBe(202);
    expect(answer.headers.get('x-caller')).toBe('me');
    expect(answer.headers.getSetCookie()).toEqual(['a=b%20c; Path=/; Max-Age=60; Secure; SameSite=Strict']);
    expect(await answer.json()).toEqual({ id: '7', q: 'x', body: 'text' });
  });

  test('a handler that throws, returns nothing or never ends still gets its caller an answer', async () => {
    const host = await startHostForTest({ app: 'buffered', flags: ['--stall-limit', '500'] });
    const statuses = await Promise.all(
      ['throws', 'nothing', 'stalls'].map(async (name) => (await fetch(`${host.url}/api/${name}`)).status),
    );
    expect(statuses).toEqual([500, 200, 504]);
  });
});

describe('hooks', () => {
  test('wrap the handler, mend its error, change log lines, and run at start and end', async () => {
    const host = await startHostForTest({ app: 'hooks' });
    const fine = await fetch(`${host.url}/fine`);
    expect([await fine.text(), fine.headers.get('x-wrapped')]).toEqual(['fine', '1']);
    const mended = await fetch(`${host.url}/fails`);
    expect([mended.status, await mended.text()]).toEqual([418, 'mended in fails']);
    expect(host.log()).toContain('[fine] a ****** was here');
    expect(host.log()).not.toContain('a secret was here');
    expect(await host.stop()).toBe(0);
    expect(host.log()).toContain('terminate hook ran');
  });

  test('a function cannot be registered once the app has started', async () => {
    const host = await startHostForTest({ app: 'hooks' });
    expect((await fetch(`${host.url}/late`)).status).toBe(418);
    expect((await fetch(`${host.url}/too-late`)).status).toBe(404);
  });
});

describe('start', () => {
  test('an entry point that throws stops the start and is named', async () => {
    await expect(startHostForTest({ app: 'broken' })).rejects.toThrow(
      /exited with 1: .*main\.js failed: setting STORAGE is missing/,
    );
  });

  test('a trigger that the host does not have stops the start and is named', async () => {
    await expect(startHostForTest({ app: 'unsupported' })).rejects.toThrow(/function listens: .* no serviceBusTrigger/);
  });

  test('a setting that a schedule needs and no one gave stops the start and is named', async () => {
    await expect(startHostForTest({ app: 'timers' })).rejects.toThrow(/function nightly: .*no setting NIGHTLY/);
  });

  test('a port that is taken is a clear message', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(startHostForTest({ app: 'hooks', flags: ['--port', `${port}`] })).rejects.toThrow(
      `port ${port} is taken`,
    );
    other.close();
  });
});

describe('stop', () => {
  test('a request in hand is finished first, and nothing new is taken', async () => {
    const dataDir = await tempDir();
    const releaseFile = join(dataDir, 'release');
    const host = await startHostForTest({ app: 'streaming', dataDir, settings: { RELEASE_FILE: releaseFile } });
    const held = fetch(`${host.url}/held`);
    await vi.waitFor(() => expect(host.log()).toContain('holding'), 5000);
    const stopped = host.stop();
    await vi.waitFor(async () => expect(fetch(`${host.url}/env`)).rejects.toThrow(), 5000);
    await writeFile(releaseFile, '');
    expect(await (await held).text()).toBe('released');
    expect(await stopped).toBe(0);
  });

  test('the end of the parent ends the host', async () => {
    const host = await startHostForTest({ app: 'hooks' });
    expect(await host.disconnect()).toBe(0);
  });

  test('keys and clock survive kill -9', async () => {
    const dataDir = await tempDir();
    const before = await startHostForTest({ app: 'hooks', dataDir });
    const moved = await fetch(`${before.url}/admin/clock`, { method: 'POST', body: '{"advance":"P3D"}' });
    const { now } = (await moved.json()) as { now: string };
    expect(Date.parse(now) - Date.now()).toBeGreaterThan(3 * 86_400_000 - 60_000);
    await before.kill();
    const after = await startHostForTest({ app: 'hooks', dataDir });
    const kept = await getJson<{ now: string }>(`${after.url}/admin/clock`);
    expect(Date.parse(kept.now)).toBeGreaterThanOrEqual(Date.parse(now));
  });
});
