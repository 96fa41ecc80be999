import { afterAll, beforeAll, expect, test } from 'vitest';
import { advanceToWeekday } from '../support/claims/calendar.ts';
import {
  advance,
  completeDraft,
  decide,
  decisionLink,
  draftBody,
  proof,
  restOfDraft,
} from '../support/claims/claims.ts';
import { type EndState, endStateOf } from '../support/claims/end-state.ts';
import { send, signIn } from '../support/http/client.ts';
import { expectProblem } from '../support/http/problem.ts';
import { blobsOf } from '../support/proof/blobs.ts';
import { seeded } from '../support/seeded.ts';
import { type FaultyStack, startFaultyStack } from '../support/stack/faulty-stack.ts';
import type { Fate } from '../support/stack/storage-proxy.ts';
import { until } from '../support/until.ts';
import { insist, liveThrough } from './insisting.ts';

let stack: FaultyStack;
let faultless: EndState;

const endOf = async (claimId: string): Promise<EndState> => {
  stack.proxy.fateOf = () => undefined;
  await advance(stack, 'P10D');
  return endStateOf(stack, await signIn(stack, 'avery'), claimId);
};

beforeAll(async () => {
  stack = await startFaultyStack();
  await advanceToWeekday(stack, 'monday', 8);
  faultless = await endOf(await liveThrough(stack));
});
afterAll(() => stack?.stop());

/** Strikes each write of the app once, whatever it is; the same request again passes. Counts the strikes. */
const strikeEachOnce = (fate: Fate): (() => number) => {
  const struck = new Set<string>();
  stack.proxy.fateOf = ({ write, service, text }) => {
    // A repeated upload has another file ID, and is the same write for all that.
    const key = text.replaceAll(/poe-[0-9a-z]{12}/g, 'poe');
    if (!write || service === 'mail' || struck.has(key)) return undefined;
    struck.add(key);
    return fate;
  };
  return () => struck.size;
};

const ways: [string, Fate][] = [
  ['succeeds but its answer is lost', { cut: 'after' }],
  ['loses its connection before it arrives', { cut: 'before' }],
  ['is answered 503 once', { answer: 503 }],
  ['is answered 500 once', { answer: 500 }],
  ['is answered 429 once', { answer: 429 }],
];
test.each(ways)('a life in which every write %s ends as any other', async (_way, fate) => {
  const strikes = strikeEachOnce(fate);
  const claimId = await liveThrough(stack);
  // Draft, file, its entry, three ledger rows or more, four changes: each was struck.
  expect(strikes()).toBeGreaterThanOrEqual(10);
  expect(await endOf(claimId)).toEqual(faultless);
  expect(await blobsOf(stack, claimId)).toHaveLength(1);
});

test.each([1, 10, 30])(
  'claims end as any other while %i of a hundred calls fail, in every way at once',
  async (percent) => {
    const random = seeded(20_261_123);
    const fates: Fate[] = [...ways.map(([, fate]) => fate)];
    stack.proxy.fateOf = ({ service }) =>
      service !== 'mail' && random() * 100 < percent ? fates[Math.floor(random() * fates.length)] : undefined;
    const claimIds = await Promise.all(Array.from({ length: 4 }, () => liveThrough(stack)));
    stack.proxy.fateOf = () => undefined;
    await advance(stack, 'P10D');
    const client = await signIn(stack, 'avery');
    const ends = await Promise.all(claimIds.map((claimId) => endStateOf(stack, client, claimId)));
    expect(ends).toEqual(claimIds.map(() => faultless));
    for (const claimId of claimIds) expect(await blobsOf(stack, claimId)).toHaveLength(1);
  },
);

