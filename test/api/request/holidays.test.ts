import { afterAll, beforeAll, expect, test } from 'vitest';
import { advanceToInstant, advanceToWeekday } from '../../support/claims/calendar.ts';
import { claimWhen, completeDraft, decide, decisionLink, mailsArrived, mailsOf } from '../../support/claims/claims.ts';
import { signIn } from '../../support/http/client.ts';
import { type Stack, startStack } from '../../support/stack/stack.ts';

/** The customer's time to answer, by the calendar on the customer's wall. */

const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** India is 5.5 hours ahead of UTC, Kiribati 14, the whole year. */
const kolkata = 5.5 * hourMs;
const kiritimati = 14 * hourMs;

/** The start of the next Monday, UTC, and the Wednesday of that week, a holiday in India. */
const today = new Date(new Date().toISOString().slice(0, 10)).getTime();
const monday = today + ((8 - new Date(today).getUTCDay()) % 7 || 7) * dayMs;
const wednesday = new Date(monday + 2 * dayMs).toISOString().slice(0, 10);

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ settings: { HOLIDAYS: JSON.stringify({ IN: [wednesday] }) } });
  await advanceToWeekday(stack, 'monday', 12);
});
afterAll(() => stack.stop());

const requested = async (place: { country?: string; timeZone?: string }) => {
  const client = await signIn(stack, 'avery');
  const id = await completeDraft(client);
  const { etag } = await client.get(`claims/${id}`);
  const { customer } = (await client.patch(`claims/${id}`, { customer: place }, etag)).body;
  expect((await client.post(`claims/${id}/submit`, { acknowledged: true })).status).toBe(202);
  const { request } = await claimWhen(client, id, (claim) => claim.request !== undefined);
  return { id, request, zone: customer.deadlineTimeZone };
};

const iso = (ms: number): string => new Date(ms).toISOString();
const inZone = (offsetMs: number, days: number, timeMs: number): string =>
  iso(monday + days * dayMs + timeMs - offsetMs);
const [morning, end] = [9 * hourMs, dayMs - 1000];

test('days end at the customer’s midnight, and a holiday of the country is no business day', async () => {
  // Tuesday 1, Wednesday a holiday, Thursday 2, Friday 3, Monday 4, Tuesday 5.
  const { id, request } = await requested({ country: 'IN', timeZone: 'Asia/Kolkata' });
  expect(request).toMatchObject({
    deadline: inZone(kolkata, 8, end),
    deadlineInWords: expect.stringMatching(/^Tuesday,? \d+ \w+ \d{4} at 23:59 .*India Standard Time/),
    reminders: [{ dueAt: inZone(kolkata, 4, morning) }, { dueAt: inZone(kolkata, 8, morning) }],
  });
  const [mail] = await mailsArrived(stack, id, 1);
  expect(mail?.text).toContain('23:59');
  expect(mail?.text).toContain('India Standard Time');

  const elsewhere = await requested({ country: 'DE', timeZone: 'Asia/Kolkata' });
  expect(elsewhere.zone).toBe('Asia/Kolkata');
  expect(elsewhere.request.deadline).toBe(inZone(kolkata, 7, end));
  const unknown = await requested({});
  expect(unknown.zone).toBe('UTC');
  expect(unknown.request).toMatchObject({
    deadline: inZone(0, 7, end),
    deadlineInWords: expect.stringMatching(/at 23:59 \(UTC\)$/),
  });
});

test('the first day is the one after the customer’s own, where it is Tuesday already', async () => {
  const { id, request } = await requested({ timeZone: 'Pacific/Kiritimati' });
  expect(request.deadline).toBe(inZone(kiritimati, 8, end));
  expect(request.reminders[0].dueAt).toBe(inZone(kiritimati, 4, morning));
  const link = await decisionLink(stack, id);

  await advanceToInstant(stack, new Date(Date.parse(request.reminders[0].dueAt) - 5000));
  expect(await mailsOf(stack, id)).toHaveLength(1);
  await advanceToInstant(stack, new Date(Date.parse(request.reminders[0].dueAt) + 60_000));
  await mailsArrived(stack, id, 2);

  await advanceToInstant(stack, new Date(Date.parse(request.deadline) - 5000));
  expect((await decide(link, 'approve')).status).toBe(303);
  const other = await requested({ timeZone: 'Pacific/Kiritimati' });
  const client = await signIn(stack, 'avery');
  expect((await client.get(`claims/${id}`)).body.status).toBe('approved');
  await advanceToInstant(stack, new Date(Date.parse(other.request.deadline) + 60_000));
  const after = await signIn(stack, 'avery');
  expect(await claimWhen(after, other.id, ({ status }) => status !== 'submitted')).toMatchObject({
    status: 'expired',
    statusReason: 'no-answer',
  });
});
