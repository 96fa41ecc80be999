import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeDraft, newCustomer, submittedClaim } from '../../support/claims/claims.ts';
import { type Client, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';

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

test('a search needs a text of a sensible length, and an operator', async () => {
  for (const query of ['', '?q=', '?q=%20', `?q=${'a'.repeat(201)}`]) {
    expectProblem(await ops.get(`operations/search${query}`), 400, 'invalid-query');
  }
  expectProblem(await avery.get('operations/search?q=contoso'), 403, 'role-missing');
});
