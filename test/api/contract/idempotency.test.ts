import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  completeDraft,
  decide,
  decisionLink,
  draftBody,
  historyWith,
  mailsOf,
  submittedClaim,
} from '../../support/claims/claims.ts';
import { type Client, type Reply, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { blobsOf } from '../../support/proof/blobs.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';

let stack: Stack;
let avery: Client;
beforeAll(async () => {
  stack = await sharedStack();
  avery = await signIn(stack, 'avery');
});
afterAll(() => stack.stop());

const key = (value: string) => ({ 'idempotency-key': value });
const shown = ({ status, body, etag, headers }: Reply) => ({ status, body, etag, location: headers.get('location') });

const eventsOf = async (id: string): Promise<string[]> =>
  (await avery.get(`claims/${id}/history`)).body.value.map(({ event }: { event: string }) => event);

test('20 requests with one key at once make one claim, and all get the same answer', async () => {
  const once = draftBody('Only once');
  const replies = await Promise.all(Array.from({ length: 20 }, () => avery.post('claims', once, key('create'))));
  const [first, ...others] = replies.map(shown);
  expect(first).toMatchObject({
    status: 201,
    etag: expect.stringMatching(/^"1\.[\w-]+"$/),
    location: `/api/claims/${first?.body.id}`,
  });
  for (const other of others) expect(other).toEqual(first);
  expect((await avery.get('claims?q=only+once')).body.value).toHaveLength(1);
});

test('a key whose request was refused is free for the request put right', async () => {
  const headers = key('refused-first');
  expectProblem(
    await avery.post('claims', { ...draftBody(), solutionArea: 'gardening' }, headers),
    422,
    'unknown-solution-area',
  );
  const right = await avery.post('claims', draftBody('Put right'), headers);
  expect(right.status).toBe(201);

  const id = await completeDraft(avery);
  const submit = (body: unknown) => avery.post(`claims/${id}/submit`, body, key('submit-refused-first'));
  expectProblem(await submit({ acknowledged: false }), 422, 'acknowledgement-required');
  expect((await submit({ acknowledged: true })).status).toBe(202);
});

test('a replay gives the first answer, whatever has become of the claim since', async () => {
  const draft = draftBody('First name');
  const created = await avery.post('claims', draft, key('life-create'));
  const { id } = created.body;
  const changes = {
    name: 'Second name',
    products: [{ code: 'power-bi' }],
    customerContact: { name: 'Dana', title: 'Director', email: 'dana@contoso.example' },
    partnerContact: { name: 'Avery', email: 'avery@northwind.example' },
  };
  expect((await avery.patch(`claims/${id}`, changes, created.etag)).status).toBe(200);
  const steps = {
    upload: () => avery.upload(id, 'proof.txt', 'Proof', key('life-upload')),
    comment: () => avery.post(`claims/${id}/comments`, { text: 'Once' }, key('life-comment')),
    submit: () => avery.post(`claims/${id}/submit`, { acknowledged: true }, key('life-submit')),
    withdraw: () => avery.post(`claims/${id}/withdraw`, { reason: 'Enough' }, key('life-withdraw')),
  };
  const first: Record<string, Reply> = {};
  for (const [name, step] of Object.entries(steps)) first[name] = await step();
  expect(Object.values(first).map(({ status }) => status)).toEqual([201, 201, 202, 200]);
  await historyWith(avery, id, 'withdrawn-sent');
  const before = await eventsOf(id);

  expect(shown(await avery.post('claims', draft, key('life-create')))).toEqual(shown(created));
  for (const [name, step] of Object.entries(steps)) {
    expect({ name, ...shown(await step()) }).toEqual({ name, ...shown(first[name] ?? created) });
  }
  expect(await eventsOf(id)).toEqual(before);
  expect(await blobsOf(stack, id)).toHaveLength(1);
});

test('an upload under a used key is told apart by its bytes and its name', async () => {
  const id = await completeDraft(avery);
  const upload = (name: string, content: string) => avery.upload(id, name, content, key('one-upload'));
  const first = await upload('a.txt', 'One');
  expect(shown(await upload('a.txt', 'One'))).toEqual(shown(first));
  expectProblem(await upload('a.txt', 'Two'), 422, 'idempotency-key-reused');
  expectProblem(await upload('b.txt', 'One'), 422, 'idempotency-key-reused');
  expect((await avery.get(`claims/${id}`)).body.poe).toHaveLength(2);
  expect(await blobsOf(stack, id)).toHaveLength(2);
});

test('the same words under the same key are another request at another claim', async () => {
  const [one, two] = [await completeDraft(avery), await completeDraft(avery)];
  const comment = (id: string) => avery.post(`claims/${id}/comments`, { text: 'Hello' }, key('one-comment'));
  expect((await comment(one)).status).toBe(201);
  expectProblem(await comment(two), 422, 'idempotency-key-reused');
  expect((await avery.get(`claims/${two}`)).body.comments).toEqual([]);
});

test('a key that was used cannot be used for a request that changes nothing', async () => {
  const id = await submittedClaim(avery);
  const { customerContact } = (await avery.get(`claims/${id}`)).body;
  const same = (headers: Record<string, string>) =>
    avery.post(`claims/${id}/customer-contact`, customerContact, headers);
  expect((await avery.post(`claims/${id}/copy`, undefined, key('used'))).status).toBe(201);
  expectProblem(await same(key('used')), 422, 'idempotency-key-reused');
  expect((await same(key('new'))).status).toBe(200);
});

test('a key that operations have used for a claim is still free for its partner', async () => {
  const id = await submittedClaim(avery);
  const ops = await signIn(stack, 'ops');
  const comment = () => ops.post(`operations/claims/${id}/comments`, { text: 'Hello' }, key('same'));
  const first = await comment();
  expect(first.status).toBe(201);
  expect((await comment()).body).toEqual(first.body);
  expect((await avery.post(`claims/${id}/withdraw`, { reason: 'Wrong' }, key('same'))).status).toBe(200);
});

test('submitting ten times at once asks the customer once', async () => {
  const submit = (id: string, headers = {}) => avery.post(`claims/${id}/submit`, { acknowledged: true }, headers);
  const keyed = await completeDraft(avery);
  const replies = await Promise.all(Array.from({ length: 10 }, () => submit(keyed, key('submit-at-once'))));
  const [first, ...others] = replies.map(shown);
  expect(first?.status).toBe(202);
  for (const other of others) expect(other).toEqual(first);

  const bare = await completeDraft(avery);
  const statuses = (await Promise.all(Array.from({ length: 10 }, () => submit(bare)))).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual([202, ...Array<number>(9).fill(409)]);
  for (const id of [keyed, bare]) {
    await historyWith(avery, id, 'request-sent');
    expect((await eventsOf(id)).filter((event) => event === 'submitted')).toHaveLength(1);
    expect(await mailsOf(stack, id)).toHaveLength(1);
  }
});

test('a replayed withdrawal after a lost race still says that the race was lost', async () => {
  const id = await submittedClaim(avery);
  await decide(await decisionLink(stack, id), 'approve');
  const withdraw = () => avery.post(`claims/${id}/withdraw`, { reason: 'Late' }, key('lost-race'));
  expectProblem(await withdraw(), 409, 'action-not-allowed');
  expectProblem(await withdraw(), 409, 'action-not-allowed');
});