test('callers are told to try again while storage is away, and it works once storage is back', async () => {
  const client = await signIn(stack, 'avery');
  const claimId = await completeDraft(client);
  const submitOnce = () =>
    client.post(`claims/${claimId}/submit`, { acknowledged: true }, { 'idempotency-key': 'away' });
  await submitOnce();
  const link = await decisionLink(stack, claimId);

  stack.proxy.fateOf = ({ service }) => (service === 'mail' ? undefined : { answer: 503 });
  const replies = await Promise.all([
    client.get(`claims/${claimId}`),
    client.get('claims'),
    client.post('claims', { ...draftBody(), ...restOfDraft }),
    client.upload(claimId, 'more.txt', proof),
    client.post(`claims/${claimId}/withdraw`, { reason: 'Wrong' }),
  ]);
  for (const reply of replies) {
    expectProblem(reply, 503, 'dependency-unavailable');
    expect(reply.headers.get('retry-after')).toBe('5');
  }
  for (const page of await Promise.all([send(link, 'GET'), decide(link, 'approve')])) {
    expect({ status: page.status, again: page.headers.get('retry-after') }).toEqual({ status: 503, again: '5' });
  }
  const { status, body } = await send(`${stack.app}/api/health/ready`, 'GET');
  expect({ status, state: body.status }).toEqual({ status: 503, state: 'not-ready' });

  stack.proxy.fateOf = () => undefined;
  expect((await decide(link, 'approve')).status).toBe(303);
  expect((await client.get(`claims/${claimId}`)).body.status).toBe('approved');
});

test('a storage that takes requests and never answers is an outage like any other', async () => {
  const client = await signIn(stack, 'avery');
  const claimId = await completeDraft(client);
  stack.proxy.fateOf = ({ service }) => (service === 'table' ? { before: () => new Promise(() => {}) } : undefined);
  expectProblem(await client.get(`claims/${claimId}`), 503, 'dependency-unavailable');
  stack.proxy.fateOf = () => undefined;
  expect((await client.get(`claims/${claimId}`)).status).toBe(200);
});

test('a file whose entry could not be written is not on the claim, and is there once after a repeat', async () => {
  const client = await signIn(stack, 'avery');
  const claimId: string = (await client.post('claims', { ...draftBody(), ...restOfDraft })).body.id;
  const upload = () => client.upload(claimId, 'statement.txt', proof, { 'idempotency-key': `file-${claimId}` });
  stack.proxy.fateOf = ({ kind }) => (kind === 'table:batch claims' ? { answer: 503 } : undefined);
  expectProblem(await upload(), 503, 'dependency-unavailable');
  expect((await client.get(`claims/${claimId}`)).body.poe).toEqual([]);

  stack.proxy.fateOf = () => undefined;
  expect([(await upload()).status, (await upload()).status]).toEqual([201, 201]);
  const { poe } = (await client.get(`claims/${claimId}`)).body;
  expect(poe).toHaveLength(1);
  expect((await client.get(`claims/${claimId}/poe/${poe[0].fileId}`)).text).toBe(proof);
  // Those of the first try go once it is certain that no entry comes.
  expect(await blobsOf(stack, claimId)).toHaveLength(2);
  await advance(stack, 'PT61M');
  await until('the bytes without an entry to go', async () => (await blobsOf(stack, claimId)).length === 1);
  const later = await signIn(stack, 'avery');
  expect((await later.get(`claims/${claimId}/poe/${poe[0].fileId}`)).text).toBe(proof);
});

test('a file that could not be stored has no entry', async () => {
  const client = await signIn(stack, 'avery');
  const claimId: string = (await client.post('claims', { ...draftBody(), ...restOfDraft })).body.id;
  stack.proxy.fateOf = ({ service }) => (service === 'blob' ? { cut: 'before' } : undefined);
  expectProblem(await client.upload(claimId, 'statement.txt', proof), 503, 'dependency-unavailable');
  expect((await client.get(`claims/${claimId}`)).body.poe).toEqual([]);
  expect(await blobsOf(stack, claimId)).toEqual([]);

  stack.proxy.fateOf = () => undefined;
  const again = await insist('upload', () => client.upload(claimId, 'statement.txt', proof));
  expect(again.status).toBe(201);
});
