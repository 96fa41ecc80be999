import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  advance,
  claimWhen,
  completeDraft,
  decide,
  decisionLink,
  historyWith,
  mailsArrived,
  mailsOf,
  newCustomer,
  seenOn,
  submittedClaim,
} from '../../support/claims/claims.ts';
import { type Client, send, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { clockStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';
import { until } from '../../support/until.ts';

/** What becomes of an association that is in place: others ask for it, its subscription ends. */

let stack: Stack;
let avery: Client;
let kim: Client;
let ops: Client;
const signInAll = async (): Promise<void> => {
  [avery, kim, ops] = (await Promise.all(['avery', 'kim', 'ops'].map((user) => signIn(stack, user)))) as [
    Client,
    Client,
    Client,
  ];
};
beforeAll(async () => {
  stack = await clockStack();
  await signInAll();
});
afterAll(() => stack?.stop());

const approvedFor = async (client: Client, changes: object): Promise<string> => {
  const id = await submittedClaim(client, undefined, changes);
  await decide(await decisionLink(stack, id), 'approve');
  await historyWith(client, id, 'receipt-sent');
  return id;
};
const munich = { partnerLocation: { mpnId: '5209871' } };
const events = async (client: Client, id: string): Promise<string[]> =>
  (await client.get(`claims/${id}/history`)).body.value.map(({ event }: { event: string }) => event);
const subjects = async (id: string): Promise<string[]> => (await mailsOf(stack, id)).map(({ subject }) => subject);

describe('another partner claims the same:', () => {
  const requested = async (changes: object): Promise<string> => {
    const id = await submittedClaim(kim, undefined, { ...munich, ...changes });
    await claimWhen(kim, id, ({ request }) => request !== undefined);
    return id;
  };

  test('its partner learns that someone holds it, the customer who and since when, and the partner of record that it is asked', async () => {
    const customer = newCustomer();
    const standing = await approvedFor(avery, { customer });
    const id = await completeDraft(kim, undefined, { ...munich, customer });
    const draft = (await kim.get(`claims/${id}`)).body;
    expect(draft.hints).toMatchObject([{ code: 'held-by-other-partner' }]);
    expect(draft.allowedActions).toContain('submit');
    expect((await kim.get(`claims/${id}/request-preview`)).body.text).toContain('your association with […] ends');
    expect(JSON.stringify(draft)).not.toMatch(new RegExp(`Northwind|${standing}`));

    await kim.post(`claims/${id}/submit`, { acknowledged: true });
    const [request] = await mailsArrived(stack, id, 1);
    const page = await send(await decisionLink(stack, id), 'GET');
    for (const { text } of [request ?? { text: '' }, page]) {
      expect(text).toMatch(/Northwind Partners has been your partner of record for Power BI since \w+day/);
      expect(text).toContain('Fabrikam Consulting takes over and your association with Northwind Partners ends.');
    }

    // The notice is on record; the reconciler finds what is due and has the mail sent.
    await claimWhen(kim, id, (claim) => claim.request !== undefined);
    await advance(stack, 'PT3M');
    await signInAll();
    const history = await historyWith(avery, standing, 'takeover-requested-sent');
    const told = (await mailsOf(stack, standing)).at(-1);
    expect(told?.subject).toBe('Another partner asks to take over your association: Contoso');
    for (const text of [told?.text, JSON.stringify(history)]) {
      expect(text).not.toMatch(new RegExp(`Fabrikam|Kim Akers|${id}`));
    }
    expect((await avery.get(`claims/${standing}`)).body.status).toBe('approved');
  });

  test('an approval ends the former association, and everybody is told; a decline leaves it', async () => {
    const customer = newCustomer();
    const standing = await approvedFor(avery, { customer });
    const declined = await requested({ customer });
    await decide(await decisionLink(stack, declined), 'decline');
    await claimWhen(kim, declined, ({ status }) => status === 'declined');
    expect((await avery.get(`claims/${standing}`)).body.status).toBe('approved');

    const id = await requested({ customer });
    const link = await decisionLink(stack, id);
    expect((await decide(link, 'approve', 'Better offer.', await seenOn(link))).status).toBe(303);
    const history = await historyWith(kim, id, 'receipt-sent');
    expect(history.map(({ event }) => event)).toEqual(expect.arrayContaining(['approve-takeover', 'approved']));
    expect((await kim.get(`claims/${id}`)).body).toMatchObject({
      status: 'approved',
      consent: 'explicit',
      tookOver: true,
    });
    expect((await send(link, 'GET')).text).toContain('Fabrikam Consulting took over from Northwind Partners.');

    await historyWith(avery, standing, 'ended-sent', 2);
    const { body: former } = await avery.get(`claims/${standing}`);
    expect(former).toMatchObject({ status: 'ended', statusReason: 'superseded', endedBy: 'customer' });
    expect(JSON.stringify(former)).not.toContain('Fabrikam');
    expect((await subjects(standing)).slice(-2).toSorted()).toEqual([
      'Ended: Contoso',
      'Northwind Partners is no longer recorded as your partner',
    ]);
    expect((await avery.post(`claims/${standing}/copy`)).body.hints).toMatchObject([{ code: 'held-by-other-partner' }]);
  });

  test('when the partner of record changes between page and answer, nothing is recorded and the page is shown again', async () => {
    const customer = newCustomer();
    const [standing, id] = [await submittedClaim(avery, undefined, { customer }), await requested({ customer })];
    const link = await decisionLink(stack, id);
    const seen = await seenOn(link);
    expect(seen).toBe('');
    await decide(await decisionLink(stack, standing), 'approve');
    const late = await decide(link, 'approve', 'As <discussed>.', seen);
    expect(late.status).toBe(409);
    expect(late.text).toContain('Your partner of record has changed since you opened this page');
    expect(late.text).toContain('Northwind Partners has been your partner of record');
    expect(late.text).toContain('As &lt;discussed&gt;.');
    expect((await kim.get(`claims/${id}`)).body).toMatchObject({ status: 'submitted' });

    const after = await seenOn(link);
    await avery.post(`claims/${standing}/disassociate`, { reason: 'Over.' });
    const gone = await decide(link, 'approve', '', after);
    expect(gone.status).toBe(409);
    expect(gone.text).toContain('You no longer have a partner of record for this request.');
    expect((await decide(link, 'approve', '', await seenOn(link))).status).toBe(303);
  });

  test('other products, subscriptions and activities are held beside each other', async () => {
    const customer = newCustomer();
    const central = (subscriptionId?: string) => ({
      products: [{ code: 'dynamics-365-business-central', ...(subscriptionId ? { subscriptionId } : {}) }],
    });
    const [one, other] = [crypto.randomUUID(), crypto.randomUUID()];
    const standing = await approvedFor(avery, { customer, ...central(one) });
    for (const changes of [{}, central(other), { ...central(one), activities: ['usage'] }]) {
      const id = await requested({ customer, ...changes });
      await decide(await decisionLink(stack, id), 'approve');
      await claimWhen(kim, id, ({ status }) => status === 'approved');
    }
    expect((await avery.get(`claims/${standing}`)).body.status).toBe('approved');
    expect(await events(avery, standing)).not.toContain('takeover-requested');
  });
});

describe('the subscription of an association', () => {
  const load = async (
    customer: ReturnType<typeof newCustomer>,
    subscriptionId: string,
    endsOn?: string,
    state = 'active',
  ) => {
    const { directoryId, name, domain } = customer;
    const subscription = { subscriptionId, product: 'dynamics-365-sales', state, ...(endsOn ? { endsOn } : {}) };
    const json = { name, domain, subscriptions: [subscription] };
    return ops.send('PUT', `operations/customers/${directoryId}/subscriptions`, { json });
  };
  const now = async (): Promise<number> => Date.parse((await send(`${stack.app}/admin/clock`, 'GET')).body.now);
  const dayIn = async (days: number): Promise<string> =>
    new Date((await now()) + days * 86_400_000).toISOString().slice(0, 10);

  test('that is near its end is told to the partner; the association ends with it, and both sides are told', async () => {
    await signInAll();
    const [customer, renewed] = [newCustomer(), newCustomer()];
    const [subscriptionId, other] = [crypto.randomUUID(), crypto.randomUUID()];
    const endsOn = await dayIn(45);
    expect((await load(customer, subscriptionId, endsOn)).body.subscriptions).toMatchObject([{ endsOn }]);
    await load(renewed, other, endsOn);
    const products = (id: string) => ({ products: [{ code: 'dynamics-365-sales', subscriptionId: id }] });
    const id = await approvedFor(avery, { customer, ...products(subscriptionId) });
    const kept = await approvedFor(avery, { customer: renewed, ...products(other) });
    // The row of the ledger is moved after the mails have left.
    await until('the claim off the list of those that wait', async () => {
      const { value } = (await ops.get('operations/claims?state=waiting&top=200')).body;
      return !value.some(({ claimId }: { claimId: string }) => claimId === id);
    });

    await advance(stack, 'P10D');
    await signInAll();
    expect(await events(avery, id)).not.toContain('subscription-end-near');
    await advance(stack, 'P10D');
    await signInAll();
    for (const claimId of [id, kept]) await historyWith(avery, claimId, 'subscription-ending-sent');
    expect((await avery.get(`claims/${id}`)).body).toMatchObject({ status: 'approved', subscriptionsEndOn: endsOn });
    expect((await mailsOf(stack, id)).at(-1)?.text).toContain(endsOn);

    await load(renewed, other, await dayIn(400));
    await advance(stack, 'P26D');
    await signInAll();
    await historyWith(avery, kept, 'subscription-renewed');
    expect((await avery.get(`claims/${kept}`)).body).not.toHaveProperty('subscriptionsEndOn');
    const claim = await claimWhen(avery, id, ({ status }) => status === 'ended');
    expect(claim).toMatchObject({ endedBy: 'system', closedBy: 'system', statusReason: 'subscription-ended' });
    await historyWith(avery, id, 'ended-sent', 2);
    expect((await subjects(id)).slice(-2).toSorted()).toEqual([
      'Ended: Contoso',
      'Your association with Northwind Partners has ended',
    ]);
    expect((await events(avery, id)).filter((event) => event === 'subscription-end-near')).toHaveLength(1);
    expect((await avery.get(`claims/${kept}`)).body.status).toBe('approved');
    // What it stood for is free: the copy of it can be submitted.
    const copy = (await avery.post(`claims/${id}/copy`)).body;
    expect(copy).toMatchObject({ status: 'draft', products: claim.products });
  });

  test('has an end that is a day, in JSON and in CSV', async () => {
    await signInAll();
    const { directoryId, name, domain } = newCustomer();
    const path = `operations/customers/${directoryId}/subscriptions`;
    const row = { subscriptionId: crypto.randomUUID(), product: 'other', state: 'active', endsOn: '2027-02-31' };
    const json = { name, domain, subscriptions: [row] };
    expect(expectProblem(await ops.send('PUT', path, { json }), 422, 'invalid-value').errors).toMatchObject([
      { path: 'subscriptions.0.endsOn' },
    ]);
    const body = `subscriptionId,product,state,endsOn\n${row.subscriptionId},other,active,2027-02-28\n`;
    const headers = { 'content-type': 'text/csv' };
    const loaded = await ops.send('PUT', `${path}?name=${name}&domain=${domain}`, { body, headers });
    expect(loaded.body.subscriptions).toMatchObject([{ endsOn: '2027-02-28' }]);
  });

  test.each([
    ['whose end is loaded after it was', () => dayIn(-30), 'active'],
    ['that is loaded as ended, without a day,', () => undefined, 'ended'],
  ])('%s is announced first: no association ends without a word before', async (_, endsOn, state) => {
    await signInAll();
    const customer = newCustomer();
    const subscriptionId = crypto.randomUUID();
    await load(customer, subscriptionId);
    const id = await approvedFor(avery, {
      customer,
      products: [{ code: 'dynamics-365-sales', subscriptionId }],
      technicalContact: { name: 'Tim Tech', title: 'Admin', email: 'tim@contoso.example' },
    });
    await load(customer, subscriptionId, await endsOn(), state);
    await advance(stack, 'P8D');
    await signInAll();
    expect((await historyWith(avery, id, 'subscription-end-near')).map(({ event }) => event)).not.toContain('ended');
    expect((await avery.get(`claims/${id}`)).body.status).toBe('approved');
    await advance(stack, 'P8D');
    await signInAll();
    await claimWhen(avery, id, ({ status }) => status === 'ended');
  });
});
