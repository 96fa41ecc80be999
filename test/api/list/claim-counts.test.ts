import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimWhen, decide, decisionLink, submittedClaim } from '../../support/claims/claims.ts';
import { draftFor, listed } from '../../support/claims/lists.ts';
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

const none = { draft: 0, submitted: 0, approved: 0, declined: 0, expired: 0, withdrawn: 0, cancelled: 0, ended: 0 };
const counts = async (client: Client) => (await client.get('claims/counts')).body;

test('claims are counted by status, and those that need action', async () => {
  expect(await counts(avery)).toEqual({ byStatus: none, needsAction: 0 });
  const { id: cancelled } = await draftFor(avery, 'contoso.example');
  await draftFor(avery, 'contoso.example');
  const { etag } = await avery.get(`claims/${cancelled}`);
  await avery.delete(`claims/${cancelled}`, etag);
  await submittedClaim(avery);
  const approved = await submittedClaim(avery);
  await decide(await decisionLink(stack, approved), 'approve');
  await claimWhen(avery, approved, ({ status }) => status === 'approved');
  expect(await counts(avery)).toEqual({
    byStatus: { ...none, draft: 1, submitted: 1, approved: 1, cancelled: 1 },
    needsAction: 1,
  });
});

test('a claim stops to need action with what it was for', async () => {
  const ops = await signIn(stack, 'ops');
  const [{ id }] = await listed(avery, 'status=approved');
  const before = (await counts(avery)).needsAction;
  expect((await ops.post(`operations/claims/${id}/comments`, { text: 'Please add the signed offer.' })).status).toBe(
    201,
  );
  expect((await counts(avery)).needsAction).toBe(before + 1);
  expect(await listed(avery, 'needsAction=true')).toHaveLength(before + 1);
  expect((await avery.post(`claims/${id}/comments/read`)).status).toBe(200);
  expect((await counts(avery)).needsAction).toBe(before);
});

test('readers of the partner may see them; others see their own, and operators none', async () => {
  expect(await counts(await signIn(stack, 'robin'))).toEqual(await counts(avery));
  expect(await counts(await signIn(stack, 'kim'))).toEqual({ byStatus: none, needsAction: 0 });
  expectProblem(await (await signIn(stack, 'ops')).get('claims/counts'), 403, 'role-missing');
});
