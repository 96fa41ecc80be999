import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { timerSlackMs } from '../../../src/domain/next-step.ts';
import { linkIn } from '../../support/claims/after-submission.ts';
import { advanceToInstant, advanceToWeekday, dayAt } from '../../support/claims/calendar.ts';
import {
  claimWhen,
  decide,
  decisionLink,
  historyWith,
  mailsOf,
  newCustomer,
  type OutboxMail,
  submittedClaim,
} from '../../support/claims/claims.ts';
import { type Client, type Reply, send, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { clockStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';
import { until } from '../../support/until.ts';

/** The customer asks the partner a question on the decision page. */

let stack: Stack;
let avery: Client;
/** A Monday, on which the claims below are submitted. */
let monday: Date;
beforeAll(async () => {
  stack = await clockStack();
  monday = await advanceToWeekday(stack, 'monday', 9);
  avery = await signIn(stack, 'avery');
});
afterAll(() => stack?.stop());

const asked = async (changes: object = {}) => {
  const id = await submittedClaim(avery, undefined, changes);
  const link = await decisionLink(stack, id);
  await claimWhen(avery, id, ({ request }) => request !== undefined);
  return { id, link };
};
const claimOf = async (id: string): Promise<Reply['body']> => (await avery.get(`claims/${id}`)).body;
const comment = (id: string, text: string) => avery.post(`claims/${id}/comments`, { text });
const reply = (id: string, text: string, answers = 1) => avery.post(`claims/${id}/comments`, { text, answers });
const mailWith = (id: string, subject: string): Promise<OutboxMail> =>
  until(`the mail "${subject}"`, async () => (await mailsOf(stack, id)).find((mail) => mail.subject === subject));
const moveTo = async (instant: string): Promise<void> => {
  await advanceToInstant(stack, new Date(Date.parse(instant) + timerSlackMs + 1000));
  avery = await signIn(stack, 'avery');
};

describe('A question that cannot be taken', () => {
  let [id, link] = ['', ''];
  beforeAll(async () => {
    ({ id, link } = await asked());
  });
  const refused = async (text: string, status: number, words: string): Promise<void> => {
    const page = await decide(link, 'ask', text);
    expect(page.status).toBe(status);
    expect(page.text).toContain(words);
    expect(page.text).toContain('role="alert"');
  };

  test('is one without words, or with 2,000 characters; what was typed and chosen stays', async () => {
    await refused('  ', 422, 'Please write your question into the text field.');
    const long = 'Why? '.repeat(400).trim();
    await refused(long, 422, 'The text is too long: at most 1,000 characters. Yours has 1,999.');
    const page = await decide(link, 'ask', long);
    expect(page.text).toContain(long);
    expect(page.text).toContain('value="ask" required checked');
    expect((await claimOf(id)).comments).toEqual([]);
  });

  test('is one that a page was only opened for: scanners ask nothing', async () => {
    await send(`${link}?decision=ask&reason=Why`, 'GET');
    await send(link, 'HEAD');
    expect((await claimOf(id)).comments).toEqual([]);
  });

  test('is a second one before the reply, and a fourth', async () => {
    for (const [index, text] of ['First?', 'Second?', 'Third?'].entries()) {
      expect((await decide(link, 'ask', text)).status).toBe(303);
      // The same again is a double click.
      expect((await decide(link, 'ask', text)).status).toBe(303);
      await refused('Another?', 409, 'A question is still waiting for its reply.');
      expect((await reply(id, `To "${text}".`, 2 * index + 1)).status).toBe(201);
    }
    await refused('Fourth?', 409, 'Three questions have already been asked about this request.');
    expect((await send(link, 'GET')).text).not.toContain('value="ask"');
    expect((await claimOf(id)).comments).toHaveLength(6);
  });

  test('is one of two at the same moment: one is asked', async () => {
    const { id: other, link: there } = await asked();
    const replies = await Promise.all(['This?', 'That?'].map((text) => decide(there, 'ask', text)));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect((await claimOf(other)).comments).toHaveLength(1);
  });

  test('is one at the moment of an answer that came first', async () => {
    const { id: other, link: there } = await asked();
    const replies = await Promise.all([decide(there, 'decline', 'No.'), decide(there, 'ask', 'Why?')]);
    expect(replies[0]?.status).toBe(303);
    const claim = await claimOf(other);
    expect(claim).toMatchObject({ status: 'declined' });
    expect(claim).not.toHaveProperty('question');
    expect(claim.comments).toHaveLength(replies[1]?.status === 303 ? 1 : 0);
    if (replies[1]?.status !== 303) expect(replies[1]?.text).toContain('Your answer was not recorded');
  });
});

test('question and reply: one thread, two mails, and the time goes on where it stood', async () => {
  const { id, link } = await asked();
  const before = await claimOf(id);
  expect(before.request.deadline).toBe(dayAt(monday, 7, '23:59:59'));
  expect((await decide(link, 'ask', 'Which figures will you see?')).status).toBe(303);

  const told = await mailWith(id, 'A question from your customer: Contoso');
  expect(told.to).toEqual(['avery@northwind.example']);
  for (const part of ['Dana Customer asks:', '\n> Which figures will you see?\n', 'the time to answer is paused']) {
    expect(told.text).toContain(part);
  }
  expect(linkIn(told)).toBe('');
  const waiting = await claimOf(id);
  expect(waiting).toMatchObject({
    status: 'submitted',
    comments: [{ id: 1, by: { kind: 'customer', name: 'Dana Customer' }, text: 'Which figures will you see?' }],
    question: { comment: 1, pausedUntil: dayAt(monday, 7, '23:59:59') },
    attentionReasons: [{ code: 'question-open' }],
  });
  const { value: listed } = (await avery.get(`claims?q=${id}`)).body;
  expect(listed[0]).toMatchObject({ needsAction: true, attentionReasons: [{ code: 'question-open' }] });
  expect(listed[0]).not.toHaveProperty('deadline');
  const page = await send(link, 'GET');
  expect(page.text).toContain('Which figures will you see?');
  expect(page.text).toContain('your time to answer is paused');
  expect(page.text).not.toContain('Please answer by');
  expect(page.text).toContain('value="approve"');

  // Thursday: the day of the first reminder.
  await moveTo(dayAt(monday, 3, '10:00:00'));
  expect((await reply(id, 'The number of licences.\nNothing else.')).status).toBe(201);
  const answer = await mailWith(id, 'Northwind Partners replied to your question');
  expect(answer.to).toEqual(['dana@contoso.example']);
  expect(answer.replyTo).toEqual(['avery@northwind.example']);
  expect(linkIn(answer)).toBe(link);
  for (const part of [
    '> Which figures will you see?',
    '> The number of licences.\n> Nothing else.',
    'Please answer by',
  ]) {
    expect(answer.text).toContain(part);
  }
  const after = await claimOf(id);
  expect(after).not.toHaveProperty('question');
  expect(after.comments[1]).toMatchObject({ answers: 1 });
  // Five business days were left on that Monday.
  expect(after.request.deadline).toBe(dayAt(monday, 10, '23:59:59'));
  expect(after.request.reminders.every(({ sentAt }: { sentAt?: string }) => sentAt === undefined)).toBe(true);
  const shown = (await send(link, 'GET')).text;
  expect(shown).toContain('Reply from Northwind Partners');
  expect(shown).toContain('Please answer by');

  // The next comment is between the partner and operations.
  await comment(id, 'They asked about the figures.');
  expect((await send(link, 'GET')).text).not.toContain('They asked about');
  expect((await decide(link, 'approve')).status).toBe(303);
  const history = await historyWith(avery, id, 'receipt-sent');
  expect(history.map(({ event }) => event).filter((event) => /question|reply|commented/.test(event))).toEqual([
    'question-asked',
    'question-sent',
    'commented',
    'reply-sent',
    'commented',
  ]);
  // By its hash alone, which the verification compares.
  expect(JSON.stringify(history)).not.toContain('Which figures');
  const { body: verification } = await avery.get(`claims/${id}/history/verification`);
  expect(verification).toMatchObject({ intact: true, comments: { matching: 3, differing: 0 } });
});

test('a comment on a page that is older than the question goes to no one, and is no reply', async () => {
  const { id, link } = await asked();
  expect((await decide(link, 'ask', 'Which figures will you see?')).status).toBe(303);
  await mailWith(id, 'A question from your customer: Contoso');
  const before = await claimOf(id);
  expect((await comment(id, 'They never read what they sign.')).status).toBe(201);
  const after = await claimOf(id);
  expect(after.question).toEqual(before.question);
  expect(after.comments[1]).not.toHaveProperty('answers');
  expect((await send(link, 'GET')).text).not.toContain('They never read');

  // The mails leave in order: when the reply's is there, one for the comment would be too.
  expect((await reply(id, 'The number of licences.')).status).toBe(201);
  await mailWith(id, 'Northwind Partners replied to your question');
  const mails = await mailsOf(stack, id);
  expect(mails.filter(({ subject }) => subject.includes('replied to your question'))).toHaveLength(1);
  expect(JSON.stringify(mails)).not.toContain('They never read');
  expect((await send(link, 'GET')).text).not.toContain('They never read');
});

test('a reply to anything but the open question is refused, and nothing is written', async () => {
  const { id, link } = await asked();
  expectProblem(await reply(id, 'To what?'), 409, 'action-not-allowed');
  expect((await decide(link, 'ask', 'Which figures will you see?')).status).toBe(303);
  expectProblem(await reply(id, 'To what?', 2), 409, 'action-not-allowed');
  for (const answers of ['1', null, 1.5, true]) {
    const refused = await avery.post(`claims/${id}/comments`, { text: 'To what?', answers });
    expectProblem(refused, 422, 'wrong-type');
  }
  expect((await claimOf(id)).comments).toHaveLength(1);
  const sent = await Promise.all(['This.', 'That.'].map((text) => reply(id, text)));
  expect(sent.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expectProblem(await reply(id, 'Once more.'), 409, 'action-not-allowed');
  expect((await claimOf(id)).comments).toHaveLength(2);
});

test('without a reply both sides are told, the time goes on, and a question after it is too late', async () => {
  const { id, link } = await asked({ customer: { ...newCustomer(), language: 'de' } });
  expect((await decide(link, 'ask', 'Wozu?')).status).toBe(303);
  const { pausedUntil } = (await claimOf(id)).question;
  await moveTo(pausedUntil);
  const told = await mailWith(id, 'Your customer is still waiting for a reply: Contoso');
  expect(told.text).toContain('Without an answer, the claim expires.');
  const toCustomer = await mailWith(id, 'Northwind Partners hat noch nicht auf Ihre Frage geantwortet');
  expect(linkIn(toCustomer)).toBe(link);
  expect(toCustomer.text).toContain('Wozu?');
  const running = await claimOf(id);
  expect(running.question).not.toHaveProperty('pausedUntil');
  expect(running.request.deadline > pausedUntil).toBe(true);
  expect((await send(link, 'GET')).text).toContain('hat noch nicht geantwortet. Ihre Frist läuft weiter.');

  await moveTo(running.request.deadline);
  await claimWhen(avery, id, ({ status }) => status === 'expired');
  const late = await decide(link, 'ask', 'Und jetzt?');
  expect(late.status).toBe(409);
  expect((await claimOf(id)).comments).toHaveLength(1);
  expect((await mailsOf(stack, id)).map(({ subject }) => subject)).not.toContain('Reminder');
});
