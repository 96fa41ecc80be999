import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subscriptionsOf } from '../../../local/demo/demo-claims.ts';
import { DEMO_CUSTOMERS } from '../../../local/demo/people.ts';
import { contactAt, draftBody, restOfDraft } from '../../support/claims/claims.ts';
import { type Client, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';

let stack: Stack;
let avery: Client;
let ops: Client;
beforeAll(async () => {
  stack = await sharedStack();
  [avery, ops] = await Promise.all([signIn(stack, 'avery'), signIn(stack, 'ops')]);
});
afterAll(() => stack.stop());

const sales = 'dynamics-365-sales';
const customerOf = (domain: string) => {
  const found = DEMO_CUSTOMERS.find((customer) => customer.domain === domain);
  if (found === undefined) throw new Error(domain);
  return { domain, directoryId: found.directoryId, name: found.name };
};
const idOf = (number: number): string => `5b5c0000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const draftFor = async (domain: string, products: unknown[], directoryId = customerOf(domain).directoryId) => {
  const customer = { domain, directoryId };
  const { body } = await avery.post('claims', {
    ...draftBody(),
    ...restOfDraft,
    customer,
    ...contactAt(domain),
    products,
  });
  await avery.upload(body.id, 'statement.txt', 'Signed.');
  return (await avery.get(`claims/${body.id}`)).body;
};
const missingWith = async (subscriptionId: string, product = sales): Promise<string[]> => {
  const claim = await draftFor('tailwindtraders.example', [{ code: product, subscriptionId }]);
  return claim.missing.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`);
};

const load = (domain: string, subscriptions: unknown[]) => {
  const { directoryId, name } = customerOf(domain);
  const json = { name, domain, subscriptions };
  return ops.send('PUT', `operations/customers/${directoryId}/subscriptions`, { json });
};
const loadCsv = (directoryId: string, csv: string, query = '') =>
  ops.send('PUT', `operations/customers/${directoryId}/subscriptions${query}`, {
    body: csv,
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });

describe('what is wrong with a subscription is told by its own code:', () => {
  beforeAll(async () => {
    const loaded = await load('tailwindtraders.example', [
      { subscriptionId: idOf(1), product: sales, state: 'active' },
      { subscriptionId: idOf(2), product: sales, state: 'in-grace', channel: 'web-direct' },
      { subscriptionId: idOf(3), product: sales, state: 'active', channel: 'csp' },
      { subscriptionId: idOf(4), product: sales, state: 'provisioning' },
      { subscriptionId: idOf(5), product: sales, state: 'suspended' },
      { subscriptionId: idOf(6), product: 'other', state: 'active' },
      { subscriptionId: idOf(7), product: 'dynamics-365-finance', state: 'active' },
    ]);
    expect(loaded.status).toBe(200);
  });
  const elsewhere = subscriptionsOf('woodgrovebank.example')[0]?.subscriptionId ?? '';
  test.each([
    ['fit', idOf(1), undefined],
    ['fit, in grace', idOf(2), undefined],
    ['of a cloud solution provider', idOf(3), 'subscription-csp'],
    ['being provisioned', idOf(4), 'subscription-not-provisioned'],
    ['suspended', idOf(5), 'subscription-not-active'],
    ['of no Dynamics 365 product', idOf(6), 'subscription-not-dynamics'],
    ['of another product', idOf(7), 'subscription-of-other-product'],
    ['unknown', idOf(99), 'unknown-subscription'],
    ['of another directory', elsewhere, 'subscription-of-other-directory'],
    ['a Directory ID', customerOf('tailwindtraders.example').directoryId, 'not-a-subscription-id'],
  ])('%s', async (_, subscriptionId, code) => {
    expect(await missingWith(subscriptionId)).toEqual(code ? [`products.0.subscriptionId ${code}`] : []);
  });

  test('none, and the customer has none of the product', async () => {
    const { missing } = await draftFor('tailwindtraders.example', [{ code: 'dynamics-365-marketing' }]);
    expect(missing).toEqual([
      {
        path: 'products.0.subscriptionId',
        code: 'product-not-at-customer',
        message: expect.stringContaining('up to 7 days'),
      },
    ]);
  });

  test('claimed already, by another claim of the partner', async () => {
    const chosen = [{ code: sales, subscriptionId: idOf(2) }];
    const first = await draftFor('tailwindtraders.example', chosen);
    const second = await draftFor('tailwindtraders.example', chosen);
    expect((await avery.post(`claims/${first.id}/submit`, { acknowledged: true })).status).toBe(202);
    const refusal = await avery.post(`claims/${second.id}/submit`, { acknowledged: true });
    expect(expectProblem(refusal, 409, 'duplicate-claim').errors).toMatchObject([
      { path: 'products.0.subscriptionId', code: 'subscription-already-claimed' },
    ]);
    const choices = (await avery.get(`claims/${second.id}/subscriptions?product=${sales}`)).body.value;
    expect(choices[1]).toMatchObject({ claimable: false, code: 'subscription-already-claimed' });
    expect(choices[1].message).toContain(first.id);
    expect(choices[0]).toMatchObject({ subscriptionId: idOf(1), claimable: true });
  });

  test('no GUID at all', async () => {
    const products = [{ code: sales, subscriptionId: 'first' }];
    expectProblem(await avery.post('claims', { ...draftBody(), products }), 422, 'invalid-guid');
  });

  test('the same at submission', async () => {
    const { id } = await draftFor('tailwindtraders.example', [{ code: sales, subscriptionId: idOf(3) }]);
    const refusal = await avery.post(`claims/${id}/submit`, { acknowledged: true });
    expect(expectProblem(refusal, 422, 'claim-incomplete').errors).toMatchObject([{ code: 'subscription-csp' }]);
  });
});

