import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MailKind } from '../../../src/domain/mail-kinds.ts';
import { operationIdOf } from '../../../src/mail/operation-id.ts';
import { approvedClaim } from '../../support/claims/after-submission.ts';
import {
  claimWhen,
  completeDraft,
  historyWith,
  mailsArrived,
  mailsOf,
  submittedClaim,
} from '../../support/claims/claims.ts';
import { deliverEvent, deliveryReport, poisonMessagesWith, queueEmpty } from '../../support/claims/platform-events.ts';
import { type Client, signIn, versionOf } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';
import { until } from '../../support/until.ts';

/** Mails other than the request: what becomes of one that did not arrive, and what operations write to a partner. */

let stack: Stack;
let avery: Client;
let ops: Client;
let partnerId: string;
beforeAll(async () => {
  stack = await sharedStack();
  [avery, ops] = await Promise.all([signIn(stack, 'avery'), signIn(stack, 'ops')]);
  partnerId = (await avery.get('partner')).body.partnerId;
});
afterAll(() => stack?.stop());

const report = (claimId: string, kind: MailKind, number: number, status: string, at = new Date()) =>
  deliverEvent(stack, deliveryReport(operationIdOf({ partnerId, claimId, kind, number }), status, at.toISOString()));

const events = async (id: string): Promise<string[]> =>
  (await avery.get(`claims/${id}/history`)).body.value.map(({ event }: { event: string }) => event);

test('a receipt that did not arrive is on the claim and in its history, and the partner is told once', async () => {
  const id = await approvedClaim(stack, avery);
  const before = await avery.get(`claims/${id}`);
  await report(id, 'receipt', 1, 'Bounced');
  const told = await historyWith(avery, id, 'delivery-failed-sent');
  expect(told.slice(-2)).toMatchObject([
    { event: 'delivery-reported', detail: { mail: 'receipt', to: 'customer', delivery: 'bounced' } },
    { event: 'delivery-failed-sent', actor: { kind: 'system' } },
  ]);
  const claim = (await avery.get(`claims/${id}`)).body;
  expect(claim).toMatchObject({ status: 'approved', undelivered: [{ mail: 'receipt', delivery: 'bounced' }] });
  expect(claim.request).toEqual(before.body.request);
  expect(claim).not.toHaveProperty('attention');

  const mail = (await mailsOf(stack, id)).at(-1);
  expect(mail?.to).toEqual(['avery@northwind.example']);
  expect(mail?.subject).toBe('A mail to your customer was not delivered: Contoso');
  expect(mail?.text).toContain('the receipt for their answer');

  await report(id, 'receipt', 1, 'Suppressed', new Date(Date.now() + 1000));
  await claimWhen(avery, id, ({ undelivered }) => undelivered[0].delivery === 'suppressed');
  expect((await events(id)).filter((event) => event === 'delivery-failed-sent')).toHaveLength(1);
});

test('a mail to the partner that did not arrive is for operations, who clear the mark with a reason', async () => {
  const id = await approvedClaim(stack, avery);
  await report(id, 'outcome', 1, 'Failed');
  const claim = await claimWhen(avery, id, ({ attention }) => attention !== undefined);
  expect(claim).toMatchObject({
    attention: { needs: 'operations', reason: expect.stringContaining('outcome') },
    undelivered: [{ mail: 'outcome', to: 'partner', delivery: 'failed' }],
  });
  const failed = async () =>
    (await ops.get('operations/claims?state=attention')).body.value.map(({ claimId }: { claimId: string }) => claimId);
  expect(await failed()).toContain(id);
  expect((await ops.post(`operations/claims/${id}/redrive`, { reason: 'Told by phone.' })).status).toBe(202);
  expect(await failed()).not.toContain(id);
  expect((await avery.get(`claims/${id}`)).body).not.toHaveProperty('attention');
  expect(await mailsOf(stack, id)).toHaveLength(3);
});

