import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EmailClient, type EmailClientOptions, type EmailMessage } from '@azure/communication-email';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startMailServer } from '../../../local/services/mail/mail-server.ts';
import type { OutboxMail } from '../../../local/services/mail/outbox.ts';
import type { RunningServer } from '../../../local/services/web.ts';

type PipelineRequest = Parameters<NonNullable<EmailClientOptions['httpClient']>['sendRequest']>[0];

const accessKey = randomBytes(32).toString('base64');
let folder: string;
let server: RunningServer;

const start = () => startMailServer({ port: 0, accessKey, file: join(folder, 'outbox.db') });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mail-'));
  server = await start();
});
afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const client = ({ key = accessKey, maxRetries = 0 } = {}) =>
  new EmailClient(`endpoint=${server.url}/;accesskey=${key}`, {
    allowInsecureConnection: true,
    retryOptions: { maxRetries },
  });

const message = (overrides: Partial<EmailMessage> = {}): EmailMessage => ({
  senderAddress: 'DoNotReply@claims.example',
  content: {
    subject: 'Please confirm <b>Contoso</b>',
    plainText: 'Open http://127.0.0.1/decisions/x',
    html: '<html><head><title>x</title></head><body><a href="http://127.0.0.1/decisions/x">Open</a></body></html>',
  },
  recipients: { to: [{ address: 'Maria@Contoso.example' }] },
  replyTo: [{ address: 'avery@northwind.example', displayName: 'Avery Howard' }],
  headers: { 'x-claim-id': 'CLM-1' },
  ...overrides,
});

const outbox = async (query = ''): Promise<OutboxMail[]> => {
  const answer = await fetch(`${server.url}/outbox.json${query}`);
  return ((await answer.json()) as { value: OutboxMail[] }).value;
};

const orderFault = async (fault: Record<string, unknown>) => {
  const answer = await fetch(`${server.url}/faults`, { method: 'POST', body: JSON.stringify(fault) });
  expect(answer.status).toBe(200);
};

describe('the unmodified EmailClient', () => {
  test('sends a mail and sees it succeed', async () => {
    const operationId = randomUUID();
    const poller = await client().beginSend(message(), { operationId });
    expect(await poller.pollUntilDone()).toMatchObject({ id: operationId, status: 'Succeeded' });
    expect(await outbox()).toEqual([
      {
        id: expect.any(String),
        receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        operationId,
        from: 'DoNotReply@claims.example',
        replyTo: ['avery@northwind.example'],
        to: ['Maria@Contoso.example'],
        delivery: [{ recipient: 'Maria@Contoso.example', status: 'Delivered' }],
        subject: 'Please confirm <b>Contoso</b>',
        text: 'Open http://127.0.0.1/decisions/x',
        html: expect.stringContaining('<a href='),
        headers: { 'x-claim-id': 'CLM-1' },
      },
    ]);
  });

  test('sends one mail when it repeats an operation, also at the same time', async () => {
    const operationId = randomUUID();
    await Promise.all([1, 2, 3].map(() => client().beginSend(message(), { operationId })));
    await client().beginSend(message(), { operationId });
    expect(await outbox()).toHaveLength(1);
  });

  test('is refused with 401 when its key is another', async () => {
    const sending = client({ key: randomBytes(32).toString('base64') }).beginSend(message());
    await expect(sending).rejects.toMatchObject({ statusCode: 401, code: 'Denied' });
    expect(await outbox()).toEqual([]);
  });

  test('is told what is wrong with a message', async () => {
    const sending = client().beginSend(message({ recipients: { to: [] } }));
    await expect(sending).rejects.toMatchObject({ statusCode: 400, message: expect.stringContaining('recipient') });
    const faulty = client().beginSend(message({ recipients: { to: [{ address: 'no address' }] } }));
    await expect(faulty).rejects.toMatchObject({ statusCode: 400, message: expect.stringContaining('to.0.address') });
  });
});

test('a signature holds for the body, the path and the day that it was made for', async () => {
  const requests: PipelineRequest[] = [];
  const spy = new EmailClient(`endpoint=${server.url}/;accesskey=${accessKey}`, {
    allowInsecureConnection: true,
    retryOptions: { maxRetries: 0 },
    httpClient: {
      sendRequest: (request) => {
        requests.push(request);
        return Promise.reject(new Error('kept'));
      },
    },
  });
  const sign = async () => {
    await expect(spy.beginSend(message())).rejects.toThrow('kept');
    const { url, headers, body } = requests.at(-1) ?? {};
    return { url: url ?? '', headers: headers?.toJSON() ?? {}, body: String(body) };
  };
  const post = async ({ url, headers, body }: Awaited<ReturnType<typeof sign>>) =>
    (await fetch(url, { method: 'POST', headers, body })).status;

  const signed = await sign();
  expect(await post({ ...signed, body: signed.body.replace('Maria', 'Mario') })).toBe(401);
  expect(await post({ ...signed, url: `${signed.url}&more=1` })).toBe(401);
  const later = new Date(Date.now() + 60_000).toUTCString();
  expect(await post({ ...signed, headers: { ...signed.headers, 'x-ms-date': later } })).toBe(401);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 20 * 60_000 });
  const old = await sign();
  vi.useRealTimers();
  expect(await post(old)).toBe(401);
  expect(await post(signed)).toBe(202);
});

