import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  approvedClaim,
  askedClaim,
  eventsWith,
  later,
  linkIn,
  requestLinks,
  takeBack,
} from '../support/after-submission.ts';
import { advanceToWeekday } from '../support/calendar.ts';
import { claimWhen, completeDraft, decide, mailsArrived, mailsOf, type OutboxMail } from '../support/claims.ts';
import { type Client, type Reply, send, signIn } from '../support/client.ts';
import { inShort, recomputedHashes } from '../support/history-chain.ts';
import { expectProblem } from '../support/problem.ts';
import { type Stack, startStack } from '../support/stack.ts';

let stack: Stack;
let avery: Client;
beforeAll(async () => {
  stack = await startStack();
  avery = await signIn(stack, 'avery');
});
afterAll(() => stack?.stop());

/** Monday morning, so that no weekend lies between now and the first reminder. */
const onMonday = async (): Promise<void> => {
  await advanceToWeekday(stack, 'monday', 8);
  avery = await signIn(stack, 'avery');
};

const lee = { name: 'Lee Newcomer', title: 'CIO', email: 'lee.newcomer@contoso.example' };
const status = async (id: string): Promise<string> => (await avery.get(`claims/${id}`)).body.status;
const resend = (id: string): Promise<Reply> => avery.post(`claims/${id}/resend`, {});
const remindersOf = async (id: string): Promise<OutboxMail[]> =>
  (await mailsOf(stack, id)).filter(({ subject }) => subject.startsWith('Reminder'));
const changeContact = (id: string, contact: object): Promise<Reply> =>
  avery.post(`claims/${id}/customer-contact`, contact);

describe('Asking again', () => {
  test('sends a new link after 15 minutes, kills the old one, and begins a new window', async () => {
    await onMonday();
    const id = await askedClaim(avery);
    const early = await resend(id);
    expectProblem(early, 429, 'too-soon');
    const { resendFrom, request: asked } = (await avery.get(`claims/${id}`)).body;
    expect(Date.parse(resendFrom) - Date.parse(asked.sentAt)).toBe(15 * 60_000);
    expect(Number(early.headers.get('retry-after'))).toBeGreaterThan(800);
    expect(Number(early.headers.get('retry-after'))).toBeLessThanOrEqual(900);
    const before = (await avery.get(`claims/${id}`)).body.request;

    avery = await later(stack, 'P1D');
    expect((await resend(id)).status).toBe(200);
    const [first = '', second = ''] = await requestLinks(stack, id, 2);
    expect(second).not.toBe(first);
    const { request } = await claimWhen(avery, id, (claim) => claim.request !== undefined);
    expect(request.deadline > before.deadline).toBe(true);
    expect(request.reminders.every((reminder: { sentAt?: string }) => reminder.sentAt === undefined)).toBe(true);

    const old = await send(first, 'GET');
    expect(old.status).toBe(410);
    expect(old.text).toContain('newer');
    expect((await decide(first, 'approve')).status).toBe(410);
    expect(await status(id)).toBe('submitted');
    expect((await decide(second, 'approve')).status).toBe(303);
    expect(await status(id)).toBe('approved');
  });

  test('is possible three times; the reminders of each window leave', async () => {
    await onMonday();
    const id = await askedClaim(avery);
    // Up to the first reminder of the first window.
    for (const _ of [1, 2, 3, 4, 5]) {
      avery = await later(stack, 'P1D');
      if ((await remindersOf(id)).length > 0) break;
    }
    const early = (await remindersOf(id)).length;
    expect(early).toBe(1);
    for (const number of [1, 2, 3]) {
      avery = await later(stack, 'PT16M');
      expect((await resend(id)).body.resends).toBe(number);
      await requestLinks(stack, id, number + 1);
      await claimWhen(avery, id, ({ request }) => request !== undefined);
    }
    avery = await later(stack, 'PT16M');
    expectProblem(await resend(id), 409, 'too-many-resends');
    const { body } = await avery.get(`claims/${id}`);
    expect(body.allowedActions).toEqual(['withdraw', 'change-contact', 'copy']);
    expect(body).not.toHaveProperty('resendFrom');

    for (const _ of [1, 2, 3, 4, 5, 6]) avery = await later(stack, 'P1D');
    const reminders = (await remindersOf(id)).slice(early);
    expect(reminders.length).toBeGreaterThan(0);
    const links = await requestLinks(stack, id, 4);
    expect(reminders.map(linkIn)).toEqual(reminders.map(() => links[3]));
  });

  test('is refused in a draft and after the answer', async () => {
    expectProblem(await resend(await completeDraft(avery)), 409, 'action-not-allowed');
    expectProblem(await resend(await approvedClaim(stack, avery)), 409, 'action-not-allowed');
  });
});