test('reports on mails that never left, from the future, or about a notice, make no mail', async () => {
  const id = await submittedClaim(avery);
  await claimWhen(avery, id, ({ request }) => request?.delivery === 'delivered');
  const before = await avery.get(`claims/${id}`);
  await report(id, 'receipt', 1, 'Bounced');
  await report(id, 'ended', 1, 'Bounced');
  await report(id, 'comment', 3, 'Bounced');
  await report(id, 'request', 1, 'Bounced', new Date(Date.now() + 3_600_000));
  await queueEmpty(stack);
  expect((await avery.get(`claims/${id}`)).etag).toBe(before.etag);
  for (const [kind, number] of [
    ['receipt', 1],
    ['ended', 1],
    ['comment', 3],
    ['request', 1],
  ] as const) {
    expect(await poisonMessagesWith(stack, operationIdOf({ partnerId, claimId: id, kind, number }))).toEqual([]);
  }
});

test('a request whose reports come and go is told to the partner three times at most', async () => {
  const id = await submittedClaim(avery);
  const { request } = await claimWhen(avery, id, (claim) => claim.request?.delivery === 'delivered');
  const at = (step: number) => new Date(Date.parse(request.attemptedAt) + step * 1000);
  for (let round = 0; round < 5; round += 1) {
    for (const [step, status, delivery] of [
      [1, 'Bounced', 'bounced'],
      [2, 'Suppressed', 'suppressed'],
      [3, 'Delivered', 'delivered'],
    ] as const) {
      await report(id, 'request', 1, status, at(round * 3 + step));
      await claimWhen(avery, id, (claim) => claim.request.delivery === delivery);
    }
  }
  await queueEmpty(stack);
  await until('no notice to be due', async () => {
    const told = (await events(id)).filter((event) => event.startsWith('delivery-failed-'));
    return told.length === 3;
  });
});

test('what operations write reaches the partner by mail, and is unread until it says otherwise', async () => {
  const id = await approvedClaim(stack, avery);
  const text = 'Please add the signed statement of work.';
  const headers = { 'idempotency-key': crypto.randomUUID() };
  const said = await ops.post(`operations/claims/${id}/comments`, { text }, headers);
  expect(said.status).toBe(201);
  expect(said.body).toMatchObject({ id, status: 'approved', comment: { text, by: { kind: 'operator' } } });
  expect((await ops.post(`operations/claims/${id}/comments`, { text }, headers)).body).toEqual(said.body);

  await historyWith(avery, id, 'comment-sent');
  const mail = (await mailsArrived(stack, id, 4)).at(-1);
  expect(mail).toMatchObject({ to: ['avery@northwind.example'], subject: 'A comment on your claim: Contoso' });
  expect(mail?.text).toContain(text);
  expect(await mailsOf(stack, id)).toHaveLength(4);

  const claim = (await avery.get(`claims/${id}`)).body;
  expect(claim).toMatchObject({ unreadComments: 1, comments: [{ id: 1, text }] });
  const listed = async () =>
    (await avery.get('claims?needsAction=true&top=100')).body.value.find((line: { id: string }) => line.id === id);
  expect(await listed()).toMatchObject({ unreadComments: 1, needsAction: true });

  expect((await avery.post(`claims/${id}/comments/read`)).body.unreadComments).toBe(0);
  const { etag } = await avery.post(`claims/${id}/comments/read`);
  expect(versionOf(etag)).toBe(versionOf((await avery.get(`claims/${id}`)).etag));
  expect(await listed()).toBeUndefined();
  expect((await historyWith(avery, id, 'comments-read')).at(-1)).toMatchObject({ actor: { name: 'Avery Howard' } });
  // An answer of the partner is no comment that it has to read.
  expect((await avery.post(`claims/${id}/comments`, { text: 'It is there now.' })).body.unreadComments).toBe(0);
});