describe('a partner chooses from the subscriptions of its customer', () => {
  test('and must, where the customer has several of a Dynamics 365 product', async () => {
    const claim = await draftFor('contoso.example', [{ code: sales }]);
    expect(claim.subscriptionsKnown).toBe(true);
    expect(claim.missing).toMatchObject([{ path: 'products.0.subscriptionId', code: 'subscription-required' }]);
    const { body } = await avery.get(`claims/${claim.id}/subscriptions?product=${sales}`);
    expect(body.known).toBe(true);
    const known = subscriptionsOf('contoso.example').filter(({ product }) => product === sales);
    expect(body.value).toEqual(
      known.map(({ subscriptionId, state }) => ({
        subscriptionId,
        state,
        product: sales,
        productName: 'Dynamics 365 Sales',
        claimable: true,
      })),
    );
    const products = [{ code: sales, subscriptionId: body.value[1].subscriptionId }];
    const { etag } = await avery.get(`claims/${claim.id}`);
    expect((await avery.patch(`claims/${claim.id}`, { products }, etag)).body.missing).toEqual([]);
  });

  test('only for a customer that was matched, in a draft, of its own', async () => {
    const { directoryId } = customerOf('contoso.example');
    const guessed = await draftFor('adventure-works.example', [{ code: sales }], directoryId);
    expect(guessed.customer.verification.result).toBe('mismatched');
    expect(guessed.subscriptionsKnown).toBe(false);
    expect(guessed.missing.map(({ code }: { code: string }) => code)).toEqual(['customer-mismatched']);
    expectProblem(await avery.get(`claims/${guessed.id}/subscriptions`), 409, 'customer-not-matched');

    const { id } = await draftFor('contoso.example', [{ code: 'power-bi' }]);
    const kim = await signIn(stack, 'kim');
    expectProblem(await kim.get(`claims/${id}/subscriptions`), 404, 'claim-not-found');
    await avery.post(`claims/${id}/submit`, { acknowledged: true });
    expectProblem(await avery.get(`claims/${id}/subscriptions`), 409, 'action-not-allowed');
  });

  test('and may go on where nothing is known', async () => {
    expect((await load('adventure-works.example', [])).status).toBe(200);
    const claim = await draftFor('adventure-works.example', [{ code: sales, subscriptionId: idOf(50) }]);
    expect(claim).toMatchObject({ subscriptionsKnown: false, missing: [] });
    expect((await avery.get(`claims/${claim.id}/subscriptions`)).body).toEqual({ known: false, value: [] });
  });
});

