import { afterAll, beforeAll, expect, test } from 'vitest';
import { advanceToInstant, advanceToWeekday, dayAt } from '../../support/claims/calendar.ts';
import {
  claimWhen,
  decide,
  decisionLink,
  historyWith,
  mailsArrived,
  mailsOf,
  submittedClaim,
} from '../../support/claims/claims.ts';
import { inShort, recomputedHashes } from '../../support/claims/history-chain.ts';
import { type Client, send, signIn, versionOf } from '../../support/http/client.ts';
import { clockStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';

/** The customer's time to answer: five business days, reminders on the third and the fifth. */

let stack: Stack;
beforeAll(async () => {
  stack = await clockStack();
});
afterAll(() => stack.stop());

const requested = async (client: Client): Promise<{ id: string; request: Record<string, unknown> }> => {
  const id = await submittedClaim(client);
  const { request } = await claimWhen(client, id, (claim) => claim.request !== undefined);
  return { id, request };
};

const reminders = (mails: { subject: string }[]) => mails.filter(({ subject }) => /^(Last r|R)eminder/.test(subject));

/** Timers wake the workflow 2 s after the instant; more than that would be late. */
const expectAt = (receivedAt: string | undefined, dueAt: string): void => {
  const lateMs = Date.parse(receivedAt ?? '') - Date.parse(dueAt);
  expect(lateMs).toBeGreaterThanOrEqual(0);
  expect(lateMs).toBeLessThan(10_000);
};

test('over a weekend: reminders on business day 3 and 5, then the claim expires and the link is over', async () => {
  const thursday = await advanceToWeekday(stack, 'thursday', 12);
  const { id, request } = await requested(await signIn(stack, 'avery'));
  const link = await decisionLink(stack, id);
  const [third, fifth, deadline] = [
    dayAt(thursday, 5, '09:00:00'),
    dayAt(thursday, 7, '09:00:00'),
    dayAt(thursday, 7, '23:59:59'),
  ];
  expect(request).toMatchObject({
    deadline,
    reminders: [
      { number: 1, dueAt: third },
      { number: 2, dueAt: fifth },
    ],
  });

  await advanceToInstant(stack, new Date(dayAt(thursday, 5, '08:59:50')));
  expect(reminders(await mailsOf(stack, id))).toEqual([]);
  await advanceToInstant(stack, new Date(dayAt(thursday, 5, '10:00:00')));
  const [, first, near] = await mailsArrived(stack, id, 3);
  expectAt(first?.receivedAt, third);
  expect(first?.subject).toBe('Reminder: Northwind Partners is waiting for your answer');
  expect(first?.text).toContain(link);
  expect(first?.text).not.toContain('last reminder');
  expectAt(near?.receivedAt, third);
  expect(near).toMatchObject({
    to: ['avery@northwind.example'],
    subject: 'No answer yet, two business days left: Contoso',
  });
  expect(near?.text).not.toContain('/decisions/');

  // One jump over both: the second reminder and the end still come at their own instants.
  await advanceToInstant(stack, new Date(dayAt(thursday, 8, '00:05:00')));
  const mails = await mailsArrived(stack, id, 6);
  expect(mails).toHaveLength(6);
  expect(reminders(mails)).toHaveLength(2);
  const last = mails[3];
  expectAt(last?.receivedAt, fifth);
  expect(last?.subject).toBe('Last reminder: Northwind Partners is waiting for your answer');
  expect(last?.text).toMatch(/This is the last reminder\. The time to answer ends on \w+day.* at 23:59 \(UTC\)\./);
  for (const mail of mails.slice(4)) expectAt(mail.receivedAt, deadline);
  expect(Object.fromEntries(mails.slice(4).map(({ to, subject }) => [to[0], subject]))).toEqual({
    'avery@northwind.example': 'Expired: Contoso',
    'dana@contoso.example': 'The request from Northwind Partners has expired',
  });

  const client = await signIn(stack, 'avery');
  const history = await historyWith(client, id, 'outcome-sent');
  expect(inShort(history).slice(3)).toEqual([
    'system request-sent submitted>submitted',
    'system reminder-sent submitted>submitted',
    'system deadline-near-sent submitted>submitted',
    'system reminder-sent submitted>submitted',
    'system expired submitted>expired',
    'system outcome-sent expired>expired',
    'system expired-sent expired>expired',
  ]);
  expect(recomputedHashes(history)).toEqual(history.map(({ hash }) => hash));
  const { body: claim } = await client.get(`claims/${id}`);
  expect(claim).toMatchObject({ status: 'expired', statusReason: 'no-answer', allowedActions: ['comment', 'copy'] });
  expect(claim.request.reminders.map(({ sentAt }: { sentAt: string }) => sentAt.slice(0, 16))).toEqual([
    third.slice(0, 16),
    fifth.slice(0, 16),
  ]);
  expect(claim).not.toHaveProperty('decision');
  expect((await send(link, 'GET')).text).toContain('This request has expired');
  expect((await decide(link, 'approve')).status).toBe(409);
  // Both mails about the end are one change.
  expect(versionOf((await client.get(`claims/${id}`)).etag)).toBe(history.length - 1);
});

test.each([
  ['friday', [5, 7, 7]],
  ['saturday', [4, 6, 6]],
  ['sunday', [3, 5, 5]],
  ['monday', [3, 7, 7]],
] as const)('a request sent on a %s has its reminders and its end on the right days', async (weekday, days) => {
  const start = await advanceToWeekday(stack, weekday, 23);
  const { request } = await requested(await signIn(stack, 'avery'));
  expect(request).toMatchObject({
    reminders: [{ dueAt: dayAt(start, days[0], '09:00:00') }, { dueAt: dayAt(start, days[1], '09:00:00') }],
    deadline: dayAt(start, days[2], '23:59:59'),
  });
});

test('an answer on the last day counts, and no reminder follows it', async () => {
  const monday = await advanceToWeekday(stack, 'monday', 12);
  const { id } = await requested(await signIn(stack, 'avery'));
  const link = await decisionLink(stack, id);
  await advanceToInstant(stack, new Date(dayAt(monday, 7, '23:59:00')));
  expect((await decide(link, 'approve')).status).toBe(303);
  await mailsArrived(stack, id, 6);
  await advanceToInstant(stack, new Date(dayAt(monday, 9, '12:00:00')));

  const client = await signIn(stack, 'avery');
  expect((await client.get(`claims/${id}`)).body).toMatchObject({ status: 'approved', consent: 'explicit' });
  const subjects = (await mailsOf(stack, id)).map(({ subject }) => subject.split(':')[0]);
  expect(subjects.toSorted()).toEqual([
    'Approved',
    'Last reminder',
    'No answer yet, two business days left',
    'Northwind Partners asks for your approval',
    'Receipt',
    'Reminder',
  ]);
});
