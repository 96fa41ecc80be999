import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requestLinks } from '../../support/claims/after-submission.ts';
import { answerWithCode, codeMails, codeSent, otherCode, sendForm } from '../../support/claims/answer-codes.ts';
import {
  advance,
  claimWhen,
  decisionLink,
  historyWith,
  mailsOf,
  newCustomer,
  restOfDraft,
  seenOn,
  submittedClaim,
} from '../../support/claims/claims.ts';
import { type Client, send, signIn } from '../../support/http/client.ts';
import { type Stack, startStack } from '../../support/stack/stack.ts';
import { until } from '../../support/until.ts';

let stack: Stack;
let avery: Client;
beforeAll(async () => {
  stack = await startStack({ settings: { SECOND_FACTOR: 'on' } });
  avery = await signIn(stack, 'avery');
});
afterAll(() => stack?.stop());

const asked = async (changes: object = {}, client = avery) => {
  const claimId = await submittedClaim(client, undefined, changes);
  const link = await decisionLink(stack, claimId);
  await claimWhen(client, claimId, ({ request }) => request !== undefined);
  return { claimId, link };
};
const form = (decision: string, more: Record<string, string> = {}) => ({ decision, reason: '', seen: '', ...more });
const claimOf = async (claimId: string) => (await avery.get(`claims/${claimId}`)).body;
const eventsOf = async (claimId: string): Promise<string[]> =>
  (await avery.get(`claims/${claimId}/history`)).body.value
    .map(({ event }: { event: string }) => event)
    .filter((event: string) => event !== 'delivery-reported');

describe('Before an answer counts', () => {
  test('a code goes to the address, and what it proves is on receipt, claim and history', async () => {
    const { claimId, link } = await asked();
    expect((await send(link, 'GET')).text).toContain('we first send a code to your address');
    const step = await sendForm(link, form('approve'));
    expect(step.status).toBe(200);
    expect(step.text).toContain('We have sent a code with six digits to dana@contoso.example.');
    expect(step.text).toContain('autocomplete="one-time-code"');
    expect(step.text).not.toContain('<script');

    const code = await codeSent(stack, claimId);
    const [mail] = await codeMails(stack, claimId);
    expect(mail?.to).toEqual(['dana@contoso.example']);
    expect(mail?.text).toContain('You are about to approve the request from Northwind Partners.');
    expect(mail?.text).not.toContain('/decisions/');
    const before = await claimOf(claimId);
    expect(before).toMatchObject({ status: 'submitted', policy: { secondFactor: true } });
    expect(before).not.toHaveProperty('decision');
    // Neither the record as callers see it nor the history gives the code away.
    expect(JSON.stringify([before, (await avery.get(`claims/${claimId}/history`)).body])).not.toContain(code);
    expect(before).not.toHaveProperty('answerCode');

    // As people copy it.
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
    expect((await sendForm(link, form('approve', { code: spaced }))).status).toBe(303);
    const history = await historyWith(avery, claimId, 'receipt-sent');
    const sentAt = history.find(({ event }) => event === 'code-requested')?.at;
    expect(history.find(({ event }) => event === 'code-requested')?.detail).toEqual({
      outcome: 'approved',
      to: 'dana@contoso.example',
    });
    expect(history.find(({ event }) => event === 'approved')?.detail).toEqual({
      consent: 'explicit',
      to: 'dana@contoso.example',
      codeSentAt: sentAt,
    });
    expect((await claimOf(claimId)).decision).toMatchObject({
      outcome: 'approved',
      code: { sentTo: 'dana@contoso.example', sentAt },
    });
    const proven = 'This answer was confirmed with a code that was sent to dana@contoso.example on ';
    expect((await send(link, 'GET')).text).toContain(proven);
    const receipt = (await mailsOf(stack, claimId)).find(({ subject }) => subject.startsWith('Receipt'));
    expect(receipt?.text).toContain(proven);
  });

  test('the answer that was chosen is carried along with its reason', async () => {
    const { claimId, link } = await asked();
    const reason = 'We do not know\nthis "project".';
    const step = await sendForm(link, form('decline', { reason }));
    expect(step.text).toContain('name="reason" value="We do not know\nthis &quot;project&quot;."');
    expect(step.text).toContain('You are about to decline');
    const code = await codeSent(stack, claimId);
    expect((await sendForm(link, form('decline', { reason, code }))).status).toBe(303);
    expect((await claimOf(claimId)).decision).toMatchObject({ outcome: 'declined', reason });
  });

  test('a form that is sent twice sends one code, as does asking for a new one at once; looking at the page sends none', async () => {
    const { claimId, link } = await asked();
    const steps = await Promise.all([sendForm(link, form('approve')), sendForm(link, form('approve'))]);
    expect(steps.map(({ status }) => status)).toEqual([200, 200]);
    await sendForm(link, form('approve'));
    for (const method of ['GET', 'HEAD']) await send(link, method);
    const code = await codeSent(stack, claimId);
    const again = await Promise.all([1, 2].map(() => sendForm(link, form('approve', { again: 'yes' }))));
    for (const { status, text } of again) {
      expect([status, text.includes('We sent this code less than a minute ago')]).toEqual([429, true]);
      for (const field of ['code', 'again']) expect(text).toContain(`name="${field}"`);
    }
    expect(await codeMails(stack, claimId)).toHaveLength(1);
    expect((await eventsOf(claimId)).filter((event) => event === 'code-requested')).toHaveLength(1);
    expect((await sendForm(link, form('approve', { code }))).status).toBe(303);
  });

  test('what is no answer needs no code', async () => {
    const { claimId, link } = await asked();
    expect((await sendForm(link, form('not-me'))).status).toBe(303);
    expect((await claimOf(claimId)).concerns).toHaveLength(1);
    expect(await codeMails(stack, claimId)).toEqual([]);
  });
});