describe('operations load subscriptions', () => {
  const { directoryId } = customerOf('fourthcoffee.example');

  test('from a CSV file, as a spreadsheet writes it', async () => {
    const csv = `\ufeffSubscriptionID;Product;State;Channel\r\n${idOf(20).toUpperCase()};${sales};active;\r\n\r\n"${idOf(21)}";other;ended;csp\r\n`;
    const { status, body } = await loadCsv(directoryId, csv);
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        directoryId,
        name: 'Fourth Coffee',
        domain: 'fourthcoffee.example',
        subscriptions: [
          { subscriptionId: idOf(20), product: sales, state: 'active' },
          { subscriptionId: idOf(21), product: 'other', state: 'ended', channel: 'csp' },
        ],
      },
    });
  });

  test.each(['text/tab-separated-values', 'application/vnd.ms-excel', 'text/plain', 'application/csv'])(
    'from a file that is sent as %s, and what was guessed of it is told',
    async (type) => {
      const body = Buffer.from(`\ufeffSubscription ID\tProduct\tState\r${idOf(22)}\tPower BI\tActive\r`, 'utf16le');
      const headers = { 'content-type': type };
      const loaded = await ops.send('PUT', `operations/customers/${directoryId}/subscriptions`, { body, headers });
      expect(loaded.body).toMatchObject({
        subscriptions: [{ subscriptionId: idOf(22), product: 'power-bi', state: 'active' }],
        notes: [{ path: 'rows.1.subscriptionId' }, { path: 'rows.2.product' }],
      });
    },
  );

  test('of a customer that was not known, with its names in the query', async () => {
    const csv = `subscriptionId,product,state\n${idOf(30)},${sales},active\n`;
    const unknown = '0f0e0d0c-0000-4000-8000-000000000001';
    const refusal = expectProblem(await loadCsv(unknown, csv), 422, 'required');
    expect(refusal.errors.map(({ path }: { path: string }) => path)).toEqual(['name', 'domain']);
    expect((await loadCsv(unknown, csv, '?name=New&domain=new.example')).status).toBe(200);
  });

  test('whole or not at all: every bad row is reported with its number', async () => {
    await load('fourthcoffee.example', [{ subscriptionId: idOf(40), product: sales, state: 'active' }]);
    const lines = [
      'subscriptionId,product,state,channel',
      `${idOf(41)},${sales},active,`,
      `not-a-guid,${sales},active,`,
      `${idOf(42)},${sales},retired,`,
      `${idOf(43)},,active,partner`,
      `${idOf(44)},${sales},active,csp,more`,
    ];
    const problem = expectProblem(await loadCsv(directoryId, lines.join('\n')), 422, 'several-errors');
    expect(problem.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`)).toEqual([
      'rows.3.subscriptionId invalid-guid',
      'rows.4.state invalid-value',
      'rows.5.product required',
      'rows.5.channel invalid-value',
      'rows.6 invalid-value',
    ]);
    for (const { path, message } of problem.errors) expect(message).toContain(`Row ${path.split('.')[1]}`);

    const among = [
      { subscriptionId: idOf(45), product: 'dynamics-365-seals', state: 'active' },
      { subscriptionId: idOf(45), product: sales, state: 'active' },
      { subscriptionId: directoryId, product: sales, state: 'active' },
      { ...subscriptionsOf('woodgrovebank.example')[0] },
      { subscriptionId: 'no-guid', product: sales },
      'nothing',
    ];
    const refused = expectProblem(await load('fourthcoffee.example', among), 422, 'several-errors');
    expect(refused.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`)).toEqual([
      'subscriptions.4.subscriptionId invalid-guid',
      'subscriptions.4.state required',
      'subscriptions.5 wrong-type',
      'subscriptions.0.product unknown-product',
      'subscriptions.1.subscriptionId duplicate',
      'subscriptions.2.subscriptionId not-a-subscription-id',
      'subscriptions.3.subscriptionId subscription-of-other-directory',
    ]);

    const claim = await draftFor('fourthcoffee.example', [{ code: sales, subscriptionId: idOf(40) }]);
    expect(claim.missing).toEqual([]);
  });

  test('that two customers are loaded with at once is of one of them', async () => {
    for (const number of [60, 61, 62]) {
      const subscription = { subscriptionId: idOf(number), product: sales, state: 'active' };
      const domains = ['fourthcoffee.example', 'woodgrovebank.example'];
      const before = await Promise.all(
        domains.map((domain) => ops.get(`operations/customers/${customerOf(domain).directoryId}/subscriptions`)),
      );
      const kept = before.map(({ body }) => body.subscriptions ?? []);
      const both = () => domains.map((domain, at) => () => load(domain, [...(kept[at] ?? []), subscription]));
      const atOnce = await Promise.all(both().map((send) => send()));
      expect(atOnce.map(({ status }) => status).toSorted()).toEqual([200, 422]);
      const after = [];
      for (const send of both()) after.push((await send()).status);
      expect(after).toEqual(atOnce.map(({ status }) => status));
    }
  });

  test.each([
    ['more headings than there are columns', 'x,'.repeat(100_000), 422, 'too-long'],
    ['no header', '', 422, 'required'],
    ['a header without a needed column', 'subscriptionId,product\n', 422, 'required'],
    ['a column that is not known', 'subscriptionId,product,state,price\n', 422, 'unknown-field'],
    ['a column twice', 'subscriptionId,product,state,State\n', 422, 'duplicate'],
    ['an open quotation mark', 'subscriptionId,product,state\n"a,b,c\n', 400, 'malformed-csv'],
  ])('from no CSV file with %s', async (_, csv, status, code) => {
    expectProblem(await loadCsv(directoryId, csv), status, code);
  });
});
