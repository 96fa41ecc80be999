import { afterAll, beforeAll, expect, test } from 'vitest';
import { approvedClaim, askedClaim } from '../../support/claims/after-submission.ts';
import { decide, decisionLink, historyWith, mailsOf } from '../../support/claims/claims.ts';
import { type Client, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';
import { until } from '../../support/until.ts';

/** What operators do to a claim, each with a reason. */

let stack: Stack;
let avery: Client;
let ops: Client;
beforeAll(async () => {
  stack = await sharedStack();
  [avery, ops] = await Promise.all([signIn(stack, 'avery'), signIn(stack, 'ops')]);
});
afterAll(() => stack.stop());

const reason = 'The customer does not know this partner.';

/** The subjects of the mails that tell both sides of an end. */
const told = (id: string, kind: string) =>
  until('mails to both sides', async () => {
    const history = await historyWith(avery, id, `${kind}-sent`, 2);
    return history.length > 0 && (await mailsOf(stack, id)).slice(-2);
  });

test('a request that is stopped can no longer be answered, and both sides are told why', async () => {
  const id = await askedClaim(avery);
  const link = await decisionLink(stack, id);
  const stopped = await ops.post(`operations/claims/${id}/stop`, { reason });
  expect({ status: stopped.status, body: stopped.body }).toEqual({ status: 200, body: { id, status: 'withdrawn' } });
  expect((await decide(link, 'approve')).status).toBe(409);
  const mails = await told(id, 'withdrawn');
  for (const { text } of mails) expect(text).toContain(reason);
  expect((await avery.get(`claims/${id}`)).body).toMatchObject({ status: 'withdrawn', closedBy: 'operator' });
  expect((await historyWith(avery, id, 'withdrawn')).find(({ event }) => event === 'withdrawn')).toMatchObject({
    actor: { kind: 'operator', name: 'Ola Persson' },
    detail: { reason },
  });
  expectProblem(await ops.post(`operations/claims/${id}/stop`, { reason }), 409, 'action-not-allowed');
});

test('an association that is ended is told to both sides, and is ended once', async () => {
  const id = await approvedClaim(stack, avery);
  expectProblem(await ops.post(`operations/claims/${id}/stop`, { reason }), 409, 'action-not-allowed');
  expectProblem(await ops.post(`operations/claims/${id}/end`, { reason: ' ' }), 422, 'too-short');
  const headers = { 'idempotency-key': `end-${id}` };
  const ends = [1, 2].map(() => ops.post(`operations/claims/${id}/end`, { reason }, headers));
  for (const { status, body } of await Promise.all(ends)) {
    expect({ status, body }).toEqual({ status: 200, body: { id, status: 'ended' } });
  }
  for (const { text } of await told(id, 'ended')) expect(text).toContain(reason);
  expect((await avery.get(`claims/${id}`)).body).toMatchObject({ status: 'ended', closedBy: 'operator' });
  expectProblem(await ops.post(`operations/claims/${id}/end`, { reason }), 409, 'action-not-allowed');
});
