import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  claimWhen,
  completeDraft,
  decide,
  decisionLink,
  historyWith,
  mailsArrived,
  submittedClaim,
} from '../../support/claims/claims.ts';
import { type Client, send, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';

/** Customer contacts whose address does not show that they are at the customer. */

let stack: Stack;
let avery: Client;
let ops: Client;
beforeAll(async () => {
  stack = await sharedStack();
  [avery, ops] = await Promise.all([signIn(stack, 'avery'), signIn(stack, 'ops')]);
});
afterAll(() => stack.stop());

const away = { name: 'Dana Customer', title: 'Owner', email: 'dana.customer@gmail.com' };
const foreignDomainReason = 'The founder has no other address until the move in May.';
const acknowledged = { acknowledged: true };

test('an address at a public mail host needs a reason, which the customer, operators and the history show', async () => {
  const id = await completeDraft(avery, undefined, { customerContact: away });
  const draft = await avery.get(`claims/${id}`);
  const reasonMissing = {
    path: 'customerContact.foreignDomainReason',
    code: 'foreign-domain-reason-required',
    message: expect.stringContaining('public mail host'),
  };
  expect(draft.body).toMatchObject({ contactMailbox: 'public', missing: [reasonMissing] });
  const refused = expectProblem(await avery.post(`claims/${id}/submit`, acknowledged), 422, 'claim-incomplete');
  expect(refused.errors).toMatchObject([reasonMissing]);

  const patched = await avery.patch(`claims/${id}`, { customerContact: { foreignDomainReason } }, draft.etag);
  expect(patched.body.missing).toEqual([]);
  expect((await avery.post(`claims/${id}/submit`, acknowledged)).status).toBe(202);

  const told = `gives this reason for writing to you there: &quot;${foreignDomainReason}&quot;`;
  const link = await decisionLink(stack, id);
  expect((await mailsArrived(stack, id, 1))[0]?.html).toContain(told);
  expect((await send(link, 'GET')).text).toContain(told);
  const [submitted] = (await historyWith(avery, id, 'submitted')).filter(({ event }) => event === 'submitted');
  expect(submitted?.detail).toMatchObject({ mailbox: 'public', foreignDomainReason });
  expect((await ops.get(`operations/claims/${id}`)).body.claim.customerContact).toMatchObject({ foreignDomainReason });

  // An answer that was given counts, and the receipt says where it came from.
  await decide(link, 'approve');
  await claimWhen(avery, id, ({ status }) => status === 'approved');
  expect((await send(link, 'GET')).text).toContain(told);
});

test('another contact obeys the same rule while the claim waits', async () => {
  const id = await submittedClaim(avery);
  const change = (contact: object) => avery.post(`claims/${id}/customer-contact`, contact);
  const { errors } = expectProblem(await change(away), 422, 'foreign-domain-reason-required');
  expect(errors).toMatchObject([{ path: 'foreignDomainReason' }]);
  const foreign = { ...away, email: 'dana@woodgrovebank.example' };
  expectProblem(await change(foreign), 422, 'foreign-domain-reason-required');
  expectProblem(await change({ ...foreign, foreignDomainReason: 'x'.repeat(301) }), 422, 'too-long');
  expect((await change({ ...foreign, foreignDomainReason })).body).toMatchObject({
    contactMailbox: 'foreign',
    customerContact: { foreignDomainReason },
  });
  const changes = (await historyWith(avery, id, 'contact-changed')).filter(({ event }) => event === 'contact-changed');
  expect(changes).toMatchObject([{ detail: { mailbox: 'foreign', foreignDomainReason } }]);
  expectProblem(
    await change({ ...away, email: 'dana@northwind.example', foreignDomainReason }),
    422,
    'contact-is-partner',
  );
});