test('the outbox is filtered by recipient and claim, oldest first, and survives a restart', async () => {
  await client().beginSend(message());
  await client().beginSend(
    message({ headers: { 'X-Claim-Id': 'CLM-2' }, recipients: { to: [{ address: 'b@x.example' }] } }),
  );
  await client().beginSend(message({ content: { subject: 'Third', plainText: 'text' } }));
  await server.stop();
  server = await start();
  expect((await outbox('?to=maria@contoso.example')).map(({ subject }) => subject)).toEqual([
    message().content.subject,
    'Third',
  ]);
  expect((await outbox('?claim=CLM-2')).map(({ to }) => to)).toEqual([['b@x.example']]);
  expect(await outbox('?claim=CLM-2&to=maria@contoso.example')).toEqual([]);
});

test('a throttled client waits and comes through with its own retries', async () => {
  await orderFault({ kind: 'throttle', retryAfterSeconds: 0, times: 2 });
  await client({ maxRetries: 3 }).beginSend(message(), { operationId: randomUUID() });
  expect(await outbox()).toHaveLength(1);
});

test('throttling and errors reach a client that does not retry, and store nothing', async () => {
  await orderFault({ kind: 'throttle' });
  await expect(client().beginSend(message())).rejects.toMatchObject({ statusCode: 429 });
  await orderFault({ kind: 'error', status: 503 });
  await expect(client().beginSend(message())).rejects.toMatchObject({ statusCode: 503 });
  expect(await outbox()).toEqual([]);
});

test('a mail whose answer got lost is stored, and sending it again does not double it', async () => {
  const operationId = randomUUID();
  await orderFault({ kind: 'lost-answer' });
  await expect(client().beginSend(message(), { operationId })).rejects.toThrow();
  expect(await outbox()).toHaveLength(1);
  await client().beginSend(message(), { operationId });
  expect(await outbox()).toHaveLength(1);
});

test('a slow answer leaves a mail that is already in the outbox when the client gives up', async () => {
  await orderFault({ kind: 'delay', ms: 60_000 });
  const abort = new AbortController();
  const sending = client().beginSend(message(), { abortSignal: abort.signal });
  await expect.poll(() => outbox()).toHaveLength(1);
  abort.abort();
  await expect(sending).rejects.toThrow(/abort/i);
});

test('an unknown fault is refused, and faults can be cleared', async () => {
  const answer = await fetch(`${server.url}/faults`, { method: 'POST', body: '{"kind":"earthquake"}' });
  expect(answer.status).toBe(400);
  await orderFault({ kind: 'error', times: 5 });
  await fetch(`${server.url}/faults`, { method: 'DELETE' });
  await client().beginSend(message());
});

test('the page lists mails escaped, and shows one in a frame that runs no script', async () => {
  await client().beginSend(message());
  const list = await (await fetch(server.url)).text();
  expect(list).toContain('Please confirm &lt;b&gt;Contoso&lt;/b&gt;');
  const path = /href="(\/outbox\/[^"]+)"/.exec(list)?.[1];
  expect(await (await fetch(server.url + path)).text()).toMatch(/<iframe title="[^"]+" src="[^"]+\/html"\s+sandbox="/);
  expect(await (await fetch(`${server.url}${path}?view=text`)).text()).toContain('<pre>Open http');
  const framed = await fetch(`${server.url}${path}/html`);
  expect(framed.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox allow-popups/);
  expect(await framed.text()).toContain('<head><base target="_blank">');
});

test('a mail that is reported as not delivered is marked, in the list and on its own page, beside who sent it', async () => {
  await client().beginSend(message({ recipients: { to: [{ address: 'bounce@contoso.example' }] } }));
  const list = await (await fetch(server.url)).text();
  expect(list).toContain('✗ Bounced');
  const [mail] = await outbox();
  expect(mail?.delivery).toEqual([{ recipient: 'bounce@contoso.example', status: 'Bounced' }]);
  const shown = await (await fetch(`${server.url}/outbox/${mail?.id}`)).text();
  expect(shown).toContain('<dt>From</dt><dd>DoNotReply@claims.example</dd>');
  expect(shown).toContain('<dt>Reply-To</dt><dd>avery@northwind.example</dd>');
  expect(shown).toContain('<dt>Delivery</dt><dd>✗ Bounced: bounce@contoso.example</dd>');
});

test('a mail of an older version is shown without who sent it', async () => {
  await client().beginSend(message());
  const database = new DatabaseSync(join(folder, 'outbox.db'));
  database.exec("UPDATE mail SET content = json_remove(content, '$.from', '$.replyTo')");
  database.close();
  const [mail] = await outbox();
  expect(mail).toMatchObject({ from: '', replyTo: [], to: ['Maria@Contoso.example'] });
  expect(await (await fetch(`${server.url}/outbox/${mail?.id}`)).text()).not.toMatch(/From|Reply-To/);
});

test('an outbox without mails says so, and one whose filter leaves none says that', async () => {
  expect(await (await fetch(server.url)).text()).toContain('No mail yet');
  const filtered = await (await fetch(`${server.url}/?claim=zzz`)).text();
  expect(filtered).toContain('No mail matches');
  expect(filtered).not.toContain('No mail yet');
});

test('an address that does not exist leads home, or is JSON where JSON was asked for', async () => {
  for (const path of ['/nothing', '/outbox/nothing']) {
    const answer = await fetch(server.url + path);
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('<a href="/">Outbox</a>')]);
  }
  const json = await fetch(`${server.url}/inbox.json`);
  expect([json.status, await json.json()]).toEqual([404, { error: expect.any(String) }]);
});
