import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeDraft, mailsArrived } from '../../support/claims/claims.ts';
import { recomputedHashes } from '../../support/claims/history-chain.ts';
import { type Client, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';

let stack: Stack;
let avery: Client;
beforeAll(async () => {
  stack = await sharedStack();
  avery = await signIn(stack, 'avery');
});
afterAll(() => stack.stop());

const historyOf = async (id: string) => (await avery.get(`claims/${id}/history`)).body.value;

test('of two editors who read the same draft, the second is told, and loses nothing by reading again', async () => {
  const id = await completeDraft(avery);
  const { etag } = await avery.get(`claims/${id}`);
  const first = await avery.patch(`claims/${id}`, { name: 'From the first' }, etag);
  expect(first.status).toBe(200);
  const customerContact = { title: 'From the second' };
  expectProblem(await avery.patch(`claims/${id}`, { customerContact }, etag), 412, 'etag-stale');

  const second = await avery.patch(`claims/${id}`, { customerContact }, (await avery.get(`claims/${id}`)).etag);
  expect(second.body).toMatchObject({
    name: 'From the first',
    customerContact: { name: 'Dana Customer', title: 'From the second', email: 'dana@contoso.example' },
  });
});

test('of 20 edits of the same version at once, one is taken', async () => {
  const id = await completeDraft(avery);
  const { etag } = await avery.get(`claims/${id}`);
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, number) => avery.patch(`claims/${id}`, { name: `Editor ${number}` }, etag)),
  );
  const taken = replies.filter(({ status }) => status === 200);
  expect(taken).toHaveLength(1);
  for (const reply of replies.filter((candidate) => candidate !== taken[0])) expectProblem(reply, 412, 'etag-stale');
  expect((await avery.get(`claims/${id}`)).body.name).toBe(taken[0]?.body.name);
});

test('30 comments at once are all kept, each with its own number, in an unbroken history', async () => {
  const id = await completeDraft(avery);
  const texts = Array.from({ length: 30 }, (_, number) => `Comment ${number}`);
  const replies = await Promise.all(texts.map((text) => avery.post(`claims/${id}/comments`, { text })));
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));

  const { comments } = (await avery.get(`claims/${id}`)).body;
  expect(comments.map(({ text }: { text: string }) => text).toSorted()).toEqual(texts.toSorted());
  expect(comments.map((comment: { id: number }) => comment.id)).toEqual(texts.map((_, number) => number + 1));
  const history = await historyOf(id);
  expect(history).toHaveLength(32);
  expect(history.map(({ hash }: { hash: string }) => hash)).toEqual(recomputedHashes(history));
});

test('a submission and an edit at the same moment end in some order, and the customer is asked for what is on record', async () => {
  for (let round = 0; round < 5; round += 1) {
    const id = await completeDraft(avery);
    const { etag } = await avery.get(`claims/${id}`);
    const [edit, submission] = await Promise.all([
      avery.patch(`claims/${id}`, { customerContact: { name: 'Somebody Else' } }, etag),
      avery.post(`claims/${id}/submit`, { acknowledged: true }),
    ]);
    expect(submission.status).toBe(202);
    expect([200, 409, 412]).toContain(edit.status);

    const { body: claim } = await avery.get(`claims/${id}`);
    const name = edit.status === 200 ? 'Somebody Else' : 'Dana Customer';
    expect(claim).toMatchObject({ status: 'submitted', customerContact: { name } });
    const events = (await historyOf(id)).map(({ event }: { event: string }) => event);
    const lifted = events.filter((event: string) => event === 'edited' || event === 'submitted');
    expect(lifted).toEqual(edit.status === 200 ? ['edited', 'submitted'] : ['submitted']);
    const [request] = await mailsArrived(stack, id, 1);
    expect(request?.text).toContain(`Dear ${name},`);
  }
});

test('a cancellation and a submission at the same moment: one of them holds', async () => {
  const id = await completeDraft(avery);
  const { etag } = await avery.get(`claims/${id}`);
  const [cancelled, submission] = await Promise.all([
    avery.delete(`claims/${id}`, etag),
    avery.post(`claims/${id}/submit`, { acknowledged: true }),
  ]);
  const { status } = (await avery.get(`claims/${id}`)).body;
  expect([cancelled.status === 204, submission.status === 202]).toEqual([
    status === 'cancelled',
    status === 'submitted',
  ]);
});
