import { afterAll, beforeAll, expect, test } from 'vitest';
import { operationIdOf } from '../../../src/mail/operation-id.ts';
import {
  advance,
  claimWhen,
  completeDraft,
  decide,
  decisionLink,
  historyWith,
  mailsArrived,
  mailsOf,
  submittedClaim,
} from '../../support/claims/claims.ts';
import { deliverEvent, deliveryReport, eventsQueue, queueEmpty } from '../../support/claims/platform-events.ts';
import { type Client, signIn } from '../../support/http/client.ts';
import { type Stack, startStack } from '../../support/stack/stack.ts';

/** What the mail service reports about the request: whether the customer got it, and who is told when not. */

let stack: Stack;
let client: Client;
beforeAll(async () => {
  stack = await startStack({ settings: { CONSENT_ON_SILENCE: 'approve' } });
  client = await signIn(stack, 'avery');
});
afterAll(() => stack.stop());

/** A submitted claim whose customer contact has this address. */
const askedAt = async (email: string): Promise<string> => {
  const id = await completeDraft(client, `To ${email}`);
  const { etag } = await client.get(`claims/${id}`);
  await client.patch(`claims/${id}`, { customerContact: { name: 'Dana Customer', title: 'CIO', email } }, etag);
  expect((await client.post(`claims/${id}/submit`, { acknowledged: true })).status).toBe(202);
  return id;
};

const deliveryOf = async (id: string, delivery: string) =>
  claimWhen(client, id, ({ request }) => request?.delivery === delivery);

const events = async (id: string): Promise<string[]> =>
  (await client.get(`claims/${id}/history`)).body.value.map(({ event }: { event: string }) => event);

const partnerId = async (): Promise<string> => (await client.get('partner')).body.partnerId;

test('a request that arrived is shown as delivered, once', async () => {
  const id = await submittedClaim(client, 'Arrives');
  const claim = await deliveryOf(id, 'delivered');
  expect(claim).not.toHaveProperty('attention');
  expect(claim.request).toMatchObject({ attemptedAt: expect.stringMatching(/Z$/) });
  const history = await historyWith(client, id, 'delivery-reported');
  expect(history.at(-1)).toMatchObject({
    actor: { kind: 'system' },
    event: 'delivery-reported',
    detail: { mail: 'request', delivery: 'delivered' },
  });
  const [mail] = await mailsArrived(stack, id, 1);
  await deliverEvent(
    stack,
    [1, 2].map(() => deliveryReport(mail?.operationId ?? '', 'Delivered', claim.request.attemptedAt)),
  );
  await queueEmpty(stack);
  expect((await events(id)).filter((event) => event === 'delivery-reported')).toHaveLength(1);
});

test.each([
  ['bounce@contoso.example', 'bounced'],
  ['suppressed@contoso.example', 'suppressed'],
  ['quarantine.box@contoso.example', 'quarantined'],
  ['spam@contoso.example', 'filtered'],
  ['failed@contoso.example', 'failed'],
])('a request to %s is %s: the partner is told by mail and on the claim', async (email, delivery) => {
  const id = await askedAt(email);
  const claim = await deliveryOf(id, delivery);
  expect(claim).toMatchObject({
    status: 'submitted',
    attention: { needs: 'partner', reason: expect.stringContaining('Change the customer contact') },
  });
  await historyWith(client, id, 'delivery-failed-sent');
  const [, told, ...more] = await mailsOf(stack, id);
  expect(more).toEqual([]);
  expect(told).toMatchObject({
    to: ['avery@northwind.example'],
    subject: expect.stringContaining('Your request was not delivered'),
  });
  expect(told?.text).toContain(email);
  expect(told?.text).not.toContain('/decisions/');
  expect((await events(id)).slice(-2)).toEqual(['delivery-reported', 'delivery-failed-sent']);
  expect((await client.get(`claims/${id}`)).body).not.toHaveProperty('notices');
});

