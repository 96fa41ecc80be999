import { mkdtemp, rm } from 'node:fs/promises';
import { type OutgoingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMailServer } from '../../../local/services/mail/mail-server.ts';
import type { RunningServer } from '../../../local/services/web.ts';
import { startHost } from '../host/host-process.ts';

/** Not `fetch`, which sets Host itself. */
const statusOf = (url: string, method: string, headers: OutgoingHttpHeaders): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.once('error', reject);
    sent.end(method === 'POST' ? '{}' : undefined);
  });

let folder: string;
let mail: RunningServer;
let host: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doors-'));
  mail = await startMailServer({ port: 0, accessKey: 'a2V5', file: join(folder, 'outbox.db') });
  host = (await startHost({ app: 'streaming', dataDir: folder })).url;
});
afterAll(async () => {
  await mail.stop();
  await rm(folder, { recursive: true, force: true });
});

const doors = (): [name: string, url: string, method: string][] => [
  ['the outbox', `${mail.url}/outbox.json`, 'GET'],
  ['the faults of mail', `${mail.url}/faults`, 'POST'],
  ['the clock', `${host}/admin/clock`, 'GET'],
  ['the clock', `${host}/admin/clock`, 'POST'],
];

describe('A page of another site in the developer’s browser', () => {
  test('that made its own name lead here is refused at every door', async () => {
    for (const [name, url, method] of doors()) {
      const { port } = new URL(url);
      expect([name, await statusOf(url, method, { host: `evil.example:${port}` })]).toEqual([name, 403]);
    }
  });

  test('can change nothing here, whether its browser tells its site or its origin alone', async () => {
    for (const [name, url, method] of doors().filter(([, , method]) => method === 'POST')) {
      for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }]) {
        expect([name, await statusOf(url, method, headers)]).toEqual([name, 403]);
      }
    }
  });

  test('does not keep this machine’s own programs and pages out', async () => {
    for (const [name, url, method] of doors()) {
      for (const headers of [
        {},
        { origin: 'null', 'sec-fetch-site': 'same-origin' },
        { origin: 'http://localhost:5173' },
      ]) {
        expect([name, await statusOf(url, method, headers)]).not.toEqual([name, 403]);
      }
    }
  });
});
