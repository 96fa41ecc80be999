import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeDraft, proof } from '../../support/claims/claims.ts';
import { draftFor } from '../../support/claims/lists.ts';
import { documentedRoutes } from '../../support/http/api-routes.ts';
import { type Client, type Reply, send, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';

let stack: Stack;
let avery: Client;
let id: string;
beforeAll(async () => {
  stack = await sharedStack();
  avery = await signIn(stack, 'avery');
  id = await completeDraft(avery);
});
afterAll(() => stack.stop());

const ifNoneMatch = (path: string, etag: string): Promise<Reply> => avery.get(path, { 'if-none-match': etag });
const paths = () => [`claims/${id}`, 'claims', 'claims/counts', `claims/${id}/history`, 'catalogue', 'partner'];

describe('what was read already', () => {
  test('is answered 304 without a body, by its ETag, weak or in a list, or by *', async () => {
    for (const path of paths()) {
      const { etag, status } = await avery.get(path);
      expect({ path, status, etag }).toEqual({ path, status: 200, etag: expect.stringMatching(/^"(\d+\.)?[\w-]+"$/) });
      for (const tags of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await ifNoneMatch(path, tags);
        expect({ path, tags, status: again.status, text: again.text, etag: again.etag }).toEqual({
          path,
          tags,
          status: 304,
          text: '',
          etag,
        });
      }
      for (const tags of ['"other"', 'W/"other"', etag.slice(1, -1)]) {
        expect(await ifNoneMatch(path, tags)).toMatchObject({ status: 200, etag });
      }
    }
  });

  test('is answered again once it has changed', async () => {
    const before = await Promise.all(paths().map((path) => avery.get(path)));
    await draftFor(avery, 'contoso.example', { name: 'one more' });
    await avery.post(`claims/${id}/comments`, { text: 'Changed.' });
    const after = await Promise.all(paths().map((path, at) => ifNoneMatch(path, before[at]?.etag ?? '')));
    expect(after.map(({ status }) => status)).toEqual([200, 200, 200, 200, 304, 304]);
    expect(after[0]?.body.comments).toHaveLength(1);
  });

  test('includes what a change was answered with', async () => {
    const { etag } = await avery.post(`claims/${id}/comments`, { text: 'Mine.' });
    expect(await ifNoneMatch(`claims/${id}`, etag)).toMatchObject({ status: 304, etag });
  });

  test('is no secret: whoever may not read it gets the refusal', async () => {
    const { etag } = await avery.get(`claims/${id}`);
    const kim = await signIn(stack, 'kim');
    expectProblem(await kim.get(`claims/${id}`, { 'if-none-match': etag }), 404, 'claim-not-found');
    expectProblem(await kim.get(`claims/${id}`, { 'if-none-match': '*' }), 404, 'claim-not-found');
    expectProblem(
      await send(`${stack.app}/api/claims`, 'GET', { headers: { 'if-none-match': '*' } }),
      401,
      'token-missing',
    );
    expectProblem(await ifNoneMatch('claims?top=x', '*'), 400, 'invalid-query');
  });
});

describe('HEAD', () => {
  test('answers as GET does, without the body, wherever something can be read', async () => {
    const ops = await signIn(stack, 'ops');
    const routes = (await documentedRoutes(stack)).filter(
      ({ method, path }) => method === 'GET' && !path.includes('{'),
    );
    expect(routes.length).toBeGreaterThan(10);
    for (const { path, roles } of routes) {
      const client = roles.includes('Partner.Reader') || roles.length === 0 ? avery : ops;
      const query = path === 'operations/claims' ? '?state=waiting' : '';
      const get = await client.get(`${path}${query}`);
      const head = await client.send('HEAD', `${path}${query}`);
      expect({ path, status: head.status, text: head.text }).toEqual({ path, status: get.status, text: '' });
      expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'));
    }
  });

  test('has the size and the ETag, honours If-None-Match, and is refused as GET is', async () => {
    const path = `claims/${id}`;
    const { etag, text } = await avery.get(path);
    const head = await avery.send('HEAD', path);
    expect(head.etag).toBe(etag);
    expect(head.headers.get('content-length')).toBe(`${Buffer.byteLength(text)}`);
    expect((await avery.send('HEAD', path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await avery.send('HEAD', 'claims/ca-zzzzzzzzz-zzzzzzzz')).status).toBe(404);
    const csv = await avery.send('HEAD', 'claims', { headers: { accept: 'text/csv' } });
    expect({ status: csv.status, type: csv.headers.get('content-type') }).toMatchObject({
      status: 200,
      type: expect.stringContaining('text/csv'),
    });
    const { fileId } = (await avery.get(path)).body.poe[0];
    const file = await avery.send('HEAD', `${path}/poe/${fileId}`);
    expect({ status: file.status, size: file.headers.get('content-length'), text: file.text }).toEqual({
      status: 200,
      size: `${proof.length}`,
      text: '',
    });
    expect((await avery.send('HEAD', `${path}/submit`)).status).toBe(405);
  });
});

test('If-Match may list versions, of which the present one has to be one, or be *', async () => {
  const path = `claims/${id}`;
  const { version } = /"(?<version>\d+)\./.exec((await avery.get(path)).etag)?.groups ?? {};
  const comment = (etags: string) => avery.post(`${path}/comments`, { text: 'Guarded.' }, { 'if-match': etags });
  expectProblem(await comment(`"1", W/"${version}"`), 412, 'etag-stale');
  expectProblem(await comment('"1", "2"'), 412, 'etag-stale');
  expect((await comment(`"1", "${version}"`)).status).toBe(201);
  expectProblem(await comment(`"1", "${version}"`), 412, 'etag-stale');
  expect((await comment('*')).status).toBe(201);
  const missing = await avery.post('claims/ca-zzzzzzzzz-zzzzzzzz/comments', { text: 'x' }, { 'if-match': '"1", "2"' });
  expectProblem(missing, 404, 'claim-not-found');
});
