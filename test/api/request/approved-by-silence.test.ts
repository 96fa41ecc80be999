import { afterAll, beforeAll, expect, test } from 'vitest';
import { askedClaim } from '../../support/claims/after-submission.ts';
import { advance, claimWhen, historyWith, mailsArrived, submittedClaim } from '../../support/claims/claims.ts';
import { inShort } from '../../support/claims/history-chain.ts';
import { send, signIn } from '../../support/http/client.ts';
import { type Stack, startStack } from '../../support/stack/stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ settings: { CONSENT_ON_SILENCE: 'approve', REMINDER_DAYS: 'none' } });
});
afterAll(() => stack.stop());

test('where silence means approval, the mail says so, and the record keeps that no one answered', async () => {
  const avery = await signIn(stack, 'avery');
  const id = await askedClaim(avery);
  const [request] = await mailsArrived(stack, id, 1);
  for (const part of [request?.text, request?.html]) {
    expect(part).toContain('If you do not answer by then, the request counts as approved.');
  }
  const link = /https?:\S+/.exec(request?.text ?? '')?.[0] ?? '';
  expect((await send(link, 'GET')).text).toContain('the request counts as approved');

  await advance(stack, 'P10D');
  const client = await signIn(stack, 'avery');
  const history = await historyWith(client, id, 'receipt-sent');
  expect(inShort(history).slice(-3)).toEqual([
    'system approved submitted>approved',
    'system outcome-sent approved>approved',
    'system receipt-sent approved>approved',
  ]);
  expect(history.at(-3)?.detail).toEqual({ consent: 'silence' });

  const { body: claim } = await client.get(`claims/${id}`);
  expect(claim).toMatchObject({
    status: 'approved',
    consent: 'silence',
    allowedActions: ['comment', 'add-poe', 'disassociate', 'copy'],
  });
  expect(claim.request.reminders).toEqual([]);
  expect(claim).not.toHaveProperty('decision');

  const [, near, ...closing] = await mailsArrived(stack, id, 4);
  expect(near?.subject).toBe('No answer yet, two business days left: Contoso');
  expect(near?.text).toContain('the request counts as approved');
  expect(closing.map(({ to, subject }) => [to, subject]).toSorted()).toEqual([
    [['avery@northwind.example'], 'Approved without an answer: Contoso'],
    [['dana@contoso.example'], 'Receipt: you approved the request from Northwind Partners'],
  ]);
  expect(closing.find(({ subject }) => subject.startsWith('Receipt'))?.text).toContain('no answer was given in time');
  const page = (await send(link, 'GET')).text;
  expect(page).toContain('Approved without an answer');
  expect(page).toMatch(/<dt>Date<\/dt><dd>\w+, \d+ \w+ \d{4}/);
});

test('a revenue association expires all the same, by the policy of its activity: its mail and its page say so', async () => {
  const client = await signIn(stack, 'avery');
  const id = await submittedClaim(client, 'Revenue', {
    track: 'revenue_association',
    activities: ['revenue'],
    revenue: { dynamicsSolutionSellerName: 'Sam', customerName: 'Contoso', isvProductName: 'Add-on' },
  });
  const [request] = await mailsArrived(stack, id, 1);
  expect(request?.text).not.toContain('counts as approved');
  expect((await client.get(`claims/${id}`)).body.policy).toMatchObject({ onSilence: 'expire', windowBusinessDays: 5 });
  await advance(stack, 'P10D');
  const later = await signIn(stack, 'avery');
  await historyWith(later, id, 'outcome-sent');
  expect((await later.get(`claims/${id}`)).body).toMatchObject({ status: 'expired', statusReason: 'no-answer' });
});

test('the policy of a claim stays as the mail said it, also when the settings change before the deadline', async () => {
  const before = await startStack({ settings: { CONSENT_ON_SILENCE: 'expire' } });
  const id = await submittedClaim(await signIn(before, 'avery'));
  await mailsArrived(before, id, 1);
  const { policy } = (await (await signIn(before, 'avery')).get(`claims/${id}`)).body;
  await before.kill();
  const after = await startStack({
    dataDir: before.dataDir,
    settings: {
      CONSENT_ON_SILENCE: 'approve',
      CONSENT_WINDOW_BUSINESS_DAYS: '3',
      REMINDER_DAYS: '2',
      TEMPLATE_MANDATORY: 'on',
    },
  });
  try {
    // A new link has the window of the submission as well.
    const early = await signIn(after, 'avery');
    const asked = (await early.get(`claims/${id}`)).body;
    expect(asked.policy).toEqual(policy);
    await advance(after, 'PT2H');
    const again = await signIn(after, 'avery');
    expect((await again.post(`claims/${id}/resend`, {})).status).toBe(200);
    const resent = await claimWhen(
      again,
      id,
      ({ request }) => request !== undefined && request.sentAt > asked.request.sentAt,
    );
    expect(resent.request.reminders).toHaveLength(2);
    expect(resent.request.deadline.slice(0, 10) >= asked.request.deadline.slice(0, 10)).toBe(true);
    await advance(after, 'P10D');
    const client = await signIn(after, 'avery');
    await historyWith(client, id, 'outcome-sent');
    expect((await client.get(`claims/${id}`)).body).toMatchObject({ status: 'expired', statusReason: 'no-answer' });
  } finally {
    await after.stop();
  }
});