test('operations write about a claim that waits and about a draft, and not about a cancelled one or to strangers', async () => {
  const id = await submittedClaim(avery);
  expect((await ops.post(`operations/claims/${id}/comments`, { text: 'We look at it.' })).status).toBe(201);
  await historyWith(avery, id, 'comment-sent');
  expect((await avery.get(`claims/${id}`)).body).toMatchObject({ status: 'submitted', unreadComments: 1 });

  // The answer is a comment, or a reply to the mail.
  const long = 'x'.repeat(2000);
  expect((await avery.post(`claims/${id}/comments`, { text: long })).status).toBe(201);
  expect((await ops.get(`operations/claims/${id}`)).body.claim.comments.at(-1).text).toBe(long);
  expectProblem(await ops.post(`operations/claims/${id}/comments`, { text: `${long}x` }), 422, 'too-long');
  const mail = (await mailsOf(stack, id)).find(({ subject }) => subject.startsWith('A comment on your claim'));
  expect(mail?.text).toContain('You can reply with a comment on the claim, and add proof of execution.');
  expect(mail?.replyTo).toEqual(['operations@claims.example']);

  const draft = await completeDraft(avery);
  const say = (client: Client, claimId: string) => client.post(`operations/claims/${claimId}/comments`, { text: 'x' });
  expect((await say(ops, draft)).status).toBe(201);
  await historyWith(avery, draft, 'comment-sent');
  const submitted = await avery.post(`claims/${draft}/submit`, { acknowledged: true });
  expect(submitted.status).toBe(202);
  await claimWhen(avery, draft, ({ request }) => request !== undefined);

  const cancelled = await completeDraft(avery, 'Cancelled');
  expect((await avery.delete(`claims/${cancelled}`, (await avery.get(`claims/${cancelled}`)).etag)).status).toBe(204);
  expectProblem(await say(ops, cancelled), 409, 'action-not-allowed');
  expectProblem(await say(ops, 'ca-000000000-00000000'), 404, 'claim-not-found');
  expectProblem(await say(avery, id), 403, 'role-missing');
  expectProblem(await ops.post(`operations/claims/${id}/comments`, { text: ' ' }), 422, 'too-short');
});

test('every mail that did not arrive is listed for operations, also when no one is needed any more', async () => {
  const id = await approvedClaim(stack, avery);
  const failures = async (claimId: string) =>
    (await ops.get('operations/mail-failures?top=100')).body.value.filter(
      (failure: { claimId: string }) => failure.claimId === claimId,
    );
  await report(id, 'receipt', 1, 'Bounced');
  await report(id, 'outcome', 1, 'Failed');
  await claimWhen(avery, id, ({ undelivered }) => undelivered?.length === 2);
  expect((await ops.post(`operations/claims/${id}/redrive`, { reason: 'Told by phone.' })).status).toBe(202);
  const found = await failures(id);
  expect(found).toHaveLength(2);
  expect(found).toEqual(
    expect.arrayContaining([
      { at: expect.any(String), partnerId, claimId: id, mail: 'receipt', to: 'customer', delivery: 'bounced' },
      { at: expect.any(String), partnerId, claimId: id, mail: 'outcome', to: 'partner', delivery: 'failed' },
    ]),
  );
  const { mailFailures, words } = (await ops.get('operations/overview')).body;
  expect(mailFailures).toBeGreaterThanOrEqual(2);
  expect(words).toContain(`${mailFailures} mails did not arrive within the last day.`);
  const [first, second] = (await ops.get('operations/mail-failures?top=2')).body.value;
  const page = (await ops.get('operations/mail-failures?top=1')).body;
  expect(page.value).toEqual([first]);
  expect((await ops.get(page.nextLink.split('/api/')[1])).body.value).toEqual([second]);
  expectProblem(await avery.get('operations/mail-failures'), 403, 'role-missing');
});

test('an unreadable message goes to the poison queue, and the events beside it count', async () => {
  const id = await approvedClaim(stack, avery);
  const operationId = operationIdOf({ partnerId, claimId: id, kind: 'receipt', number: 1 });
  const good = deliveryReport(operationId, 'Bounced', new Date().toISOString());
  await deliverEvent(stack, [good, deliveryReport(operationId, 'Vanished', new Date().toISOString())]);
  await historyWith(avery, id, 'delivery-failed-sent');
  await until(
    'the message in the poison queue',
    async () => (await poisonMessagesWith(stack, operationId)).length === 1,
  );
  // That of the receipt, once; whether that of the request came before the decision is up to the mail service.
  const { value } = (await avery.get(`claims/${id}/history`)).body;
  const reports = value.filter(({ event }: { event: string }) => event === 'delivery-reported');
  expect(reports.filter(({ detail }: { detail: { mail: string } }) => detail.mail === 'receipt')).toHaveLength(1);
});
