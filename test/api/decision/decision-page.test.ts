import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  claimWhen,
  contoso,
  decide,
  decisionLink,
  historyWith,
  mailsArrived,
  newCustomer,
  submittedClaim,
} from '../../support/claims/claims.ts';
import { type Client, type Reply, send, signIn } from '../../support/http/client.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';

let stack: Stack;
let avery: Client;
beforeAll(async () => {
  stack = await sharedStack();
  avery = await signIn(stack, 'avery');
});
afterAll(() => stack.stop());

/** A claim that waits for the customer, with all that its request changed written. */
const waiting = async (changes: object = {}): Promise<{ id: string; link: string; etag: string }> => {
  const id = await submittedClaim(avery, undefined, changes);
  const link = await decisionLink(stack, id);
  await claimWhen(avery, id, ({ request }) => request?.delivery === 'delivered');
  return { id, link, etag: (await avery.get(`claims/${id}`)).etag };
};

const expectStillWaiting = async ({ id, etag }: { id: string; etag: string }): Promise<void> => {
  const claim = await avery.get(`claims/${id}`);
  expect({ status: claim.body.status, etag: claim.etag }).toEqual({ status: 'submitted', etag });
  expect((await avery.get(`claims/${id}/history`)).body.value).toHaveLength(5);
};

const expectPage = ({ headers }: Reply): void => {
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': expect.stringContaining('noindex'),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  });
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("form-action 'self'");
  expect(policy).toContain("base-uri 'none'");
  expect(policy).not.toContain('unsafe');
  expect(policy).not.toContain('script-src');
  expect(headers.get('set-cookie')).toBeNull();
};

const post = (link: string, body: string, headers: Record<string, string> = {}): Promise<Reply> =>
  send(link, 'POST', { body, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } });

test('explains to everyone what a request is and how to check it, in the language that is asked for', async () => {
  const url = `${stack.app}/about-requests`;
  const read = async (query: string, headers: Record<string, string> = {}) => {
    const answer = await send(`${url}${query}`, 'GET', { headers });
    expectPage(answer);
    return [answer.status, answer.headers.get('content-language'), /<h1>(.*?)<\/h1>/.exec(answer.text)?.[1]];
  };
  expect(await read('')).toEqual([200, 'en', 'About requests for your approval']);
  expect(await read('', { 'accept-language': 'ja, en;q=0.5' })).toEqual([200, 'ja', '承認の依頼について']);
  expect(await read('?language=de', { 'accept-language': 'ja' })).toEqual([
    200,
    'de',
    'Über Anfragen nach Ihrer Zustimmung',
  ]);
  expect(await read('?language=xx', { 'accept-language': 'fr' })).toEqual([
    200,
    'fr',
    'À propos des demandes d’approbation',
  ]);
  const { text } = await send(`${url}?language=%3Cimg%3E`, 'GET');
  expect(text).not.toContain('<img');
  for (const said of [
    'Claims Example Ltd',
    'DoNotReply@claims.example',
    new URL(stack.app).host,
    'help@claims.example',
  ]) {
    expect(text).toContain(said);
  }
  const head = await send(url, 'HEAD');
  expect([head.status, head.text]).toEqual([200, '']);
  // The mail and the page behind its link lead here.
  const { id, link } = await waiting({ customer: { ...newCustomer(), language: 'de' } });
  const [mail] = await mailsArrived(stack, id, 1);
  expect(mail?.text).toContain(`${url}?language=de`);
  expect((await send(link, 'GET')).text).toContain('href="/about-requests?language=de"');
});

test('every answer has the headers that keep it private, whatever is asked and whatever comes of it', async () => {
  const claim = await waiting();
  expectPage(await send(claim.link, 'GET'));
  expectPage(await send(claim.link, 'HEAD'));
  expectPage(await post(claim.link, 'decision='));
  expectPage(await send(`${stack.app}/decisions/nothing`, 'GET'));
  expectPage(await post(`${stack.app}/decisions/nothing`, 'decision=approve'));
  expectPage(await decide(claim.link, 'approve'));
  expectPage(await send(claim.link, 'GET'));
  expectPage(await decide(claim.link, 'decline'));
});

