import { afterAll, beforeAll, expect, test } from 'vitest';
import { advanceToInstant, advanceToWeekday } from '../../support/claims/calendar.ts';
import {
  claimWhen,
  completeDraft,
  decide,
  decisionLink,
  mailsArrived,
  submittedClaim,
} from '../../support/claims/claims.ts';
import { orchestrationOf } from '../../support/claims/end-state.ts';
import { deliverEvent, eventsQueue } from '../../support/claims/platform-events.ts';
import { type Client, signIn } from '../../support/http/client.ts';
import { type FaultyStack, startFaultyStack } from '../../support/stack/faulty-stack.ts';
import { metric, promptTelemetry } from '../../support/telemetry.ts';
import { until } from '../../support/until.ts';

/** What operators watch and are alerted by. Names and attributes are those that the alerts ask for. */

let stack: FaultyStack;
let avery: Client;

beforeAll(async () => {
  stack = await startFaultyStack({ ...promptTelemetry, RECONCILE_SCHEDULE: '* * * * * *' });
  await advanceToWeekday(stack, 'monday', 8);
  avery = await signIn(stack, 'avery');
});
afterAll(() => stack?.stop());

/** Waits until a metric has this value for these attributes. */
const metricIs = (name: string, attributes: Record<string, string>, value: number | ((value: number) => boolean)) =>
  until(`${name} ${JSON.stringify(attributes)} to be ${value}`, async () => {
    const found = (await metric(stack, name)).find((point) =>
      Object.entries(attributes).every(([key, wanted]) => point.attributes[key] === wanted),
    );
    if (found === undefined) return undefined;
    return (typeof value === 'number' ? found.value === value : value(found.value)) && found;
  });

test('claims are counted by what became of them, mails by kind and result, and the time to a decision is measured', async () => {
  const [first, second, third] = [
    await submittedClaim(avery),
    await submittedClaim(avery),
    await submittedClaim(avery),
  ];
  for (const id of [first, second, third]) await decisionLink(stack, id);
  await metricIs('claims.in_flight', { status: 'submitted' }, 3);

  await decide(await decisionLink(stack, first), 'approve');
  await decide(await decisionLink(stack, first), 'approve');
  await decide(await decisionLink(stack, second), 'decline');
  for (const id of [first, second]) await mailsArrived(stack, id, 3);

  await metricIs('claims.in_flight', { status: 'submitted' }, 1);
  await metricIs('claims.in_flight', { status: 'approved' }, 0);
  await metricIs('claims.decisions', { outcome: 'approved' }, 1);
  await metricIs('claims.decisions', { outcome: 'declined' }, 1);
  const took = await metricIs('claims.time_to_decision', { outcome: 'approved' }, 1);
  expect(took.unit).toBe('s');
  expect(took.sum).toBeGreaterThan(0);
  expect(took.sum).toBeLessThan(60);
  await metricIs('claims.transitions', { from: 'none', to: 'draft' }, 3);
  await metricIs('claims.transitions', { from: 'draft', to: 'submitted' }, 3);
  await metricIs('claims.transitions', { from: 'submitted', to: 'approved' }, 1);
  await metricIs('mails.sent', { kind: 'request', result: 'accepted' }, 3);
  await metricIs('mails.sent', { kind: 'receipt', result: 'accepted' }, 2);
});

test('the age of the oldest waiting claim grows with the wait; reminders are counted', async () => {
  const id = await submittedClaim(avery);
  const { request } = await claimWhen(avery, id, (claim) => claim.request !== undefined);
  await advanceToInstant(stack, new Date(Date.parse(request.reminders[0].dueAt) + 5000));
  avery = await signIn(stack, 'avery');
  const days = 86_400;
  const age = await metricIs('claims.oldest_waiting_age', {}, (seconds) => seconds > 2 * days && seconds < 8 * days);
  expect(age.unit).toBe('s');
  // Two claims wait, this one and that of the test before.
  await metricIs('reminders.sent', {}, 2);
  await metricIs('mails.sent', { kind: 'reminder', result: 'accepted' }, 2);
  await metricIs('claims.due_within_day', {}, 0);
  await advanceToInstant(stack, new Date(Date.parse(request.deadline) - 3_600_000));
  await metricIs('claims.due_within_day', {}, 2);
  avery = await signIn(stack, 'avery');
});

test('claims that need attention, refused mails and poison messages are counted', async () => {
  const id = await completeDraft(avery);
  stack.proxy.fateOf = ({ kind }) => (kind.startsWith('mail') ? { answer: 400 } : undefined);
  await avery.post(`claims/${id}/submit`, { acknowledged: true });
  await metricIs('claims.attention', {}, 1);
  await metricIs('mails.sent', { kind: 'request', result: 'refused' }, 1);
  stack.proxy.fateOf = () => undefined;

  await metricIs('poison.messages', {}, 0);
  await eventsQueue(stack, '-poison').create();
  await eventsQueue(stack, '-poison').sendMessage('eA==');
  await metricIs('poison.messages', {}, 1);
  // A message of no use is dropped, and does not go to the poison queue.
  await deliverEvent(stack, 'nonsense');
});

test('what the reconciler mends is counted', async () => {
  const id = await submittedClaim(avery);
  const { request } = await claimWhen(avery, id, (claim) => claim.request !== undefined);
  await stack.instance('POST', id, '/terminate');
  await until('the termination', async () => (await orchestrationOf(stack, id)) === 'Terminated');
  await advanceToInstant(stack, new Date(Date.parse(request.reminders[0].dueAt) + 120_000));
  await metricIs('reconciler.repairs', { finding: 'restarted' }, 1);
});

test('while storage is out counts are sent on, and what could not be measured is measured afterwards', async () => {
  const [before] = await metric(stack, 'claims.attention');
  stack.proxy.fateOf = ({ service }) => (service === 'table' ? { answer: 503 } : undefined);
  await until('a count of mails that is newer', async () => {
    const [mails] = await metric(stack, 'mails.sent');
    return mails !== undefined && before !== undefined && mails.at > before.at;
  });
  stack.proxy.fateOf = () => undefined;
  await until('a measurement that is newer', async () => {
    const [after] = await metric(stack, 'claims.attention');
    return after !== undefined && before !== undefined && after.at > before.at;
  });
});
