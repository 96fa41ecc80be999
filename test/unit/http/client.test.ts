import { readFile } from 'node:fs/promises';
import { expect, expectTypeOf, test } from 'vitest';
import { createClient } from '../../../client/client.ts';
import type { Claim, Operations } from '../../../client/generated.ts';
import { orThrow, ProblemError, UnexpectedAnswer } from '../../../client/result.ts';
import { currentClientSource, generatedFile } from '../../../local/client/build-client.ts';
import { typeOf } from '../../../local/client/type-of-schema.ts';

/** A server of canned answers, and what it was asked. */
const answering = (...answers: (() => Response)[]) => {
  const asked: Request[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    asked.push(new Request(input, init));
    return answers[asked.length - 1]?.() ?? new Response('no more', { status: 500 });
  };
  return { fetch, asked };
};

const json = (body: unknown, init: ResponseInit = {}) => Response.json(body, init);

test('the types in the tree are those that the OpenAPI document gives today', async () => {
  const committed = (await readFile(generatedFile, 'utf8')).replaceAll('\r\n', '\n');
  expect(committed === currentClientSource(), 'run `node local/client/build-client.ts`').toBe(true);
});

test('types follow the schema: null, lists of alternatives, records, names that are no identifiers', () => {
  expect(typeOf({ type: ['string', 'null'] })).toBe('string | null');
  expect(typeOf({ type: 'array', items: { enum: ['a', 'b'] } })).toBe("('a' | 'b')[]");
  expect(typeOf({ type: 'object', additionalProperties: { type: 'integer' } })).toBe('Record<string, number>');
  expect(typeOf({ type: 'object', properties: { 'a-b': { const: true } } })).toBe("{\n  'a-b'?: true;\n}");
  expect(() => typeOf({ type: 'tuple' })).toThrow("'tuple'");
});

test('an operation takes what the document says and nothing else', () => {
  const { call } = createClient({ baseUrl: '' });
  expectTypeOf<Operations['readClaim']['answer']>().toEqualTypeOf<Claim>();
  expectTypeOf<Operations['readClaim']['problem']>().extract<'claim-not-found'>().not.toBeNever();
  expectTypeOf<Operations['readClaim']['problem']>().extract<'poe-not-found'>().toBeNever();
  // @ts-expect-error: a change of a draft needs the version that was read.
  expectTypeOf(() => call('editDraft', { path: { id: 'x' }, body: {} })).toBeFunction();
  // @ts-expect-error: a file is downloaded.
  expectTypeOf(() => call('readPoe', { path: { id: 'x', fileId: 'y' } })).toBeFunction();
  expectTypeOf(() => call('readPartner')).toBeFunction();
});

test('a call is sent with its token, its parameters encoded, and preconditions as headers', async () => {
  const { fetch, asked } = answering(
    () => json({}),
    () => json({}),
  );
  const { call } = createClient({ baseUrl: 'https://claims.example/', token: async () => 'abc', fetch });
  await call('listClaims', { query: { status: ['draft', 'submitted'], q: 'a&b', location: undefined } });
  await call('editDraft', { path: { id: 'a/b' }, body: { name: 'New' }, ifMatch: '"3"' });
  expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET https://claims.example/api/claims?status=draft&status=submitted&q=a%26b',
    'PATCH https://claims.example/api/claims/a%2Fb',
  ]);
  expect(Object.fromEntries(asked[1]?.headers ?? [])).toMatchObject({
    authorization: 'Bearer abc',
    'content-type': 'application/json',
    'if-match': '"3"',
  });
  expect(await asked[1]?.text()).toBe('{"name":"New"}');
});

test('what the path lacks is a mistake of the caller, found before anything is sent', async () => {
  const { fetch, asked } = answering();
  const { call } = createClient({ baseUrl: '', fetch });
  await expect(call('readClaim', { path: { id: '' } })).rejects.toThrow('path.id');
  // As a program without types may call it.
  await expect(call('readAll' as 'live')).rejects.toThrow('no operation readAll');
  expect(asked).toEqual([]);
});

test('a refusal is a result with its code and its time to wait, and an error for who asks for one', async () => {
  const problem = { code: 'too-soon', detail: 'Wait.', status: 429 };
  const refused = () =>
    json(problem, { status: 429, headers: { 'content-type': 'application/problem+json', 'retry-after': '60' } });
  const { call } = createClient({ baseUrl: 'https://claims.example', fetch: answering(refused).fetch });
  const result = await call('resendRequest', { path: { id: 'x' }, body: {} });
  expect(result).toEqual({ ok: false, status: 429, problem, retryAfterSeconds: 60 });
  expect(() => orThrow(result)).toThrow(ProblemError);
  expect(() => orThrow(result)).toThrow('too-soon: Wait.');
});

test('an answer that is not of the API is an error of its own', async () => {
  const pages = [() => new Response('<h1>502</h1>', { status: 502 }), () => new Response('{"id"', { status: 200 })];
  const { call } = createClient({ baseUrl: 'https://claims.example', fetch: answering(...pages).fetch });
  await expect(call('readPartner')).rejects.toThrow(UnexpectedAnswer);
  await expect(call('readPartner')).rejects.toThrow('answered 200');
});

test('a service that is not ready is an answer, not a refusal', async () => {
  const status = { status: 'not-ready', checks: [{ name: 'mail', ok: false }] };
  const { fetch } = answering(() => json(status, { status: 503 }));
  const result = await createClient({ baseUrl: 'https://claims.example', fetch }).call('ready');
  expect(result).toMatchObject({ ok: true, status: 503, data: status });
});

test('the next page is asked for at baseUrl, wherever the link leads: the token goes nowhere else', async () => {
  const { fetch, asked } = answering(
    () => json({ value: [1], nextLink: 'https://elsewhere.example/api/claims?status=draft&status=ended&after=x%2By' }),
    () => json({ value: [] }),
  );
  const { pages } = createClient({ baseUrl: 'https://claims.example/behind', token: 'abc', fetch });
  const read: unknown[] = [];
  for await (const page of pages('listClaims', { query: { status: ['draft', 'ended'] } })) read.push(page);
  expect(read).toEqual([[1], []]);
  expect(asked[1]?.url).toBe('https://claims.example/behind/api/claims?status=draft&status=ended&after=x%2By');
});

test('what is read again is told to be unchanged, or is the new answer', async () => {
  const { fetch, asked } = answering(
    () => new Response(null, { status: 304, headers: { etag: '"3"' } }),
    () => json({ id: 'a' }, { headers: { etag: '"4"' } }),
  );
  const { refresh } = createClient({ baseUrl: '', fetch: (address, init) => fetch(`http://x${address}`, init) });
  const input = { path: { id: 'a' } };
  expect(await refresh('readClaim', '"3"', input)).toBe('unchanged');
  expect(await refresh('readClaim', '"3"', input)).toMatchObject({ ok: true, data: { id: 'a' }, etag: '"4"' });
  expect(asked.map(({ headers }) => headers.get('if-none-match'))).toEqual(['"3"', '"3"']);
});