describe('Another customer contact', () => {
  test('gets the request; the former one is told and its link is dead', async () => {
    const id = await askedClaim(avery);
    const changed = await changeContact(id, lee);
    expect(changed.status).toBe(200);
    expect(changed.body.customerContact).toEqual(lee);
    const [first = '', second = ''] = await requestLinks(stack, id, 2);
    const entries = await eventsWith(avery, id, 'request-sent', 2);
    expect(inShort(entries)).toContain('partner contact-changed submitted>submitted');
    expect(entries.find(({ event }) => event === 'contact-changed')?.detail).toEqual({
      from: 'dana@contoso.example',
      to: lee.email,
    });

    const mails = await mailsArrived(stack, id, 3);
    const notice = mails.find((mail) => linkIn(mail) === '');
    expect(notice?.to).toEqual(['dana@contoso.example']);
    expect(notice?.text).not.toContain(lee.email);
    expect(mails.filter(({ to }) => to[0] === lee.email).map(linkIn)).toEqual([second]);
    const old = await decide(first, 'decline');
    expect(old.status).toBe(410);
    expect(old.text).toContain('now asks somebody else at Contoso');
    expect(old.text).not.toContain(lee.email);
    expect((await decide(second, 'decline')).status).toBe(303);
    expect(await status(id)).toBe('declined');
  });

  test('may not be the partner itself, and must be whole', async () => {
    const id = await askedClaim(avery);
    const own = await changeContact(id, { ...lee, email: 'AVERY@northwind.example' });
    expectProblem(own, 422, 'contact-is-partner');
    expect(own.body.errors[0].path).toBe('email');
    expectProblem(await changeContact(id, { name: 'Lee', title: 'CIO' }), 422, 'required');
    expectProblem(await changeContact(id, { ...lee, email: 'nobody' }), 422, 'invalid-email');
  });

  test('that is the present one changes nothing', async () => {
    const id = await askedClaim(avery);
    await claimWhen(avery, id, ({ request }) => request?.delivery === 'delivered');
    const before = await avery.get(`claims/${id}`);
    const same = await changeContact(id, before.body.customerContact);
    expect([same.status, same.etag]).toEqual([200, before.etag]);
    expect(await mailsOf(stack, id)).toHaveLength(1);
  });

  test('can be named at once, however recent the request is, and again', async () => {
    const id = await askedClaim(avery);
    await changeContact(id, lee);
    await requestLinks(stack, id, 2);
    expect((await changeContact(id, { ...lee, email: 'third@contoso.example' })).status).toBe(200);
    expect(await requestLinks(stack, id, 3)).toHaveLength(3);
    expectProblem(await resend(id), 429, 'too-soon');
  });
});

