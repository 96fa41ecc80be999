import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_CUSTOMERS } from '../../local/demo/people.ts';
import { claimWhen, decide, decisionLink, draftBody, oneOffProduct, proof, restOfDraft } from '../support/claims.ts';
import { type Client, signIn } from '../support/client.ts';
import { expectProblem } from '../support/problem.ts';
import { type Stack, startStack } from '../support/stack.ts';

let stack: Stack;
let avery: Client;
beforeAll(async () => {
  stack = await startStack();
  avery = await signIn(stack, 'avery');
});
afterAll(() => stack?.stop());

const tailwind = DEMO_CUSTOMERS.find(({ domain }) => domain === 'tailwindtraders.example');

type Product = { code: string; subscriptionId?: string };

const draftOf = async (client: Client, products: Product[], changes: object = {}): Promise<string> => {
  const { body } = await client.post('claims', { ...draftBody(), ...restOfDraft, products, ...changes });
  await client.upload(body.id, 'statement.txt', proof);
  return body.id;
};
const submit = (client: Client, id: string, headers: Record<string, string> = {}) =>
  client.post(`claims/${id}/submit`, { acknowledged: true }, headers);

test('a second claim for the same customer, product and activity is refused and names the first', async () => {
  const product = oneOffProduct();
  const first = await draftOf(avery, [product]);
  const second = await draftOf(avery, [oneOffProduct(), product]);
  expect((await submit(avery, first)).status).toBe(202);

  const refused = expectProblem(await submit(avery, second), 409, 'duplicate-claim');
  expect(refused.detail).toContain(`/api/claims/${first}`);
  expect(refused.errors).toEqual([
    { path: 'products.1', code: 'duplicate-claim', message: expect.stringContaining(`/api/claims/${first}`) },
  ]);
  const { body } = await avery.get(`claims/${second}`);
  expect(body.status).toBe('draft');
  expect(JSON.stringify(body)).not.toContain('reservations');
});

test('another activity, another subscription or another customer is no duplicate', async () => {
  const product = oneOffProduct();
  const others = [
    await draftOf(avery, [product]),
    await draftOf(avery, [oneOffProduct()]),
    await draftOf(avery, [product], {
      customer: { domain: 'tailwindtraders.example', directoryId: tailwind?.directoryId },
    }),
  ];
  for (const id of others) expect((await submit(avery, id)).status).toBe(202);
});

test('what another partner claims is no duplicate', async () => {
  const kim = await signIn(stack, 'kim');
  const product = oneOffProduct();
  const location = { partnerLocation: { mpnId: '5209871' } };
  expect((await submit(avery, await draftOf(avery, [product]))).status).toBe(202);
  expect((await submit(kim, await draftOf(kim, [product], location))).status).toBe(202);
});

test('an approved claim stands; a withdrawn and a declined one do not', async () => {
  const product = oneOffProduct();
  const withdrawn = await draftOf(avery, [product]);
  await submit(avery, withdrawn);
  await avery.post(`claims/${withdrawn}/withdraw`, { reason: 'Wrong contact.' });

  const declined = await draftOf(avery, [product]);
  expect((await submit(avery, declined)).status).toBe(202);
  await decide(await decisionLink(stack, declined), 'decline');

  const approved = await draftOf(avery, [product]);
  expect((await submit(avery, approved)).status).toBe(202);
  await decide(await decisionLink(stack, approved), 'approve');
  const late = await draftOf(avery, [product]);
  expectProblem(await submit(avery, late), 409, 'duplicate-claim');

  await avery.post(`claims/${approved}/disassociate`, { reason: 'The project is over.' });
  expect((await submit(avery, late)).status).toBe(202);
});

test('of 50 submissions of the same at once exactly one wins, and all others are told which', async () => {
  const product = { code: 'power-bi', subscriptionId: randomUUID() };
  const drafts = await Promise.all(Array.from({ length: 50 }, () => draftOf(avery, [product])));
  const answers = await Promise.all(drafts.map((id) => submit(avery, id)));
  const won = answers.filter(({ status }) => status === 202);
  expect(won).toHaveLength(1);
  for (const answer of answers) {
    if (answer.status === 202) continue;
    expectProblem(answer, 409, 'duplicate-claim');
    expect(answer.body.detail).toContain(won[0]?.body.id);
  }
  await claimWhen(avery, won[0]?.body.id, ({ request }) => request !== undefined);
});

test('the same request with its Idempotency-Key gets its first answer, not a duplicate of itself', async () => {
  const id = await draftOf(avery, [oneOffProduct()]);
  const headers = { 'idempotency-key': randomUUID() };
  const first = await submit(avery, id, headers);
  const again = await submit(avery, id, headers);
  expect([first.status, again.status]).toEqual([202, 202]);
  expect(again.body).toEqual(first.body);
});

test('a claim has at most as many products and activities as one transaction can hold', async () => {
  const products = Array.from({ length: 46 }, oneOffProduct);
  const both = { activities: ['presales', 'usage'] };
  const refused = await avery.post('claims', { ...draftBody(), ...restOfDraft, ...both, products });
  expect(refused.body.errors).toContainEqual({ path: 'products', code: 'too-long', message: expect.any(String) });

  const most = await draftOf(avery, products);
  expect((await submit(avery, most)).status).toBe(202);
});
