import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, createClient } from '../../../client/client.ts';
import { orThrow, type Result } from '../../../client/result.ts';
import { requestToken } from '../../../local/services/identity/request-token.ts';
import { decide, decisionLink, draftBody, proof, restOfDraft } from '../../support/claims/claims.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';
import { until } from '../../support/until.ts';

let stack: Stack;
let client: Client;
beforeAll(async () => {
  stack = await sharedStack();
  client = createClient({ baseUrl: stack.app, token: () => requestToken(stack.identity, 'avery') });
});
afterAll(() => stack.stop());

/** The code of a refusal; fails for a success. */
const codeOf = (result: Result<unknown, never> | { ok: boolean; problem?: { code: string } }): string =>
  !result.ok && 'problem' in result ? (result.problem?.code ?? '') : 'no refusal';

const textOf = (body: ReadableStream<Uint8Array>): Promise<string> => new Response(body).text();

test('a whole claim: draft, change, proof, submission, decision, history, end, copy', async () => {
  const { call, download } = client;
  const draft = { body: draftBody(), idempotencyKey: 'client-1' };
  const created = orThrow(await call('createDraft', draft));
  expect(created).toMatchObject({ status: 201, location: `/api/claims/${created.data.id}` });
  const path = { id: created.data.id };
  expect(orThrow(await call('createDraft', draft)).data.id).toBe(path.id);

  const edited = orThrow(await call('editDraft', { path, body: restOfDraft, ifMatch: created.etag ?? '' }));
  expect(edited.data.missing.map(({ code }) => code)).toEqual(['poe-required']);
  const stale = await call('editDraft', { path, body: { name: 'Late' }, ifMatch: created.etag ?? '' });
  expect(codeOf(stale)).toBe('etag-stale');
  const early = await call('submitClaim', { path, body: { acknowledged: true } });
  expect(!early.ok && early.problem.errors.map(({ path }) => path)).toEqual(['poe']);

  const stream = new Blob([proof]).stream();
  const file = orThrow(
    await call('addPoe', { path, query: { fileName: 'Übersicht.txt', note: 'Both signed' }, body: stream }),
  );
  const { fileId, sha256 } = file.data;
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  orThrow(await call('addComment', { path, body: { text: 'Signed in October.' } }));

  const submitted = orThrow(await call('submitClaim', { path, body: { acknowledged: true } }));
  expect(submitted).toMatchObject({ status: 202, data: { status: 'submitted', missing: [] } });
  await decide(await decisionLink(stack, path.id), 'approve');
  const approved = await until('approval', async () => {
    const { data } = orThrow(await call('readClaim', { path }));
    return data.status === 'approved' && data;
  });
  expect(approved.decision?.outcome).toBe('approved');

  const got = orThrow(await download('readPoe', { path: { ...path, fileId } })).data;
  expect({ ...got, body: await textOf(got.body) }).toEqual({
    body: proof,
    contentType: 'text/plain; charset=utf-8',
    fileName: 'Übersicht.txt',
    size: proof.length,
  });
  const template = orThrow(await download('readPoeTemplate', { path })).data;
  expect((await new Response(template.body).bytes()).subarray(0, 2)).toEqual(new TextEncoder().encode('PK'));

  const { value } = orThrow(await call('readHistory', { path })).data;
  expect(value.map(({ event }) => event)).toEqual(expect.arrayContaining(['created', 'submitted', 'approved']));
  expect(orThrow(await call('disassociate', { path, body: { reason: 'Over.' } })).data.status).toBe('ended');
  expect(orThrow(await call('copyClaim', { path })).data).toMatchObject({ status: 'draft', copiedFrom: path.id });
});

test('a draft is cancelled and a file taken off it: answers without a body', async () => {
  const { call } = client;
  const { data } = orThrow(await call('createDraft', { body: draftBody('To be cancelled') }));
  const path = { id: data.id };
  const { fileId } = orThrow(await call('addPoe', { path, query: { fileName: 'a.txt' }, body: proof })).data;
  const removed = orThrow(await call('removePoe', { path: { ...path, fileId } }));
  expect(removed).toMatchObject({ status: 204, data: undefined });
  expect(orThrow(await call('cancelDraft', { path, ifMatch: removed.etag ?? '' })).status).toBe(204);
});

test('a list is read to its end by its pages, and as one CSV file', async () => {
  for (const name of ['Page A', 'Page B', 'Page C'])
    orThrow(await client.call('createDraft', { body: draftBody(name) }));
  const names: string[] = [];
  const query = { status: ['draft'], q: 'Page', top: 2 } as const;
  for await (const page of client.pages('listClaims', { query: { ...query, status: ['draft'] } })) {
    names.push(...page.map(({ name = '' }) => name));
  }
  expect(names).toEqual(['Page C', 'Page B', 'Page A']);
  const csv = orThrow(await client.download('listClaims', { query: { q: 'Page' } })).data;
  expect((await textOf(csv.body)).split('\r\n')).toHaveLength(5);
});

test('operations load reference data as CSV', async () => {
  const ops = createClient({ baseUrl: stack.app, token: await requestToken(stack.identity, 'ops') });
  const directoryId = '6a1d0f3e-58c2-4b97-8e40-1f7c9d2b3a55';
  const loaded = await ops.call('putSubscriptions', {
    path: { directoryId },
    query: { name: 'Litware', domain: 'litware.example' },
    body: { csv: 'subscriptionId,product,state\r\n0c9e8d7f-1a2b-4c3d-8e4f-5a6b7c8d9e0f,power-bi,active\r\n' },
  });
  expect(orThrow(loaded).data).toMatchObject({ directoryId, subscriptions: [{ product: 'power-bi' }] });
  expect(codeOf(await ops.call('readPartner'))).toBe('role-missing');
});

test('a call that is given up ends', async () => {
  const signal = AbortSignal.abort();
  await expect(client.call('readPartner', { signal })).rejects.toThrow();
});