test('the page says in plain words what is asked, and works without script', async () => {
  const { id, link } = await waiting({ customer: contoso });
  const { status, text } = await send(link, 'GET');
  expect(status).toBe(200);
  for (const said of ['Northwind Partners asks for your approval', id, 'Power BI', 'Contoso (contoso.example)']) {
    expect(text).toContain(said);
  }
  expect(text).toContain('no administrator rights');
  expect(text).toMatch(/<time datetime="[\dT:.Z-]+">Please answer by \w+, \d+ \w+ \d{4} at 23:59 \(UTC\)/);
  expect(text).toContain('<form method="post">');
  expect(text).not.toMatch(/<script|javascript:|<img|\son\w+=/i);
  // The token is in the address already; in the page it could be printed and passed on.
  expect(text).not.toContain(link.split('/').at(-1));
});

test('looking never decides and leaves no trace: 50 visits and as many previews', async () => {
  const claim = await waiting();
  const visits = Array.from({ length: 50 }, (_, visit) => send(claim.link, visit % 2 === 0 ? 'GET' : 'HEAD'));
  const replies = await Promise.all(visits);
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
  expect(replies.every(({ text }, visit) => (visit % 2 === 0 ? text.includes('<form') : text === ''))).toBe(true);
  for (const query of ['decision=approve', 'decision=decline&reason=x', '_method=POST&decision=approve']) {
    expect((await send(`${claim.link}?${query}`, 'GET')).status).toBe(200);
  }
  await expectStillWaiting(claim);
});

