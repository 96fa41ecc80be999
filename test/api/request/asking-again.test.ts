import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approvedClaim, askedClaim, later, linkIn, requestLinks } from '../../support/claims/after-submission.ts';
import { advanceToWeekday } from '../../support/claims/calendar.ts';
import {
  claimWhen,
  completeDraft,
  decide,
  historyWith,
  mailsArrived,
  mailsOf,
  type OutboxMail,
} from '../../support/claims/claims.ts';
import { inShort } from '../../support/claims/history-chain.ts';
import { type Client, type Reply, send, signIn, versionOf } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { clockStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';

/** The customer is asked again, or someone else at the customer is. */

let stack: Stack;
let avery: Client;
beforeAll(async () => {
  stack = await clockStack();
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
  (await mailsOf(stack, id)).filter(({ subject }) => /reminder/i.test(subject));
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
    expect(body.allowedActions).toEqual(['withdraw', 'change-contact', 'add-poe', 'comment', 'copy']);
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
    const entries = await historyWith(avery, id, 'request-sent', 2);
    expect(inShort(entries)).toContain('partner contact-changed submitted>submitted');
    expect(entries.find(({ event }) => event === 'contact-changed')?.detail).toEqual({
      from: 'dana@contoso.example',
      to: lee.email,
      contacts: expect.stringMatching(/^[0-9a-f]{64}$/),
    });

    const mails = await mailsArrived(stack, id, 3);
    const notice = mails.find((mail) => linkIn(mail) === '');
    expect(notice?.to).toEqual(['dana@contoso.example']);
    expect(notice?.text).not.toContain(lee.email);
    expect(mails.filter(({ to }) => to[0] === lee.email).map(linkIn)).toEqual([second]);
    const old = await decide(first, 'decline');
    expect(old.status).toBe(410);
    expect(old.text).toContain('is now asking someone else at Contoso');
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
    expect([same.status, versionOf(same.etag)]).toEqual([200, versionOf(before.etag)]);
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

  test('with the address of the present one is only called otherwise; one who was asked before is asked as by a resend', async () => {
    const id = await askedClaim(avery);
    const { customerContact: dana } = (await avery.get(`claims/${id}`)).body;
    const renamed = await changeContact(id, { ...dana, name: 'Dana Married' });
    expect(renamed.body).toMatchObject({ customerContact: { name: 'Dana Married' }, request: { sentTo: dana.email } });
    expect(await requestLinks(stack, id, 1)).toHaveLength(1);

    await changeContact(id, lee);
    await requestLinks(stack, id, 2);
    await claimWhen(avery, id, ({ request }) => request?.sentTo === lee.email);
    expectProblem(await changeContact(id, dana), 429, 'too-soon');
    avery = await later(stack, 'PT16M');
    expect((await changeContact(id, dana)).body).toMatchObject({ resends: 1, customerContact: dana });
    expect(await requestLinks(stack, id, 3)).toHaveLength(3);
  });
});
