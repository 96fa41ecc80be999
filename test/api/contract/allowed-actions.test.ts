import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  advance,
  claimWhen,
  completeDraft,
  contoso,
  draftBody,
  newCustomer,
  submittedClaim,
} from '../../support/claims/claims.ts';
import { listed } from '../../support/claims/lists.ts';
import { type Client, type Reply, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { clockStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';

/** What the claim says can be done is what is done, and what it says cannot is refused with the code that it named. */

let stack: Stack;
let avery: Client;
beforeAll(async () => {
  stack = await clockStack();
  avery = await signIn(stack, 'avery');
});
afterAll(() => stack.stop());

const submit = (id: string): Promise<Reply> => avery.post(`claims/${id}/submit`, { acknowledged: true });
const refusalOf = async (id: string, action: string) => {
  const { body } = await avery.get(`claims/${id}`);
  expect(body.allowedActions).not.toContain(action);
  return body.notAllowed.find((refused: { action: string }) => refused.action === action);
};

test('a draft that lacks something cannot be submitted, and says so before it is tried', async () => {
  const { id } = (await avery.post('claims', draftBody())).body;
  const { code, text } = await refusalOf(id, 'submit');
  expect({ code, text }).toEqual({ code: 'claim-incomplete', text: expect.stringMatching(/^\d+ things are missing/) });
  const { missing } = (await avery.get(`claims/${id}`)).body;
  expect(expectProblem(await submit(id), 422, code).errors).toEqual(missing);
});

test('so cannot one for which another claim stands, until that claim gives way', async () => {
  const customer = newCustomer();
  const standing = await submittedClaim(avery, undefined, { customer });
  const id = await completeDraft(avery, undefined, { customer });
  const { code, text } = await refusalOf(id, 'submit');
  expect({ code, text }).toEqual({ code: 'duplicate-claim', text: expect.stringContaining(standing) });
  const others = [{ claimId: standing, href: `/api/claims/${standing}` }];
  expect((await avery.get(`claims/${id}`)).body).toMatchObject({ missing: [], standing: others });
  expect(expectProblem(await submit(id), 409, code).standing).toEqual(others);

  await avery.post(`claims/${standing}/withdraw`, { reason: 'Wrong products.' });
  const { body } = await avery.get(`claims/${id}`);
  expect(body.allowedActions).toContain('submit');
  expect(body).not.toHaveProperty('standing');
  expect((await submit(id)).status).toBe(202);
});

test('a customer contact at the caller’s own mail domain is missing before it is refused', async () => {
  const customerContact = { name: 'Sam', title: 'CIO', email: 'sam@northwind.example' };
  const partnerContact = { name: 'Avery', email: 'avery@elsewhere.example' };
  const id = await completeDraft(avery, undefined, { customerContact, partnerContact });
  const { missing } = (await avery.get(`claims/${id}`)).body;
  expect(missing).toMatchObject([{ path: 'customerContact.email', code: 'contact-is-partner' }]);
  expect(expectProblem(await submit(id), 422, 'claim-incomplete').errors).toEqual(missing);
});

test('readers are told that it is their role', async () => {
  const id = await completeDraft(avery);
  const { body } = await (await signIn(stack, 'robin')).get(`claims/${id}`);
  expect(body.allowedActions).toEqual([]);
  expect(body.notAllowed).toContainEqual({ action: 'submit', code: 'role-missing', text: expect.any(String) });
});

test('codes have their sentences beside them', async () => {
  const id = await submittedClaim(avery, 'Left alone');
  const { request } = await claimWhen(avery, id, (claim) => claim.request?.delivery === 'delivered');
  expect(request.deliveryMessage).toBe('The mail was delivered.');
  await advance(stack, 'P10D');
  avery = await signIn(stack, 'avery');
  const claim = await claimWhen(avery, id, ({ status }) => status === 'expired');
  const reason = { statusReason: 'no-answer', statusReasonMessage: 'The customer did not answer in time.' };
  expect(claim).toMatchObject(reason);
  expect((await listed(avery, `q=${id}`))[0]).toMatchObject(reason);
});

test('operators read whose claims they look at', async () => {
  const ops = await signIn(stack, 'ops');
  const id = await submittedClaim(avery, 'Seen by operators', { customer: contoso });
  const names = { partnerName: 'Northwind Partners', customerName: 'Contoso' };
  const { value } = (await ops.get('operations/claims?state=waiting')).body;
  expect(value.find(({ claimId }: { claimId: string }) => claimId === id)).toMatchObject({
    ...names,
    status: 'submitted',
  });
  expect((await ops.get(`operations/claims/${id}`)).body.partnerName).toBe(names.partnerName);
});