describe('an answer is not recorded', () => {
  const longReason = 'x'.repeat(1001);
  test.for([
    ['without a choice', 'decision=&reason=Typed+already', 'Typed already'],
    ['without anything', '', ''],
    ['with a choice that does not exist', 'decision=maybe&reason=Typed+already', 'Typed already'],
    ['with a choice in other letters', 'decision=APPROVE', ''],
    ['with two choices', 'decision=decline&decision=approve', ''],
    ['with the same choice twice', 'decision=approve&decision=approve', ''],
    ['with a reason that is too long', `decision=decline&reason=${longReason}`, longReason],
    ['with a reason of control characters', 'decision=decline&reason=a%00b', ''],
  ] as const)('%s: the form comes back with what was typed', async ([, form, typed]) => {
    const claim = await waiting();
    const reply = await post(claim.link, form);
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('role="alert"');
    expect(reply.text).toContain('<form method="post">');
    expect(/<textarea[^>]*>([^<]*)<\/textarea>/.exec(reply.text)?.[1]).toContain(typed);
    await expectStillWaiting(claim);
  });

  test.for([
    ['how long a reason is', `decision=decline&reason=${longReason}`, 'Yours has 1,001.'],
    ['which character of a reason cannot be stored', 'decision=decline&reason=a%00b', 'It is character 2 (U+0000).'],
  ] as const)('and the form says %s', async ([, form, said]) => {
    const claim = await waiting();
    expect((await post(claim.link, form)).text).toContain(said);
  });

  test.for([
    ['sent by another site', 'POST', { 'sec-fetch-site': 'cross-site' }, 404],
    ['with the origin of another site', 'POST', { origin: 'https://evil.example' }, 404],
    ['as JSON', 'POST', { 'content-type': 'application/json' }, 422],
    ['without a content type', 'POST', { 'content-type': '' }, 422],
    ['by another method', 'PUT', {}, 405],
    ['by yet another method', 'PATCH', {}, 405],
    ['by DELETE', 'DELETE', {}, 405],
  ] as const)('%s', async ([, method, headers, status]) => {
    const claim = await waiting();
    const reply = await send(claim.link, method, {
      body: 'decision=approve',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
    expect(reply.status).toBe(status);
    await expectStillWaiting(claim);
  });

  test('by a GET that says it is a POST', async () => {
    const claim = await waiting();
    const headers = { 'x-http-method-override': 'POST', 'x-http-method': 'POST', 'x-method-override': 'POST' };
    expect((await send(`${claim.link}?decision=approve`, 'GET', { headers })).status).toBe(200);
    await expectStillWaiting(claim);
  });

  test('that is far too long', async () => {
    const claim = await waiting();
    const reply = await post(claim.link, `decision=decline&reason=${'x'.repeat(100_000)}`);
    expect(reply.status).toBe(422);
    await expectStillWaiting(claim);
  });
});

describe('one neutral page answers every link that is not ours:', () => {
  const forgeries: [string, (token: string, secret: Uint8Array) => string | Promise<string>][] = [
    ['nonsense', () => 'nothing'],
    ['cut short', (token) => token.slice(0, -5)],
    ['without a signature', (token) => token.slice(0, token.lastIndexOf('.') + 1)],
    ['with another signature', (token) => `${token.slice(0, token.lastIndexOf('.'))}.${'A'.repeat(43)}`],
    ['with one letter changed', (token) => token.replace(/(?<=\..{20})./, (letter) => (letter === 'A' ? 'B' : 'A'))],
    [
      'unsigned',
      (token) => `${Buffer.from('{"alg":"none","kid":"local-1"}').toString('base64url')}.${token.split('.')[1]}.`,
    ],
    ['far too long', (token) => token + 'x'.repeat(3000)],
    ['signed by another key', (token) => resigned(token, {}, new Uint8Array(32).fill(7))],
    ['signed by a key of another name', (token, secret) => resigned(token, { kid: 'other' }, secret)],
    ['for another audience', (token, secret) => resigned(token, { aud: 'session' }, secret)],
    ['of a claim that does not exist', (token, secret) => resigned(token, { c: 'ca-000000000-00000000' }, secret)],
    ['of another partner', (token, secret) => resigned(token, { p: '8a4d2e96-0c73-4f1b-b2e8-5d9a6c3f7e02' }, secret)],
    ['a bearer token', () => avery.token],
  ];
  test.for(forgeries)('%s', async ([, forge]) => {
    const claim = await waiting();
    const secret = await linkSecret();
    const [token = ''] = claim.link.split('/').slice(-1);
    const link = `${stack.app}/decisions/${await forge(token, secret)}`;
    const neutral = (await send(`${stack.app}/decisions/nonsense`, 'GET')).text;
    for (const reply of [await send(link, 'GET'), await decide(link, 'approve')]) {
      expect(reply.status).toBe(404);
      expect(reply.text).toBe(neutral);
    }
    await expectStillWaiting(claim);
  });

  test('a link of an older version is told apart, since its holder had it from us', async () => {
    const claim = await waiting();
    const [token = ''] = claim.link.split('/').slice(-1);
    const link = `${stack.app}/decisions/${await resigned(token, { v: 7 }, await linkSecret())}`;
    for (const reply of [await send(link, 'GET'), await decide(link, 'approve')]) {
      expect(reply.status).toBe(410);
      expect(reply.text).toContain('There is a newer link');
    }
    await expectStillWaiting(claim);
  });
});

const linkSecret = async (): Promise<Uint8Array> => {
  const { linkKeys } = JSON.parse(await readFile(join(stack.dataDir, 'secrets.json'), 'utf8'));
  return Buffer.from(linkKeys[0].key, 'base64url');
};

/** The token with other contents, signed again. */
const resigned = (token: string, { kid, ...change }: Record<string, unknown>, secret: Uint8Array): Promise<string> => {
  const [header = '', payload = ''] = token.split('.').map((part) => Buffer.from(part, 'base64url').toString());
  return new SignJWT({ ...JSON.parse(payload), ...change })
    .setProtectedHeader({ ...JSON.parse(header), ...(kid ? { kid } : {}) })
    .sign(secret);
};

test('the same answer again is a success that changes nothing; another answer meets the recorded one', async () => {
  const { id, link } = await waiting();
  const first = await decide(link, 'decline', 'Not now');
  expect({ status: first.status, location: first.headers.get('location') }).toEqual({
    status: 303,
    location: new URL(link).pathname,
  });
  const history = await historyWith(avery, id, 'receipt-sent');

  expect((await decide(link, 'decline', 'Another reason')).status).toBe(303);
  const other = await decide(link, 'approve');
  expect(other.status).toBe(409);
  expect(other.text).toContain('Your answer was not recorded');
  expect(other.text).toContain('You declined this request');
  const receipt = await send(link, 'GET');
  expect(receipt.status).toBe(200);
  expect(receipt.text).toContain('Not now');
  expect(receipt.text).not.toContain('<form');

  expect((await avery.get(`claims/${id}/history`)).body.value).toEqual(history);
  expect((await avery.get(`claims/${id}`)).body.decision.reason).toBe('Not now');
  expect(await mailsArrived(stack, id, 3)).toHaveLength(3);
});
