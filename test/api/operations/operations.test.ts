import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subscriptionsOf } from '../../../local/demo/demo-claims.ts';
import { DEMO_PARTNERS } from '../../../local/demo/people.ts';
import { advanceToWeekday } from '../../support/claims/calendar.ts';
import {
  advance,
  claimWhen,
  completeDraft,
  contoso,
  decide,
  decisionLink,
  draftBody,
  historyWith,
  mailsArrived,
  mailsOf,
  restOfDraft,
  submittedClaim,
} from '../../support/claims/claims.ts';
import { inShort } from '../../support/claims/history-chain.ts';
import { type Client, type Reply, send, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { type Stack, startStack } from '../../support/stack/stack.ts';
import { until } from '../../support/until.ts';

/** What operations see and do. The reconciler rests here (it runs on leap days), so that what is stuck stays stuck. */

let stack: Stack;
let avery: Client;
let ops: Client;
beforeAll(async () => {
  stack = await startStack({ settings: { RECONCILE_SCHEDULE: '0 0 0 29 2 *' } });
  await signInAgain();
});
afterAll(() => stack.stop());

const signInAgain = async (): Promise<void> => {
  [avery, ops] = await Promise.all([signIn(stack, 'avery'), signIn(stack, 'ops')]);
};

const idsIn = async (state: string): Promise<string[]> =>
  (await ops.get(`operations/claims?state=${state}`)).body.value.map(({ claimId }: { claimId: string }) => claimId);

/** The Durable HTTP API, with the key that the host made for it. */
const instance = async (method: string, claimId: string, operation = ''): Promise<Reply> => {
  const { durable } = JSON.parse(await readFile(join(stack.dataDir, 'host', 'host-keys.json'), 'utf8'));
  return send(`${stack.app}/runtime/webhooks/durabletask/instances/${claimId}${operation}?code=${durable}`, method);
};

const requested = async (): Promise<string> => {
  const id = await submittedClaim(avery);
  await historyWith(avery, id, 'request-sent');
  return id;
};

test('a claim that waits for its customer is listed as waiting, and no longer once all is done', async () => {
  const id = await requested();
  await until('the claim among those waiting', async () => (await idsIn('waiting')).includes(id));
  const waiting = (await ops.get('operations/claims?state=waiting')).body.value;
  expect(waiting.find(({ claimId }: { claimId: string }) => claimId === id).reason).toBe('Nothing is overdue.');
  expect(await idsIn('stuck')).not.toContain(id);
  expect(await idsIn('attention')).not.toContain(id);
  expect(await idsIn('due')).not.toContain(id);
  await decide(await decisionLink(stack, id), 'approve');
  await historyWith(avery, id, 'receipt-sent');
  await until('the claim off the list', async () => !(await idsIn('waiting')).includes(id));
  const refused = await ops.post(`operations/claims/${id}/redrive`, { reason: 'For the test.' });
  expectProblem(refused, 409, 'action-not-allowed');
});

test('a redrive of a claim that is well changes nothing for the customer', async () => {
  const id = await requested();
  const redriven = await ops.post(`operations/claims/${id}/redrive`, { reason: 'For the test.' });
  expect({ status: redriven.status, body: redriven.body }).toEqual({ status: 202, body: { id, status: 'submitted' } });
  const history = await historyWith(avery, id, 'redriven');
  // Not simply the last: a delivery report may have come after it.
  expect(history.find(({ event }) => event === 'redriven')).toMatchObject({
    actor: { kind: 'operator', name: 'Ola Persson' },
    detail: { reason: 'For the test.' },
  });
  await decide(await decisionLink(stack, id), 'decline');
  const done = await historyWith(avery, id, 'receipt-sent');
  expect(inShort(done).filter((entry) => entry.includes('restarted'))).toEqual([]);
  expect(await mailsArrived(stack, id, 3)).toHaveLength(3);
});

test.for([
  ['terminated', 'ended'],
  ['purged', 'missing'],
] as const)(
  'a claim whose orchestration was %s turns up as stuck, and a redrive brings it back',
  async ([what, found]) => {
    await advanceToWeekday(stack, 'monday', 12);
    await signInAgain();
    const id = await requested();
    expect((await instance('POST', id, '/terminate')).status).toBe(202);
    await until(
      'the orchestration to end',
      async () => (await instance('GET', id)).body?.runtimeStatus === 'Terminated',
    );
    if (what === 'purged') expect((await instance('DELETE', id)).status).toBe(200);

    // Past the first reminder and its grace, before the second.
    await advance(stack, 'P4D');
    await signInAgain();
    expect(await idsIn('stuck')).toContain(id);
    expect(await idsIn('due')).toContain(id);
    const { oldest } = (await ops.get('operations/overview')).body;
    expect(oldest.stuck).toMatchObject({ claimId: id, at: expect.any(String) });
    expect(await mailsOf(stack, id)).toHaveLength(1);

    expect((await ops.post(`operations/claims/${id}/redrive`, { reason: 'For the test.' })).status).toBe(202);
    const history = await historyWith(avery, id, 'deadline-near-sent');
    expect(inShort(history).slice(4)).toEqual([
      'operator redriven submitted>submitted',
      'operator workflow-restarted submitted>submitted',
      'system reminder-sent submitted>submitted',
      'system deadline-near-sent submitted>submitted',
    ]);
    expect(history.find(({ event }) => event === 'workflow-restarted')?.detail).toEqual({ found });
    await until('the claim among those waiting again', async () => !(await idsIn('stuck')).includes(id));
    await decide(await decisionLink(stack, id), 'approve');
    await historyWith(avery, id, 'receipt-sent');
  },
);

test.each(['resume', 'restart'])('a suspended orchestration goes on after a %s', async (verb) => {
  const id = await requested();
  const path = `operations/claims/${id}/orchestration/${verb}`;
  const reason = 'The incident is over.';
  expectProblem(await ops.post(path, { reason }), 409, 'action-not-allowed');
  expect((await instance('POST', id, '/suspend')).status).toBe(202);
  await until(
    'the orchestration suspended',
    async () => (await instance('GET', id)).body?.runtimeStatus === 'Suspended',
  );
  expect((await decide(await decisionLink(stack, id), 'approve')).status).toBe(303);
  const operated = await ops.post(path, { reason });
  expect({ status: operated.status, body: operated.body }).toEqual({ status: 200, body: { id, status: 'approved' } });
  const history = await historyWith(avery, id, 'receipt-sent');
  expect(history.filter(({ event }) => event.startsWith('workflow-'))).toMatchObject([
    { actor: { kind: 'operator', name: 'Ola Persson' }, detail: { reason } },
  ]);
  await until('all done', async () => (await ops.post(path, { reason })).status === 409);
});

test('there is nothing to redrive for a draft, an unknown claim and what is no ID', async () => {
  const draft = await completeDraft(avery);
  const why = { reason: 'For the test.' };
  expectProblem(await ops.post(`operations/claims/${draft}/redrive`, why), 409, 'action-not-allowed');
  expectProblem(await ops.post(`operations/claims/${draft}/redrive`, {}), 422, 'required');
  for (const id of ['ca-000000000-00000000', 'x', '%00', "'%20or%201"]) {
    expectProblem(
      await ops.post(`operations/claims/${id}/redrive`, { reason: 'For the test.' }),
      404,
      'claim-not-found',
    );
  }
});

test('a list of claims in flight needs a state that exists', async () => {
  for (const query of ['?state=', '?state=done', '?state=WAITING']) {
    expectProblem(await ops.get(`operations/claims${query}`), 400, 'invalid-query');
  }
});

test('a misspelt parameter is refused, not passed over', async () => {
  const paths = ['operations/claims?status=approved', 'operations/actions?Top=3', 'catalogue?versoin=2023-10'];
  for (const path of paths) expectProblem(await ops.get(path), 400, 'invalid-query');
  expectProblem(await avery.get('claims?statsu=draft'), 400, 'invalid-query');
  expectProblem(await avery.get('claims?toString=1'), 400, 'invalid-query');
});

test('operators read the history of a claim of any partner, and can check its chain', async () => {
  const id = await requested();
  await historyWith(avery, id, 'delivery-reported');
  const { value } = (await avery.get(`claims/${id}/history`)).body;
  expect((await ops.get(`operations/claims/${id}/history`)).body.value).toEqual(value);
  expectProblem(await avery.get(`operations/claims/${id}/history`), 403, 'role-missing');
  expectProblem(await ops.get('operations/claims/ca-zzzzzzzzz-zzzzzzzz/history'), 404, 'claim-not-found');
});

test('operators read reference data as it was loaded', async () => {
  const id = '11111111-2222-4333-8444-666666666666';
  expectProblem(await ops.get(`operations/partners/${id}`), 404, 'partner-not-found');
  expectProblem(await ops.get(`operations/customers/${id}/subscriptions`), 404, 'customer-not-found');
  expectProblem(await ops.get('operations/partners/proseware'), 422, 'invalid-guid');
  const locations = [{ mpnId: '7000002', name: 'Porto', country: 'PT', active: true }];
  const partner = (await ops.send('PUT', `operations/partners/${id}`, { json: { name: 'Proseware', locations } })).body;
  expect((await ops.get(`operations/partners/${id}`)).body).toEqual(partner);
  const json = { name: 'Litware', domain: 'litware.example', subscriptions: [] };
  const customer = (await ops.send('PUT', `operations/customers/${id}/subscriptions`, { json })).body;
  expect((await ops.get(`operations/customers/${id}/subscriptions`)).body).toEqual(customer);
});

describe('reference data is refused', () => {
  const location = { mpnId: '7000001', name: 'Lisbon', country: 'PT', active: true };
  const partner = { name: 'Proseware', locations: [location] };
  const tenant = 'operations/partners/11111111-2222-4333-8444-555555555555';
  const customer = { name: 'Litware', domain: 'litware.example', subscriptions: [] };
  const subscriptions = 'operations/customers/11111111-2222-4333-8444-555555555555/subscriptions';
  const subscription = { subscriptionId: '11111111-2222-4333-8444-555555555556', product: 'power-bi', state: 'active' };
  test.for([
    ['of a partner that is no GUID', 'operations/partners/proseware', partner, 'invalid-guid'],
    ['with an MPN ID twice', tenant, { ...partner, locations: [location, location] }, 'duplicate'],
    ['without locations', tenant, { ...partner, locations: [] }, 'too-short'],
    ['with 501 locations', tenant, { ...partner, locations: Array(501).fill(location) }, 'too-long'],
    ['without a name', tenant, { locations: [location] }, 'required'],
    ['with a bad MPN ID', tenant, { ...partner, locations: [{ ...location, mpnId: 'x' }] }, 'invalid-value'],
    ['with an unknown field', tenant, { ...partner, owner: 'me' }, 'unknown-field'],
    ['of a customer that is no GUID', 'operations/customers/litware/subscriptions', customer, 'invalid-guid'],
    ['with a bad domain', subscriptions, { ...customer, domain: 'litware' }, 'invalid-domain'],
    [
      'with a subscription that is no GUID',
      subscriptions,
      { ...customer, subscriptions: [{ ...subscription, subscriptionId: 'first' }] },
      'invalid-guid',
    ],
    [
      'with a state that is none',
      subscriptions,
      { ...customer, subscriptions: [{ ...subscription, state: 1 }] },
      'invalid-value',
    ],
  ] as const)('%s: %s', async ([, path, json, code]) => {
    expectProblem(await ops.send('PUT', path, { json }), 422, code);
  });
});

test('what operations load about a partner is what the partner sees at once', async () => {
  const { tenantId, name, locations } = DEMO_PARTNERS.find((partner) => partner.name.startsWith('Northwind')) ?? {};
  const added = { mpnId: '4599999', name: 'Northwind Partners, Lisbon', country: 'PT', active: true };
  const json = { name, locations: [...(locations ?? []), added] };
  const put = await ops.send('PUT', `operations/partners/${tenantId}`, { json });
  expect({ status: put.status, body: put.body }).toEqual({ status: 200, body: { partnerId: tenantId, ...json } });
  expect((await avery.get('partner')).body).toMatchObject({
    ...json,
    user: { name: 'Avery Howard', email: 'avery@northwind.example', roles: ['Partner.Admin'] },
  });
  const draft = await avery.post('claims', { ...draftBody(), partnerLocation: { mpnId: '4599999' } });
  expect(draft.body.partnerLocation).toEqual({ mpnId: '4599999', name: 'Northwind Partners, Lisbon', country: 'PT' });
});

describe('A Dynamics 365 product that the customer has several subscriptions of', () => {
  const [first, second, businessCentral] = subscriptionsOf('contoso.example');
  const submission = async (product: { code: string; subscriptionId?: string | undefined }) => {
    const products = [
      { code: product.code, ...(product.subscriptionId ? { subscriptionId: product.subscriptionId } : {}) },
    ];
    const { body } = await avery.post('claims', { ...draftBody(), ...restOfDraft, customer: contoso, products });
    await avery.upload(body.id, 'statement.txt', 'Proof');
    return avery.post(`claims/${body.id}/submit`, { acknowledged: true });
  };

  test('needs the choice of one of them', async () => {
    for (const [subscriptionId, code] of [
      [undefined, 'subscription-required'],
      ['99999999-9999-4999-8999-999999999999', 'unknown-subscription'],
      [businessCentral?.subscriptionId, 'subscription-of-other-product'],
    ] as const) {
      const reply = await submission({ code: 'dynamics-365-sales', subscriptionId });
      const { errors } = expectProblem(reply, 422, 'claim-incomplete');
      expect(errors).toEqual([{ path: 'products.0.subscriptionId', code, message: expect.any(String) }]);
    }
    for (const chosen of [first, second]) {
      const taken = await submission({ code: 'dynamics-365-sales', subscriptionId: chosen?.subscriptionId });
      expect(taken.status).toBe(202);
      const [request] = await mailsArrived(stack, taken.body.id, 1);
      expect(request?.text).toContain(`Dynamics 365 Sales (subscription ${chosen?.subscriptionId})`);
    }
  });

  test('while the only one, or a product that is not Dynamics 365, needs no choice', async () => {
    expect((await submission({ code: 'dynamics-365-business-central' })).status).toBe(202);
    expect((await submission({ code: 'power-bi' })).status).toBe(202);
  });

  test('and a subscription that operations load later counts from then on', async () => {
    const { body } = await avery.post('claims', {
      ...draftBody(),
      ...restOfDraft,
      customer: contoso,
      products: [{ code: 'dynamics-365-commerce' }],
    });
    const codes = async () =>
      (await avery.get(`claims/${body.id}`)).body.missing.map(({ code }: { code: string }) => code);
    expect(await codes()).toEqual(['product-not-at-customer', 'poe-required']);
    const subscriptions = [
      ...subscriptionsOf('contoso.example'),
      ...[1, 2].map((number) => ({
        subscriptionId: `a1c5e8f2-4b7d-4e90-8c16-00000000000${number}`,
        product: 'dynamics-365-commerce',
        state: 'active',
      })),
    ];
    const { directoryId, domain, name } = contoso;
    const path = `operations/customers/${directoryId}/subscriptions`;
    expect((await ops.send('PUT', path, { json: { name, domain, subscriptions } })).status).toBe(200);
    expect(await codes()).toEqual(['subscription-required', 'poe-required']);
    await claimWhen(avery, body.id, ({ status }) => status === 'draft');
  });
});
