import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { getJson, type HostProcess, startHost } from './host-process.ts';

let host: HostProcess;
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'host-http-'));
  host = await startHost({
    app: 'streaming',
    dataDir,
    settings: { GREETING: 'good day' },
    flags: ['--stall-limit', '700'],
  });
});
afterAll(async () => {
  await host?.kill();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

const get = (path: string, init?: RequestInit) => fetch(`${host.url}${path}`, init);

describe('HTTP functions, streaming on', () => {
  test('method, URL, parameters, query, headers, body and cookies pass unchanged', async () => {
    const answer = await get('/things/a%20b?x=1&x=2', { method: 'PUT', body: 'hällo', headers: { 'x-caller': 'me' } });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('x-method')).toBe('PUT');
    expect(answer.headers.getSetCookie()).toEqual(['a=1; HttpOnly', 'b=2']);
    expect(await answer.json()).toEqual({
      url: `${host.url}/things/a%20b?x=1&x=2`,
      params: { id: 'a b' },
      query: { x: '2' },
      agent: 'me',
      body: 'hällo',
    });
  });

  test('the app sees its settings and the name of the host', async () => {
    expect(await (await get('/env')).text()).toBe(`good day localhost:${new URL(host.url).port}`);
  });

  test('a known path without the method is 405 and names the methods', async () => {
    const answer = await get('/throws', { method: 'DELETE' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET');
  });

  test('HEAD is served only where it is registered', async () => {
    expect((await get('/head', { method: 'HEAD' })).headers.get('x-head')).toBe('yes');
    expect((await get('/env', { method: 'HEAD' })).status).toBe(405);
  });

  test('a path that cannot be decoded is 400', async () => {
    expect((await get('/things/%E0%A4%A')).status).toBe(400);
  });

  test('a handler that throws is 500 and shows nothing of the error', async () => {
    const answer = await get('/throws');
    expect(answer.status).toBe(500);
    expect(await answer.text()).toBe('Internal Server Error\n');
    // Where it came from is logged; its text is not, since it may quote a secret.
    await vi.waitFor(() => expect(host.log()).toContain('error [throws] Error\n'), 5000);
    expect(host.log()).not.toContain('boom with details');
  });

  test('a handler that returns nothing is 200 without a body, one that returns no object is 500', async () => {
    const nothing = await get('/nothing');
    expect([nothing.status, await nothing.text()]).toEqual([200, '']);
    expect((await get('/text')).status).toBe(500);
  });

  test('a handler that never ends is 504 after the stall limit', async () => {
    expect((await get('/stalls')).status).toBe(504);
  });

  test('an answer that fails in the middle is cut off, so that it cannot look whole', async () => {
    const answer = await get('/breaks');
    expect(answer.status).toBe(200);
    await get('/break-now');
    await expect(answer.text()).rejects.toThrow();
  });

  test('30 MB go up in chunks without being gathered', async () => {
    const block = randomBytes(1024 * 1024);
    const hash = createHash('sha256');
    const upload = request(`${host.url}/digest`, { method: 'POST' });
    const answered = once(upload, 'response');
    for (let part = 0; part < 30; part += 1) {
      hash.update(block);
      if (!upload.write(block)) await once(upload, 'drain');
    }
    upload.end();
    const [response] = await answered;
    const answer = JSON.parse(Buffer.concat(await response.toArray()).toString());
    expect(answer).toMatchObject({ bytes: 30 * block.length, sha256: hash.digest('hex') });
    expect(answer.peak).toBeLessThanOrEqual(block.length);
  });

  test('the function gets the first chunk before the caller has sent the last', async () => {
    const upload = request(`${host.url}/watch-upload`, { method: 'POST' });
    upload.on('error', () => {}); // it is cut off below
    upload.write('first');
    await vi.waitFor(async () => expect(await getJson(`${host.url}/upload-state`)).toEqual({ started: true }), 5000);
    upload.destroy();
    await vi.waitFor(
      async () => expect(await getJson(`${host.url}/upload-state`)).toEqual({ started: true, ended: 'aborted' }),
      5000,
    );
  });

  test('an answer that comes before the body has been read reaches the caller', async () => {
    const answer = await get('/ignores-body', { method: 'POST', body: Buffer.alloc(5_000_000) });
    expect(answer.status).toBe(413);
    expect((await get('/things/special')).status).toBe(200);
  });

  test('16 MB come down whole, also to a reader who pauses', async () => {
    const answer = await get('/download?parts=256');
    let bytes = 0;
    for await (const chunk of answer.body ?? []) {
      if (bytes === 0) await new Promise((resolve) => setImmediate(resolve));
      bytes += chunk.length;
    }
    expect(bytes).toBe(256 * 65_536);
  });

  test('a caller who goes away in the middle of a download leaves the host in order', async () => {
    const socket = connect(Number(new URL(host.url).port), '127.0.0.1');
    socket.write('GET /download?parts=2000 HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(socket, 'data');
    socket.destroy();
    await vi.waitFor(() => expect(host.log()).toMatch(/GET \/download 200 cut off/), 10_000);
    expect((await get('/things/special')).status).toBe(200);
  });

  test('functions with a level ask for their key, in the header or the query', async () => {
    const keys = JSON.parse(await readFile(join(dataDir, 'host-keys.json'), 'utf8'));
    const withKey = (path: string, key: string) => get(path, { headers: { 'x-functions-key': key } });
    expect((await get('/keyed')).status).toBe(401);
    expect((await withKey('/keyed', 'wrong')).status).toBe(401);
    expect((await withKey('/keyed', keys.function)).status).toBe(200);
    expect((await get(`/keyed?code=${keys.function}`)).status).toBe(200);
    expect((await withKey('/master', keys.function)).status).toBe(401);
    expect((await withKey('/master', keys.master)).status).toBe(200);
  });

  test('a rejection that no one handles is logged and the host goes on', async () => {
    expect(await (await get('/reject-later')).text()).toBe('fine');
    await vi.waitFor(() => expect(host.log()).toContain('nobody caught this'), 5000);
    expect((await get('/things/special')).status).toBe(200);
  });

  test('the log shows the template of the route, never what was in the path or query', async () => {
    await (await get('/secret/t0ken-in-path?q=in-query')).text();
    await vi.waitFor(() => expect(host.log()).toMatch(/GET \/secret\/\{token\} 200 \d+ms/), 5000);
    expect(host.log()).not.toMatch(/t0ken-in-path|in-query/);
  });

  test('the status of the host names its functions', async () => {
    expect(await getJson(`${host.url}/admin/host/status`)).toMatchObject({
      state: 'Running',
      functions: expect.arrayContaining(['echo', 'keyed']),
    });
    expect((await get('/runtime/webhooks/durabletask/instances/x')).status).toBe(401);
  });
});