describe('A code', () => {
  test('that is typed wrong five times is spent, right or wrong; a new one works', async () => {
    const { claimId, link } = await asked();
    await sendForm(link, form('approve'));
    const code = await codeSent(stack, claimId);
    const wrong = form('approve', { code: otherCode(code) });
    for (const left of ['4 tries', '3 tries', '2 tries', '1 try']) {
      const reply = await sendForm(link, wrong);
      expect(reply.status).toBe(422);
      expect(reply.text).toContain(`This code is wrong. You have ${left} left.`);
    }
    const last = await sendForm(link, wrong);
    expect([last.status, last.text.includes('typed five times')]).toEqual([422, true]);
    expect(last.text).not.toContain('name="code"');
    const late = await sendForm(link, form('approve', { code }));
    expect([late.status, late.text.includes('typed five times')]).toEqual([422, true]);
    expect((await claimOf(claimId)).status).toBe('submitted');
    expect((await eventsOf(claimId)).filter((event) => event === 'code-refused')).toHaveLength(5);

    expect((await sendForm(link, form('approve', { again: 'yes' }))).status).toBe(200);
    const next = await codeSent(stack, claimId, 2);
    expect((await sendForm(link, form('approve', { code: next }))).status).toBe(303);
  });

  test('cannot be guessed by many at once: five wrong ones count, whoever comes first', async () => {
    const { claimId, link } = await asked();
    await sendForm(link, form('approve'));
    const code = await codeSent(stack, claimId);
    const guesses = Array.from({ length: 20 }, (_, index) =>
      String((Number(code) + index + 1) % 1_000_000).padStart(6, '0'),
    );
    const replies = await Promise.all(guesses.map((guess) => sendForm(link, form('approve', { code: guess }))));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([422]));
    expect((await sendForm(link, form('approve', { code }))).status).toBe(422);
    expect((await eventsOf(claimId)).filter((event) => event === 'code-refused')).toHaveLength(5);
    expect((await claimOf(claimId)).status).toBe('submitted');
  });

  test('whose mail does not arrive is told to the partner', async () => {
    const email = 'bounce@contoso.example';
    const { claimId, link } = await asked({ customerContact: { ...restOfDraft.customerContact, email } });
    await sendForm(link, form('approve'));
    await codeSent(stack, claimId);
    const { undelivered } = await claimWhen(avery, claimId, (claim) => claim.undelivered !== undefined);
    expect(undelivered).toMatchObject([{ mail: 'answer-code', to: 'customer', delivery: 'bounced' }]);
    const told = await until('the notice', async () =>
      (await mailsOf(stack, claimId)).find(({ subject }) =>
        subject.startsWith('A mail to your customer was not delivered'),
      ),
    );
    expect(told.text).toContain('the code that they need to answer');
  });

  test('of which digits are missing is no try', async () => {
    const { claimId, link } = await asked();
    await sendForm(link, form('approve'));
    const code = await codeSent(stack, claimId);
    for (const typed of ['', '12345', '1234567', 'abcdef', '<b>']) {
      const reply = await sendForm(link, form('approve', { code: typed }));
      expect([reply.status, reply.text.includes('The code has six digits.')]).toEqual([422, true]);
    }
    expect(await eventsOf(claimId)).not.toContain('code-refused');
    expect((await sendForm(link, form('approve', { code }))).status).toBe(303);
  });

  test('is good for its own answer only, and a newer one replaces it', async () => {
    const { claimId, link } = await asked();
    await sendForm(link, form('approve'));
    const first = await codeSent(stack, claimId);
    const other = await sendForm(link, form('decline', { code: first }));
    expect([other.status, other.text.includes('no longer works for this answer')]).toEqual([422, true]);
    // A second window with another answer.
    await sendForm(link, form('decline'));
    const second = await codeSent(stack, claimId, 2);
    expect((await sendForm(link, form('approve', { code: first }))).status).toBe(422);
    expect((await claimOf(claimId)).status).toBe('submitted');
    const answers = await Promise.all([
      sendForm(link, form('decline', { code: second })),
      sendForm(link, form('decline', { code: second })),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const events = await eventsOf(claimId);
    expect(events.filter((event) => event === 'declined')).toHaveLength(1);
    const standing = await sendForm(link, form('approve', { code: first }));
    expect([standing.status, standing.text.includes('was not recorded')]).toEqual([409, true]);
  });

  test('that was made for another claim, or for none, is wrong', async () => {
    const [one, other] = [await asked(), await asked()];
    await sendForm(one.link, form('approve'));
    await sendForm(other.link, form('approve'));
    const [code, foreign] = [await codeSent(stack, one.claimId), await codeSent(stack, other.claimId)];
    if (foreign !== code) expect((await sendForm(one.link, form('approve', { code: foreign }))).status).toBe(422);
    const none = await asked();
    const early = await sendForm(none.link, form('approve', { code }));
    expect([early.status, early.text.includes('no longer works')]).toEqual([422, true]);
    expect((await claimOf(none.claimId)).status).toBe('submitted');
  });

  test('does not outlive a change of who is partner of record: the page comes again, and the same code answers it', async () => {
    const kim = await signIn(stack, 'kim');
    const customer = newCustomer();
    const { claimId, link } = await asked({ customer });
    await sendForm(link, form('approve'));
    const code = await codeSent(stack, claimId);
    const rival = await asked({ customer, partnerLocation: { mpnId: '5209871' } }, kim);
    const won = await answerWithCode(stack, { ...rival, decision: 'approve' });
    expect(won.status).toBe(303);
    await claimWhen(kim, rival.claimId, ({ status }) => status === 'approved');

    const changed = await sendForm(link, form('approve', { code }));
    expect([changed.status, changed.text.includes('has changed since you opened')]).toEqual([409, true]);
    expect(await claimOf(claimId)).not.toHaveProperty('decision');
    // Nor is a code sent for a page that is out of date.
    const outdated = await sendForm(link, form('approve', { again: 'yes' }));
    expect(outdated.status).toBe(409);
    expect(await codeMails(stack, claimId)).toHaveLength(1);

    const seen = await seenOn(link);
    expect((await sendForm(link, form('approve', { seen, code }))).status).toBe(303);
    const history = await historyWith(avery, claimId, 'receipt-sent');
    expect(history.find(({ event }) => event === 'approve-takeover')?.detail).toMatchObject({
      to: 'dana@contoso.example',
    });
    expect((await claimOf(claimId)).status).toBe('approved');
  });
});

describe('As time passes', () => {
  test('a code expires after ten minutes', async () => {
    const { claimId, link } = await asked();
    await sendForm(link, form('approve'));
    const code = await codeSent(stack, claimId);
    await advance(stack, 'PT10M');
    avery = await signIn(stack, 'avery');
    const late = await sendForm(link, form('approve', { code }));
    expect([late.status, late.text.includes('This code has expired.')]).toEqual([422, true]);
    expect((await claimOf(claimId)).status).toBe('submitted');
    // Sending the answer once more sends a new code.
    expect((await sendForm(link, form('approve'))).status).toBe(200);
    const next = await codeSent(stack, claimId, 2);
    expect((await sendForm(link, form('approve', { code: next }))).status).toBe(303);
  });

  test('five codes an hour are sent, and no more; the last one still works', async () => {
    const { claimId, link } = await asked();
    await sendForm(link, form('approve'));
    for (let sent = 2; sent <= 5; sent += 1) {
      await advance(stack, 'PT61S');
      expect((await sendForm(link, form('approve', { again: 'yes' }))).status).toBe(200);
    }
    await advance(stack, 'PT61S');
    const limited = await sendForm(link, form('approve', { again: 'yes' }));
    expect([limited.status, limited.text.includes('We have sent too many codes for now.')]).toEqual([429, true]);
    expect(limited.text).toContain('name="code"');
    expect(limited.text).not.toContain('name="again"');
    expect((await sendForm(link, form('decline'))).status).toBe(429);
    const code = await codeSent(stack, claimId, 5);
    expect(await codeMails(stack, claimId)).toHaveLength(5);

    await advance(stack, 'PT61M');
    avery = await signIn(stack, 'avery');
    expect((await sendForm(link, form('approve', { code }))).status).toBe(422);
    expect((await sendForm(link, form('approve', { again: 'yes' }))).status).toBe(200);
    const next = await codeSent(stack, claimId, 6);
    expect((await sendForm(link, form('approve', { code: next }))).status).toBe(303);
  });

  test('another contact gets codes where the one before has none left', async () => {
    const { claimId, link } = await asked();
    // Either answer replaces the code for the other one.
    for (const decision of ['approve', 'decline', 'approve', 'decline', 'approve']) {
      expect((await sendForm(link, form(decision))).status).toBe(200);
    }
    expect((await sendForm(link, form('decline'))).status).toBe(429);
    const customerContact = { ...restOfDraft.customerContact, name: 'Lee Newcomer', email: 'lee@contoso.example' };
    expect((await avery.post(`claims/${claimId}/customer-contact`, customerContact)).status).toBe(200);
    const [, next = ''] = await requestLinks(stack, claimId, 2);
    expect((await sendForm(next, form('approve'))).status).toBe(200);
    const code = await codeSent(stack, claimId, 6);
    expect((await codeMails(stack, claimId)).at(-1)?.to).toEqual(['lee@contoso.example']);
    expect((await sendForm(next, form('approve', { code }))).status).toBe(303);
  });

  test('the right code is too late after the deadline, and no code is sent then', async () => {
    const { claimId, link } = await asked();
    await advance(stack, 'P3D');
    avery = await signIn(stack, 'avery');
    const { request } = await claimOf(claimId);
    const { now } = (await send(`${stack.app}/admin/clock`, 'GET')).body;
    const minutes = Math.floor((Date.parse(request.deadline) - Date.parse(now)) / 60_000) - 2;
    await advance(stack, `PT${minutes}M`);
    expect((await sendForm(link, form('approve'))).status).toBe(200);
    const code = await codeSent(stack, claimId);
    await advance(stack, 'PT4M');
    const late = await sendForm(link, form('approve', { code }));
    expect([409, 410]).toContain(late.status);
    expect([409, 410]).toContain((await sendForm(link, form('approve', { again: 'yes' }))).status);
    expect(await codeMails(stack, claimId)).toHaveLength(1);
    avery = await signIn(stack, 'avery');
    expect((await claimWhen(avery, claimId, ({ status }) => status === 'expired')).decision).toBeUndefined();
  });
});