describe('The end of an approved association', () => {
  test('by the partner needs a reason, is told to both sides, and is final', async () => {
    const id = await approvedClaim(stack, avery);
    expectProblem(await avery.post(`claims/${id}/disassociate`, {}), 422, 'required');
    const reason = 'The project ended early.';
    const headers = { 'idempotency-key': randomUUID() };
    const ended = await avery.post(`claims/${id}/disassociate`, { reason }, headers);
    expect(ended.status).toBe(200);
    expect(ended.body).toMatchObject({ status: 'ended', statusReason: reason, endedBy: 'partner' });
    expect(ended.body.allowedActions).toEqual(['copy']);
    expect((await avery.post(`claims/${id}/disassociate`, { reason }, headers)).body).toEqual(ended.body);
    expectProblem(await avery.post(`claims/${id}/disassociate`, { reason }), 409, 'action-not-allowed');

    const entries = await eventsWith(avery, id, 'ended-sent', 2);
    expect(inShort(entries).slice(-3)).toEqual([
      'partner ended approved>ended',
      'system ended-sent ended>ended',
      'system ended-sent ended>ended',
    ]);
    expect(recomputedHashes(entries)).toEqual(entries.map(({ hash }) => hash));
    const mails = (await mailsArrived(stack, id, 5)).slice(3);
    expect(mails.map(({ to }) => to[0]).toSorted()).toEqual(['avery@northwind.example', 'dana@contoso.example']);
    expect((await avery.get('claims?status=ended')).body.value.map((claim: { id: string }) => claim.id)).toContain(id);
  });

  test('by the customer: the receipt has a link, reading it changes nothing, and the form asks to confirm', async () => {
    const id = await approvedClaim(stack, avery);
    const receipt = (await mailsArrived(stack, id, 3)).find(({ subject }) => subject.startsWith('Receipt'));
    const link = linkIn(receipt);
    expect(link).not.toBe('');
    const page = await send(link, 'GET');
    expect(page.status).toBe(200);
    expect(page.text).toContain('value="take-back"');
    await send(link, 'HEAD');
    expect(await status(id)).toBe('approved');

    expect((await takeBack(link, {})).status).toBe(422);
    expect((await decide(link, 'decline')).status).toBe(409);
    expect(await status(id)).toBe('approved');

    const taken = await takeBack(link, { confirmed: 'yes', reason: 'We chose another partner.' });
    expect(taken.status).toBe(303);
    const { body } = await avery.get(`claims/${id}`);
    expect(body).toMatchObject({
      status: 'ended',
      endedBy: 'customer',
      statusReason: 'We chose another partner.',
      decision: { outcome: 'approved' },
    });
    expect((await takeBack(link)).status).toBe(303);
    const entries = await eventsWith(avery, id, 'ended-sent', 2);
    expect(inShort(entries)).toContain('customer ended approved>ended');
    expect(entries.filter(({ event }) => event === 'ended')).toHaveLength(1);
    expect((await send(link, 'GET')).text).not.toContain('value="take-back"');
  });

  test('approving again with the link of the request changes nothing, and the page says that it has ended', async () => {
    const id = await approvedClaim(stack, avery);
    const [link = ''] = await requestLinks(stack, id, 1);
    await avery.post(`claims/${id}/disassociate`, { reason: 'The project is over.' });
    await eventsWith(avery, id, 'ended-sent', 2);
    const { etag } = await avery.get(`claims/${id}`);
    const again = await decide(link, 'approve');
    // The approval was given and stands in the history: nothing was refused, and nothing is approved anew.
    expect(again.status).toBe(303);
    expect((await avery.get(`claims/${id}`)).etag).toBe(etag);
    const page = await send(link, 'GET');
    expect(page.text).toContain('has ended');
    expect(page.text).toContain('The partner wrote: &quot;The project is over.&quot;');
    expect(page.text).toMatch(/<dt>Ended<\/dt><dd>\w+, \d+ \w+ \d{4}/);
    const told = (await mailsArrived(stack, id, 5)).slice(3);
    expect(told.map(({ text }) => text)).toEqual(
      [0, 1].map(() => expect.stringMatching(/^Ended: \w+, \d+ \w+ \d{4}/m)),
    );
    expect(page.text).not.toContain('name="decision"');
    expect((await decide(link, 'decline')).status).toBe(409);
  });

  test('by the customer without a reason says whose it was; no record has the token of the receipt', async () => {
    const id = await approvedClaim(stack, avery);
    const link = linkIn((await mailsArrived(stack, id, 3)).find(({ subject }) => subject.startsWith('Receipt')));
    await takeBack(link);
    expect((await avery.get(`claims/${id}`)).body).toMatchObject({ endedBy: 'customer', statusReason: 'customer' });
    const shown = [
      (await avery.get(`claims/${id}`)).text,
      (await avery.get(`claims/${id}/history`)).text,
      stack.output(),
    ];
    const token = link.split('/').at(-1) ?? '';
    for (const text of shown) expect(text).not.toContain(token.split('.')[1]);
  });
});

describe('A copy', () => {
  test('of any claim is a draft with the same content and a life of its own', async () => {
    const id = await approvedClaim(stack, avery, 'To be copied');
    await avery.post(`claims/${id}/comments`, { text: 'Only for the first.' });
    const before = await avery.get(`claims/${id}`);
    const original = before.body;
    const headers = { 'idempotency-key': randomUUID() };
    const made = await avery.post(`claims/${id}/copy`, undefined, headers);
    expect(made.status).toBe(201);
    const copy = made.body;
    expect(made.headers.get('location')).toBe(`/api/claims/${copy.id}`);
    for (const field of [
      'name',
      'solutionArea',
      'track',
      'activities',
      'products',
      'customerContact',
      'partnerContact',
    ]) {
      expect(copy[field]).toEqual(original[field]);
    }
    expect(copy).toMatchObject({ status: 'draft', copiedFrom: id, poe: [], comments: [] });
    for (const gone of ['decision', 'consent', 'request', 'submittedAt', 'leftOut', 'closedAt']) {
      expect(copy).not.toHaveProperty(gone);
    }
    expect((await avery.post(`claims/${id}/copy`, undefined, headers)).body).toEqual(copy);

    const { body } = await avery.get(`claims/${copy.id}/history`);
    expect(inShort(body.value)).toEqual(['partner created >draft']);
    expect(body.value[0].detail).toEqual({ copiedFrom: id });
    expect((await avery.get(`claims/${id}`)).etag).toBe(before.etag);
  });

  test('of a claim of another partner is not found; a reader makes none', async () => {
    const id = await completeDraft(avery);
    const [kim, robin] = [await signIn(stack, 'kim'), await signIn(stack, 'robin')];
    expectProblem(await kim.post(`claims/${id}/copy`), 404, 'claim-not-found');
    expectProblem(await robin.post(`claims/${id}/copy`), 403, 'role-missing');
  });
});
