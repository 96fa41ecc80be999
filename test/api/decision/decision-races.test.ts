import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkIn, takeBack } from '../../support/claims/after-submission.ts';
import { advanceToInstant } from '../../support/claims/calendar.ts';
import {
  advance,
  claimWhen,
  decide,
  decisionLink,
  historyWith,
  mailsOf,
  submittedClaim,
} from '../../support/claims/claims.ts';
import { type Client, send, signIn } from '../../support/http/client.ts';
import { type Stack, startStack } from '../../support/stack/stack.ts';

/** Answers at the same moment, and answers too late. */

let stack: Stack;
let avery: Client;
beforeAll(async () => {
  stack = await startStack({ flags: ['--timer-skew=30000'] });
  avery = await signIn(stack, 'avery');
});
afterAll(() => stack.stop());

/** Without delivery reports: when one comes is up to the mail service. */
const eventsOf = async (id: string): Promise<string[]> =>
  (await avery.get(`claims/${id}/history`)).body.value
    .map(({ event }: { event: string }) => event)
    .filter((event: string) => event !== 'delivery-reported');

const subjectsOf = async (id: string): Promise<string[]> => (await mailsOf(stack, id)).map(({ subject }) => subject);

test('50 identical approvals at once are one decision, one entry, one outcome mail and one receipt', async () => {
  const id = await submittedClaim(avery);
  const link = await decisionLink(stack, id);
  const replies = await Promise.all(Array.from({ length: 50 }, () => decide(link, 'approve')));
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([303]));

  await historyWith(avery, id, 'receipt-sent');
  expect(await eventsOf(id)).toEqual([
    'created',
    'poe-added',
    'submitted',
    'request-sent',
    'approved',
    'outcome-sent',
    'receipt-sent',
  ]);
  expect((await subjectsOf(id)).toSorted()).toEqual([
    'Approved: Contoso',
    'Northwind Partners asks for your approval',
    'Receipt: you approved the request from Northwind Partners',
  ]);
});

test('when approve and decline race, one wins and every loser is shown what was recorded', async () => {
  const id = await submittedClaim(avery);
  const link = await decisionLink(stack, id);
  const choices = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? 'approve' : 'decline'));
  const replies = await Promise.all(choices.map((choice) => decide(link, choice, `I ${choice}`)));
  const { status, decision } = await claimWhen(avery, id, (claim) => claim.decision !== undefined);

  const winner = status === 'approved' ? 'approve' : 'decline';
  expect(decision).toMatchObject({ outcome: status, reason: `I ${winner}` });
  for (const [index, reply] of replies.entries()) {
    expect(reply.status).toBe(choices[index] === winner ? 303 : 409);
    if (reply.status === 409) expect(reply.text).toContain(`You ${status} this request`);
  }
  await historyWith(avery, id, 'receipt-sent');
  expect((await eventsOf(id)).filter((event) => ['approved', 'declined'].includes(event))).toEqual([status]);
  expect(await mailsOf(stack, id)).toHaveLength(3);
});

test('when withdrawal and approval race, the record is one of the two and everybody learns which', async () => {
  const id = await submittedClaim(avery);
  const link = await decisionLink(stack, id);
  const [answer, withdrawal] = await Promise.all([
    decide(link, 'approve'),
    avery.post(`claims/${id}/withdraw`, { reason: 'Too soon.' }),
  ]);
  const { status } = (await avery.get(`claims/${id}`)).body;
  expect([answer.status, withdrawal.status]).toEqual(status === 'approved' ? [303, 409] : [409, 200]);
  await historyWith(avery, id, status === 'approved' ? 'receipt-sent' : 'withdrawn-sent');
  const closings = (await eventsOf(id)).filter((event) => ['approved', 'withdrawn'].includes(event));
  expect(closings).toEqual([status]);
  expect(await mailsOf(stack, id)).toHaveLength(status === 'approved' ? 3 : 2);
});

test('an answer in the moment between the deadline and the expiry is too late, and changes nothing', async () => {
  const id = await submittedClaim(avery);
  const link = await decisionLink(stack, id);
  const { request } = await claimWhen(avery, id, (claim) => claim.request !== undefined);
  // Timers of this stack wake the workflow 32 s after the deadline: this is before that, also on a busy machine.
  await advanceToInstant(stack, new Date(Date.parse(request.deadline) + 100));
  const late = await decide(link, 'approve');
  const shown = await send(link, 'GET');
  expect([late.status, shown.status]).toEqual([410, 410]);
  expect(late.text).toContain('The time to answer is over');

  await advance(stack, 'PT1M');
  avery = await signIn(stack, 'avery');
  await historyWith(avery, id, 'outcome-sent');
  expect(await eventsOf(id)).toEqual([
    'created',
    'poe-added',
    'submitted',
    'request-sent',
    'reminder-sent',
    'deadline-near-sent',
    'reminder-sent',
    'expired',
    'outcome-sent',
    'expired-sent',
  ]);
});

test('a link is over after its lifetime, and says so without saying more', async () => {
  avery = await signIn(stack, 'avery');
  const id = await submittedClaim(avery);
  const link = await decisionLink(stack, id);
  await decide(link, 'approve');
  await historyWith(avery, id, 'receipt-sent');
  await advance(stack, 'P89D');
  expect((await send(link, 'GET')).text).toContain('You approved this request');
  await advance(stack, 'P2D');
  for (const reply of [await send(link, 'GET'), await decide(link, 'decline')]) {
    expect(reply.status).toBe(410);
    expect(reply.text).toContain('This link has expired');
    expect(reply.text).not.toContain(id);
  }
});

test('the link of a receipt says until when an approval can be withdrawn, and afterwards whom to write to', async () => {
  avery = await signIn(stack, 'avery');
  const id = await submittedClaim(avery);
  await decide(await decisionLink(stack, id), 'approve');
  await historyWith(avery, id, 'receipt-sent');
  const receipt = (await mailsOf(stack, id)).find(({ subject }) => subject.startsWith('Receipt'));
  expect(receipt?.text).toMatch(/You can withdraw your approval until \w+, \d+ \w+ \d{4} at \d\d:\d\d \(UTC\)/);
  const link = linkIn(receipt);
  await advance(stack, 'P729D');
  expect((await send(link, 'GET')).text).toContain('value="take-back"');
  await advance(stack, 'P2D');
  for (const reply of [await send(link, 'GET'), await takeBack(link)]) {
    expect(reply.status).toBe(410);
    expect(reply.text).toContain('To end the association, write to your partner.');
    expect(reply.text).not.toContain(id);
  }
  avery = await signIn(stack, 'avery');
  expect((await avery.get(`claims/${id}`)).body.status).toBe('approved');
});
