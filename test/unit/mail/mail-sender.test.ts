import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { operationIdOf } from '../../../src/mail/operation-id.ts';
import { createMailSender, MailThrottled } from '../../../src/mail/sender.ts';
import { recordFailure } from '../../../src/workflow/record-failure.ts';
import { submittedRecord } from '../../support/claims/records.ts';
import { depsFor, memoryClaims } from '../../support/memory/memory-claims.ts';

/** What the mail service answers next, and how many mails it was offered. */
let answer: { status: number; headers?: Record<string, string> };
let offered: number;
let operations: (string | string[] | undefined)[];
const service = createServer((request, response) => {
  offered += 1;
  operations.push(request.headers['operation-id']);
  request.resume();
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
  response.end(JSON.stringify({ id: 'a', status: 'Running', error: { code: 'Busy', message: 'busy' } }));
});

const start = Date.parse('2026-11-20T10:00:00.000Z');
let now = start;
let settings: { MAIL_CONNECTION_STRING: string; MAIL_SENDER: string };

beforeAll(async () => {
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const { port } = service.address() as AddressInfo;
  settings = {
    MAIL_CONNECTION_STRING: `endpoint=http://127.0.0.1:${port}/;accesskey=a2V5`,
    MAIL_SENDER: 'donotreply@example.com',
  };
});
beforeEach(() => {
  now = start;
  offered = 0;
  operations = [];
});
afterAll(() => service.close());

const senderOf = () =>
  createMailSender(
    settings,
    () => {
      throw new Error('A connection string needs no token.');
    },
    () => new Date(now),
  );
const mail = {
  partnerId: '11111111-1111-4111-8111-111111111111',
  claimId: submittedRecord().id,
  kind: 'request' as const,
  number: 1,
  to: { address: 'dana@contoso.example', name: 'Dana' },
  subject: 'A request',
  text: 'Text',
  html: '<p>Text</p>',
};

test('a mail that is sent again has the same operation ID, by which the mail service sends it once', async () => {
  answer = { status: 202 };
  const sender = senderOf();
  await sender.send(mail);
  await sender.send(mail);
  await sender.send({ ...mail, number: 2 });
  expect(operations).toEqual([operationIdOf(mail), operationIdOf(mail), operationIdOf({ ...mail, number: 2 })]);
});

describe('A mail service that is busy', () => {
  test.each([
    ['60', 60],
    [new Date(start + 90_000).toUTCString(), 90],
    ['31536000', 86_400],
  ])('is asked no earlier than Retry-After %s says, for any mail', async (retryAfter, seconds) => {
    const sender = senderOf();
    answer = { status: 429, headers: { 'retry-after': retryAfter } };
    await expect(sender.send(mail)).rejects.toEqual(new MailThrottled(new Date(start + seconds * 1000)));
    answer = { status: 202 };
    now = start + seconds * 1000 - 1;
    await expect(sender.send({ ...mail, number: 2 })).rejects.toBeInstanceOf(MailThrottled);
    expect(offered).toBe(1);
    now += 1;
    expect(await sender.send(mail)).toEqual({ accepted: true });
  });

  test('and does not say how long is asked again as after any failure', async () => {
    const sender = senderOf();
    answer = { status: 503 };
    await expect(sender.send(mail)).rejects.not.toBeInstanceOf(MailThrottled);
    answer = { status: 202 };
    expect(await sender.send(mail)).toEqual({ accepted: true });
  });

  const wakeAt = async (notBefore?: string) => {
    const claim = submittedRecord();
    const { id: claimId, partnerId } = claim;
    const deps = depsFor(memoryClaims(claim), new Date(start));
    const progress = await recordFailure(deps, { claimId, partnerId, failures: 2, notBefore });
    return 'wakeAt' in progress ? Date.parse(progress.wakeAt ?? '') - start : undefined;
  };
  test('is left alone by the step that failed for as long as it asks, and for the usual pause where that is longer', async () => {
    expect(await wakeAt()).toBe(15_000);
    expect(await wakeAt(new Date(start + 60_000).toISOString())).toBe(62_000);
    expect(await wakeAt(new Date(start + 1000).toISOString())).toBe(15_000);
  });
});
