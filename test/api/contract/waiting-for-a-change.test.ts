import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeDraft, draftBody } from '../../support/claims/claims.ts';
import { type Client, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';
import { until } from '../../support/until.ts';

let stack: Stack;
let avery: Client;
let path: string;
beforeAll(async () => {
  stack = await sharedStack();
  avery = await signIn(stack, 'avery');
  path = `claims/${await completeDraft(avery)}`;
});
afterAll(() => stack.stop());

const wait = (seconds: number, etag: string, signal?: AbortSignal) =>
  fetch(`${stack.app}/api/${path}?wait=${seconds}`, {
    headers: { authorization: `Bearer ${avery.token}`, 'if-none-match': etag },
    ...(signal ? { signal } : {}),
  });
const etagNow = async (): Promise<string> => (await avery.get(path)).etag;

test('a change is answered within seconds, to everybody who waits', async () => {
  const etag = await etagNow();
  const began = performance.now();
  const waiting = [wait(20, etag), wait(20, `"0", W/${etag}`)];
  setTimeout(() => avery.post(`${path}/comments`, { text: 'Changed.' }), 300);
  for (const answer of await Promise.all(waiting)) {
    expect(answer.status).toBe(200);
    expect(((await answer.json()) as { comments: unknown[] }).comments).toHaveLength(1);
    expect(answer.headers.get('etag')).toBe(await etagNow());
  }
  expect(performance.now() - began).toBeLessThan(15_000);
});

test('without a change the answer is 304 when the time is over', async () => {
  const began = performance.now();
  const answer = await wait(2, await etagNow());
  expect(answer.status).toBe(304);
  expect(performance.now() - began).toBeGreaterThan(1900);
});

test('no one waits for what is known to be another version, or without a version', async () => {
  expect((await wait(20, '"1"')).status).toBe(200);
  expect((await avery.get(`${path}?wait=20`)).status).toBe(200);
});

test('times that are none are refused, and claims of others are not found', async () => {
  for (const seconds of ['0', '21', '-1', '1.5', 'x', '']) {
    expectProblem(await avery.get(`${path}?wait=${seconds}`), 400, 'invalid-query');
  }
  const kim = await signIn(stack, 'kim');
  expectProblem(await kim.get(`${path}?wait=20`, { 'if-none-match': '"1"' }), 404, 'claim-not-found');
});

test('those who leave make room: more of a partner than may wait are refused, and told when to come back', async () => {
  const etag = await etagNow();
  const leave = new AbortController();
  // A place may be taken for a moment by the look below: who is refused comes again.
  const waiting = Array.from({ length: 4 }, async () => {
    while (!leave.signal.aborted) await wait(20, etag, leave.signal).catch(() => undefined);
  });
  const full = await until('a refusal', async () => {
    const answer = await wait(1, etag);
    return answer.status === 429 && answer;
  });
  expect(full.headers.get('retry-after')).toBe('5');
  expect(await full.json()).toMatchObject({ code: 'too-many-waiting' });

  // Another partner still gets its turn.
  const kim = await signIn(stack, 'kim');
  const theirs = await kim.post('claims', { ...draftBody(), partnerLocation: { mpnId: '5209871' } });
  const { etag: read } = await kim.get(`claims/${theirs.body.id}`);
  const answer = await kim.get(`claims/${theirs.body.id}?wait=1`, { 'if-none-match': read });
  expect(answer.status).toBe(304);

  leave.abort();
  await Promise.all(waiting);
  await until('room for one more', async () => (await wait(1, etag)).status === 304);
});
