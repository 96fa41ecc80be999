import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimWhen, completeDraft, newCustomer, submittedClaim } from '../../support/claims/claims.ts';
import { type Client, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';
import { logsOf } from '../../support/stack/stack-logs.ts';
import { until } from '../../support/until.ts';

/** What operators find without knowing whose claim it is. */

let stack: Stack;
let avery: Client;
let kim: Client;
let ops: Client;
beforeAll(async () => {
  stack = await sharedStack();
  [avery, kim, ops] = await Promise.all([signIn(stack, 'avery'), signIn(stack, 'kim'), signIn(stack, 'ops')]);
});
afterAll(() => stack.stop());

const search = async (q: string) => (await ops.get(`operations/search?q=${encodeURIComponent(q)}`)).body;
const idsFor = async (q: string): Promise<string[]> => (await search(q)).value.map(({ id }: { id: string }) => id);

test('a claim is found by its ID, by its customer, and by partner and customer together, submitted or not', async () => {
  const customer = newCustomer();
  const submitted = await submittedClaim(avery, 'Searched roll-out', { customer });
  const draft = await completeDraft(kim, undefined, { customer, partnerLocation: { mpnId: '5209871' } });
  const word = customer.domain.split('.')[0] ?? '';

  expect(await idsFor(submitted)).toEqual([submitted]);
  expect((await idsFor(word)).toSorted()).toEqual([submitted, draft].toSorted());
  expect(await idsFor(`northwind ${word}`)).toEqual([submitted]);
  expect(await idsFor(`fabrikam ${word.slice(0, 20)}`)).toEqual([draft]);
  expect(await idsFor(`northwind ${word} nothing-of-the-kind`)).toEqual([]);
  expect((await search(submitted)).value).toEqual([
    {
      id: submitted,
      status: 'submitted',
      name: 'Searched roll-out',
      customerName: 'Contoso',
      partnerId: stack.directories?.avery,
      partnerName: expect.stringContaining('Northwind'),
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    },
  ]);
});

describe('By the address of a customer contact', () => {
  const contactAt = (domain: string) => ({ name: 'Mika Sato', title: 'Buyer', email: `mika.sato@${domain}` });
  const byContact = (email: string) => ops.post('operations/contact-searches', { email });
  const foundBy = async (email: string): Promise<string[]> =>
    (await byContact(email)).body.value.map(({ id }: { id: string }) => id);

  test('claims of all partners are found, newest first, by the whole address and without regard to capitals', async () => {
    const customer = newCustomer();
    const customerContact = contactAt(customer.domain);
    const submitted = await submittedClaim(avery, 'Roll-out', { customer, customerContact });
    const partnerLocation = { mpnId: '5209871' };
    const draft = await completeDraft(kim, undefined, { customer, partnerLocation, customerContact });
    await completeDraft(avery, 'Of another contact', { customer });

    expect(await foundBy(customerContact.email)).toEqual([draft, submitted]);
    expect(await foundBy(` Mika.Sato@${customer.domain.toUpperCase()}`)).toEqual([draft, submitted]);
    expect(await foundBy(`sato@${customer.domain}`)).toEqual([]);
    expect((await byContact(customerContact.email)).body.value[1]).toMatchObject({
      id: submitted,
      partnerId: stack.directories?.avery,
      customerName: 'Contoso',
    });
    expect(await logsOf(stack)).not.toContain(customerContact.email);
  });

  test('a claim is no longer found by a contact who was replaced or erased', async () => {
    const customer = newCustomer();
    const customerContact = contactAt(customer.domain);
    const id = await submittedClaim(avery, 'Roll-out', { customer, customerContact });
    const other = { ...customerContact, email: `other@${customer.domain}` };
    await claimWhen(avery, id, ({ request }) => request !== undefined);
    expect((await avery.post(`claims/${id}/customer-contact`, other)).status).toBe(200);
    expect(await foundBy(customerContact.email)).toEqual([]);
    expect(await foundBy(other.email)).toEqual([id]);

    await avery.post(`claims/${id}/withdraw`, { reason: 'Wrong customer.' });
    const erase = () => ops.post(`operations/claims/${id}/erase-contact`, { reason: 'Asked for by the contact.' });
    await until('the erasure of the contact', async () => (await erase()).status === 200);
    expect(await foundBy(other.email)).toEqual([]);
  });

  test('a search needs an address in its body, and an operator', async () => {
    expectProblem(await byContact('mika.sato'), 422, 'invalid-email');
    expectProblem(await ops.get('operations/search?q=mika@contoso.example'), 400, 'invalid-query');
    expectProblem(
      await kim.post('operations/contact-searches', { email: 'mika@contoso.example' }),
      403,
      'role-missing',
    );
  });
});

test('a search needs a text of a sensible length, and an operator', async () => {
  for (const query of ['', '?q=', '?q=%20', `?q=${'a'.repeat(201)}`]) {
    expectProblem(await ops.get(`operations/search${query}`), 400, 'invalid-query');
  }
  expectProblem(await avery.get('operations/search?q=contoso'), 403, 'role-missing');
});
