import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  claimWhen,
  completeBody,
  decide,
  decisionLink,
  newCustomer,
  uploadProof,
} from '../../support/claims/claims.ts';
import { type Client, type Reply, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';

let stack: Stack;
let avery: Client;
beforeAll(async () => {
  stack = await sharedStack();
  avery = await signIn(stack, 'avery');
});
afterAll(() => stack?.stop());

type Product = { code: string; subscriptionId?: string };
type Customer = ReturnType<typeof newCustomer>;

const powerBi: Product = { code: 'power-bi' };
const powerApps: Product = { code: 'power-apps' };
const sales = (subscriptionId?: string): Product => ({
  code: 'dynamics-365-sales',
  ...(subscriptionId ? { subscriptionId } : {}),
});

const draftOf = async (customer: Customer, products: Product[], changes: object = {}, client = avery) => {
  const { status, body } = await client.post('claims', { ...completeBody(), customer, products, ...changes });
  expect(status).toBe(201);
  await uploadProof(client, body);
  return String(body.id);
};
const submit = (id: string, headers: Record<string, string> = {}, client = avery) =>
  client.post(`claims/${id}/submit`, { acknowledged: true }, headers);
const expectAccepted = (reply: Reply) => expect(reply.status, reply.text).toBe(202);
const withdraw = (id: string) => avery.post(`claims/${id}/withdraw`, { reason: 'For the test.' });

test('a second claim for the same customer, product and activity is refused and links to the first', async () => {
  const customer = newCustomer();
  const first = await draftOf(customer, [powerBi]);
  const second = await draftOf(customer, [powerApps, powerBi]);
  expectAccepted(await submit(first));

  const refused = expectProblem(await submit(second), 409, 'duplicate-claim');
  expect(refused.detail).toContain(first);
  expect(refused.detail).not.toContain('/api/');
  expect(refused.standing).toEqual([{ claimId: first, href: `/api/claims/${first}` }]);
  expect(refused.errors).toEqual([
    { path: 'products.1', code: 'duplicate-claim', message: expect.stringContaining(first) },
  ]);
  expect((await avery.get(refused.standing[0].href.replace('/api/', ''))).body.status).toBe('submitted');
  const { body } = await avery.get(`claims/${second}`);
  expect(body.status).toBe('draft');
  expect(JSON.stringify(body)).not.toMatch(/reservations/i);
});

test('another activity, another product or another customer is no duplicate', async () => {
  const customer = newCustomer();
  const usage = { activities: ['usage'] };
  const central = { code: 'dynamics-365-business-central' };
  expectAccepted(await submit(await draftOf(customer, [powerBi])));
  expectAccepted(await submit(await draftOf(customer, [powerApps])));
  expectAccepted(await submit(await draftOf(newCustomer(), [powerBi])));
  expectAccepted(await submit(await draftOf(customer, [central])));
  expectAccepted(await submit(await draftOf(customer, [central], usage)));
});

test('a subscription ID makes no other product of one that is not Dynamics 365', async () => {
  const customer = newCustomer();
  const first = await draftOf(customer, [{ ...powerBi, subscriptionId: randomUUID() }]);
  expectAccepted(await submit(first));
  for (const product of [powerBi, { ...powerBi, subscriptionId: randomUUID() }]) {
    const refused = expectProblem(await submit(await draftOf(customer, [product])), 409, 'duplicate-claim');
    expect(refused.standing).toEqual([{ claimId: first, href: `/api/claims/${first}` }]);
  }
});

test('two subscriptions of a Dynamics 365 product are two things; the product without one is both', async () => {
  const customer = newCustomer();
  const [one, other] = [randomUUID(), randomUUID()];
  const first = await draftOf(customer, [sales(one)]);
  expectAccepted(await submit(first));
  const second = await draftOf(customer, [sales(other)]);
  expectAccepted(await submit(second));

  const again = expectProblem(await submit(await draftOf(customer, [sales(other)])), 409, 'duplicate-claim');
  expect(again.errors).toEqual([
    {
      path: 'products.0.subscriptionId',
      code: 'subscription-already-claimed',
      message: expect.stringContaining(second),
    },
  ]);

  const all = await draftOf(customer, [sales()]);
  const refused = expectProblem(await submit(all), 409, 'duplicate-claim');
  expect(refused.standing.map(({ claimId }: { claimId: string }) => claimId)).toEqual([first, second]);

  await withdraw(first);
  expect(expectProblem(await submit(all), 409, 'duplicate-claim').standing).toHaveLength(1);
  await withdraw(second);
  expectAccepted(await submit(all));
  const late = expectProblem(await submit(await draftOf(customer, [sales(one)])), 409, 'duplicate-claim');
  expect(late.errors).toMatchObject([{ path: 'products.0', code: 'duplicate-claim' }]);
});

test('one claim does not name the same thing twice', async () => {
  const named = async (...products: Product[]) => (await avery.post('claims', { ...completeBody(), products })).body;
  const id = randomUUID();
  for (const [one, other] of [
    [powerBi, { ...powerBi, subscriptionId: id }],
    [sales(), sales(id)],
    [sales(id), sales(id)],
  ] as const) {
    expect((await named(one, other)).errors).toMatchObject([{ path: 'products.1.code', code: 'duplicate' }]);
  }
  expect((await named(sales(id), sales(randomUUID()))).status).toBe('draft');
});

test('what another partner claims is no duplicate', async () => {
  const kim = await signIn(stack, 'kim');
  const customer = newCustomer();
  const location = { partnerLocation: { mpnId: '5209871' } };
  expectAccepted(await submit(await draftOf(customer, [powerBi])));
  expectAccepted(await submit(await draftOf(customer, [powerBi], location, kim), {}, kim));
});

test('an approved claim stands; a withdrawn and a declined one do not', async () => {
  const customer = newCustomer();
  const withdrawn = await draftOf(customer, [powerBi]);
  await submit(withdrawn);
  await withdraw(withdrawn);

  const declined = await draftOf(customer, [powerBi]);
  expectAccepted(await submit(declined));
  await decide(await decisionLink(stack, declined), 'decline');

  const approved = await draftOf(customer, [powerBi]);
  expectAccepted(await submit(approved));
  await decide(await decisionLink(stack, approved), 'approve');
  const late = await draftOf(customer, [powerBi]);
  expectProblem(await submit(late), 409, 'duplicate-claim');

  await avery.post(`claims/${approved}/disassociate`, { reason: 'The project is over.' });
  expectAccepted(await submit(late));
});

test('of 50 submissions of the same at once exactly one wins, and all others are told which', async () => {
  const customer = newCustomer();
  const drafts = await Promise.all(Array.from({ length: 50 }, () => draftOf(customer, [powerBi])));
  const answers = await Promise.all(drafts.map((id) => submit(id)));
  const won = answers.filter(({ status }) => status === 202);
  expect(won).toHaveLength(1);
  for (const answer of answers) {
    if (answer.status === 202) continue;
    const { standing } = expectProblem(answer, 409, 'duplicate-claim');
    expect(standing).toEqual([{ claimId: won[0]?.body.id, href: `/api/claims/${won[0]?.body.id}` }]);
  }
  await claimWhen(avery, won[0]?.body.id, ({ request }) => request !== undefined);
});

test('of 50 at once for a product, with its subscriptions and without, either one without wins or one for each subscription', async () => {
  const customer = newCustomer();
  const subscriptions = Array.from({ length: 12 }, () => randomUUID());
  const asked = Array.from({ length: 50 }, (_, index) => (index % 10 === 9 ? undefined : subscriptions[index % 12]));
  const drafts = await Promise.all(asked.map((subscriptionId) => draftOf(customer, [sales(subscriptionId)])));
  const answers = await Promise.all(drafts.map((id) => submit(id)));
  for (const answer of answers) if (answer.status !== 202) expectProblem(answer, 409, 'duplicate-claim');
  const won = asked.filter((_, index) => answers[index]?.status === 202);
  if (won.includes(undefined)) expect(won).toHaveLength(1);
  else expect(won.toSorted()).toEqual([...new Set(asked)].filter((asking) => asking !== undefined).toSorted());

  // Once all have let go, nothing is left that would hold anybody back.
  const ids = drafts.filter((_, index) => answers[index]?.status === 202);
  for (const { status } of await Promise.all(ids.map(withdraw))) expect(status).toBe(200);
  expectAccepted(await submit(await draftOf(customer, [sales()])));
});

test('the same request with its Idempotency-Key gets its first answer, not a duplicate of itself', async () => {
  const id = await draftOf(newCustomer(), [sales(randomUUID())]);
  const headers = { 'idempotency-key': randomUUID() };
  const first = await submit(id, headers);
  const again = await submit(id, headers);
  expect([first.status, again.status]).toEqual([202, 202]);
  expect(again.body).toEqual(first.body);
});

test('a claim has at most as many products and activities as one transaction can hold', async () => {
  const central = () => ({ code: 'dynamics-365-business-central', subscriptionId: randomUUID() });
  const both = { activities: ['presales', 'usage'] };
  const products = Array.from({ length: 45 }, central);
  const refused = await avery.post('claims', { ...completeBody(), ...both, products });
  expect(refused.body.errors).toContainEqual({ path: 'products', code: 'too-long', message: expect.any(String) });

  expectAccepted(await submit(await draftOf(newCustomer(), products.slice(1), both)));
});