test('with another contact the claim goes on, and reports on the former link change nothing', async () => {
  const id = await askedAt('bounce.first@contoso.example');
  await historyWith(client, id, 'delivery-failed-sent');
  const contact = { name: 'Erin Other', title: 'CFO', email: 'erin@contoso.example' };
  expect((await client.post(`claims/${id}/customer-contact`, contact)).status).toBe(200);
  const claim = await deliveryOf(id, 'delivered');
  expect(claim).not.toHaveProperty('attention');
  expect(claim.request.sentTo).toBe('erin@contoso.example');
  const former = operationIdOf({ partnerId: await partnerId(), claimId: id, kind: 'request', number: 1 });
  await deliverEvent(stack, deliveryReport(former, 'Failed', new Date(Date.now() + 60_000).toISOString()));
  await queueEmpty(stack);
  expect((await client.get(`claims/${id}`)).body.request.delivery).toBe('delivered');
  expect((await decide(await linkTo(id, 'erin@contoso.example'), 'approve')).status).toBe(303);
});

const linkTo = async (id: string, email: string): Promise<string> => {
  const mail = (await mailsOf(stack, id)).find(({ to }) => to[0] === email);
  return /https?:\/\/\S+\/decisions\/[\w.-]+/.exec(mail?.text ?? '')?.[0] ?? '';
};

test('a report of an earlier attempt does not undo a later one; a later one does', async () => {
  const id = await askedAt('bounce.later@contoso.example');
  const { request } = await deliveryOf(id, 'bounced');
  await historyWith(client, id, 'delivery-failed-sent');
  const operationId = operationIdOf({ partnerId: await partnerId(), claimId: id, kind: 'request', number: 1 });
  const shifted = (ms: number) => new Date(Date.parse(request.attemptedAt) + ms).toISOString();
  await deliverEvent(stack, deliveryReport(operationId, 'Delivered', shifted(-1000)));
  await queueEmpty(stack);
  expect((await client.get(`claims/${id}`)).body.request).toEqual(request);
  await deliverEvent(stack, deliveryReport(operationId, 'Delivered', shifted(1000)));
  expect(await deliveryOf(id, 'delivered')).not.toHaveProperty('attention');
});

test('events that are foreign or about nothing here are let go, and stop nothing', async () => {
  const unknown = operationIdOf({
    partnerId: await partnerId(),
    claimId: 'ca-zzzzzzzzz-zzzzzzzz',
    kind: 'request',
    number: 1,
  });
  const at = new Date().toISOString();
  const useless = [
    { eventType: 'Microsoft.Storage.BlobCreated', data: {} },
    deliveryReport(crypto.randomUUID(), 'Bounced', at),
    deliveryReport(unknown, 'Bounced', at),
  ];
  for (const content of useless) await deliverEvent(stack, content);
  const id = await submittedClaim(client, 'Behind the useless');
  await deliveryOf(id, 'delivered');
  await queueEmpty(stack);
  expect(await eventsQueue(stack, '-poison').exists()).toBe(false);
});

test('no answer to a request that did not arrive is no approval, whatever the policy says', async () => {
  const [missed, silent] = [await askedAt('bounce.silent@contoso.example'), await submittedClaim(client, 'Silent')];
  await historyWith(client, missed, 'delivery-failed-sent');
  const link = await decisionLink(stack, silent);
  expect(link).toContain('/decisions/');
  await advance(stack, 'P9D');
  client = await signIn(stack, 'avery');
  const ended = await claimWhen(client, missed, ({ status }) => status !== 'submitted');
  expect(ended).toMatchObject({ status: 'expired', statusReason: 'not-delivered' });
  // An address that bounced gets nothing more: neither a reminder nor the news of the end.
  expect(ended.request.reminders).toMatchObject([{ skipped: true }, { skipped: true }]);
  expect((await events(missed)).filter((event) => event === 'reminder-skipped')).toHaveLength(2);
  await historyWith(client, missed, 'outcome-sent');
  const toCustomer = (await mailsOf(stack, missed)).filter(({ to }) => to[0] === 'bounce.silent@contoso.example');
  expect(toCustomer).toHaveLength(1);
  expect(await claimWhen(client, silent, ({ status }) => status !== 'submitted')).toMatchObject({
    status: 'approved',
    consent: 'silence',
  });
});
