import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { DEMO_PARTNERS } from '../../local/demo/people.ts';
import { codeMails, codeSent, sendForm, withSecondFactor } from '../support/claims/answer-codes.ts';
import { advanceToWeekday } from '../support/claims/calendar.ts';
import {
  advance,
  claimWhen,
  completeDraft,
  decisionLink,
  mailsArrived,
  mailsOf,
  submittedClaim,
} from '../support/claims/claims.ts';
import { claimOf } from '../support/http/call-label.ts';
import { type Reply, send, signIn } from '../support/http/client.ts';
import { type FaultyStack, startFaultyStack } from '../support/stack/faulty-stack.ts';
import { stackTime } from '../support/stack/stack-clock.ts';
import { until } from '../support/until.ts';

let stack: FaultyStack;

beforeAll(async () => {
  stack = await startFaultyStack();
  await advanceToWeekday(stack, 'monday', 8);
});
afterEach(() => send(`${stack.mail}/faults`, 'DELETE'));
afterAll(() => stack?.stop());

const avery = () => signIn(stack, 'avery');
const orderFault = (fault: Record<string, unknown>): Promise<Reply> =>
  send(`${stack.mail}/faults`, 'POST', { json: fault });

const faults: { kind: string; times: number; retryAfterSeconds?: number; status?: number; ms?: number }[] = [
  { kind: 'throttle', retryAfterSeconds: 0, times: 4 },
  { kind: 'throttle', retryAfterSeconds: 600, times: 2 },
  { kind: 'error', status: 500, times: 4 },
  { kind: 'error', status: 503, times: 4 },
  { kind: 'lost-answer', times: 4 },
  { kind: 'delay', ms: 300, times: 1 },
];
test.each(faults)('the request leaves once and starts the window when it was accepted: $kind $times', async (fault) => {
  expect((await orderFault(fault)).status).toBe(200);
  const claimId = await submittedClaim(await avery());
  const { request, attention } = await until('the request on record', async () => {
    const { body } = await (await avery()).get(`claims/${claimId}`);
    if (body.request !== undefined) return body;
    await advance(stack, `PT${fault.retryAfterSeconds || 5}S`);
    return undefined;
  });
  const mails = await mailsOf(stack, claimId);
  expect(mails).toHaveLength(1);
  // When the answer was lost, the app learns of it later: the customer's window is never shorter for that.
  expect(Date.parse(request.sentAt)).toBeGreaterThanOrEqual(Date.parse(mails[0]?.receivedAt ?? ''));
  expect(attention).toBeUndefined();
});

const operations = () => signIn(stack, 'ops');
const failedClaims = async (): Promise<string[]> =>
  (await (await operations()).get('operations/claims?state=attention')).body.value.map(
    ({ claimId }: { claimId: string }) => claimId,
  );
const eventsOf = async (claimId: string): Promise<string[]> =>
  (await (await avery()).get(`claims/${claimId}/history`)).body.value.map(({ event }: { event: string }) => event);

/** A claim whose request did not leave for so long that the app says so. */
const failingClaim = async (): Promise<string> => {
  await orderFault({ kind: 'error', status: 503, times: 1000 });
  const claimId = await submittedClaim(await avery());
  await until('attention', async () => {
    const { body } = await (await avery()).get(`claims/${claimId}`);
    if (body.attention !== undefined) return true;
    await advance(stack, 'PT10M');
    return undefined;
  });
  return claimId;
};

test('a mail service that is away for long is shown to operations, and a redrive mends it once it is back', async () => {
  const claimId = await failingClaim();
  const stuck = (await (await avery()).get(`claims/${claimId}`)).body;
  expect(stuck).toMatchObject({ status: 'submitted', attention: { needs: 'operations' } });
  expect(stuck.request).toBeUndefined();
  expect(await failedClaims()).toContain(claimId);
  expect(await mailsOf(stack, claimId)).toEqual([]);

  await send(`${stack.mail}/faults`, 'DELETE');
  const before = await stackTime(stack);
  expect(
    (await (await operations()).post(`operations/claims/${claimId}/redrive`, { reason: 'For the test.' })).status,
  ).toBe(202);
  // The clock stands still: a push is not to wait for the next try's turn.
  const mended = await claimWhen(await avery(), claimId, ({ request }) => request !== undefined);
  expect(mended.attention).toBeUndefined();
  expect(Date.parse(mended.request.sentAt)).toBeGreaterThanOrEqual(before.getTime());
  expect(await mailsOf(stack, claimId)).toHaveLength(1);
  expect(await failedClaims()).not.toContain(claimId);
  const events = (await eventsOf(claimId)).filter((event) => event !== 'delivery-reported');
  expect(events.slice(-3)).toEqual(['attention-needed', 'redriven', 'request-sent']);
});

test('a mail service that comes back is used again without anybody, and the mark goes', async () => {
  const claimId = await failingClaim();
  await send(`${stack.mail}/faults`, 'DELETE');
  await advance(stack, 'PT1H5M');
  const mended = await claimWhen(await avery(), claimId, ({ request }) => request !== undefined);
  expect(mended.attention).toBeUndefined();
  expect(await failedClaims()).not.toContain(claimId);
  expect(await mailsOf(stack, claimId)).toHaveLength(1);
  expect((await eventsOf(claimId)).filter((event) => event === 'attention-needed')).toHaveLength(1);
});

test('outcome mails that fail for a while leave once, and the claim is decided at once all the same', async () => {
  const client = await avery();
  const claimId = await submittedClaim(client);
  await claimWhen(client, claimId, ({ request }) => request !== undefined);
  await orderFault({ kind: 'lost-answer', times: 3 });
  const withdrawn = await client.post(`claims/${claimId}/withdraw`, { reason: 'Wrong' });
  expect(withdrawn.body.status).toBe('withdrawn');
  await until('the end', async () => {
    if ((await eventsOf(claimId)).includes('withdrawn-sent')) return true;
    await advance(stack, 'PT5S');
    return undefined;
  });
  expect(await mailsOf(stack, claimId)).toHaveLength(2);
});

/** A claim whose customer needs a code, with the link to its page. */
const claimWithCode = async () => {
  const client = await avery();
  const claimId = await submittedClaim(client);
  await claimWhen(client, claimId, ({ request }) => request?.delivery === 'delivered');
  await withSecondFactor(stack, { partnerId: DEMO_PARTNERS[0]?.tenantId ?? '', claimId });
  return { claimId, link: await decisionLink(stack, claimId) };
};
const approve = { decision: 'approve', reason: '', seen: '' };

test.each([
  { kind: 'error', status: 503, times: 1 },
  { kind: 'lost-answer', times: 1 },
])(
  'a code that the mail service does not take at once is sent once, when the customer tries again: $kind',
  async (fault) => {
    const { claimId, link } = await claimWithCode();
    await orderFault(fault);
    const failed = await sendForm(link, approve);
    expect([failed.status, failed.headers.get('retry-after')]).toEqual([503, '5']);
    expect((await sendForm(link, approve)).status).toBe(200);
    const code = await codeSent(stack, claimId);
    expect(await codeMails(stack, claimId)).toHaveLength(1);
    expect((await eventsOf(claimId)).filter((event) => event === 'code-requested')).toHaveLength(1);
    expect((await sendForm(link, { ...approve, code })).status).toBe(303);
  },
);

test('an address that the mail service refuses a code for is named to the customer, with whom to write to', async () => {
  const { claimId, link } = await claimWithCode();
  stack.proxy.fateOf = (call) => (call.kind === 'mail:send' && claimOf(call) === claimId ? { answer: 400 } : undefined);
  const refused = await sendForm(link, approve);
  stack.proxy.fateOf = () => undefined;
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('does not accept mail for dana@contoso.example');
  expect(refused.text).toContain('avery@northwind.example');
  expect((await (await avery()).get(`claims/${claimId}`)).body.status).toBe('submitted');
});

/** A claim whose request the mail service refuses for its address. */
const refusedClaim = async () => {
  const client = await avery();
  const claimId = await completeDraft(client);
  stack.proxy.fateOf = (call) => (call.kind === 'mail:send' && claimOf(call) === claimId ? { answer: 400 } : undefined);
  expect((await client.post(`claims/${claimId}/submit`, { acknowledged: true })).status).toBe(202);
  return { claimId, stuck: await claimWhen(client, claimId, ({ attention }) => attention !== undefined) };
};

test('an address that the mail service refuses needs the partner, who can still withdraw', async () => {
  const { claimId, stuck } = await refusedClaim();
  expect(stuck).toMatchObject({ status: 'submitted', attention: { needs: 'partner' } });
  expect(await failedClaims()).toContain(claimId);

  // Nothing is tried again that cannot work.
  await advance(stack, 'PT3H');
  expect(await mailsOf(stack, claimId)).toEqual([]);
  expect((await eventsOf(claimId)).filter((event) => event === 'attention-needed')).toHaveLength(1);

  stack.proxy.fateOf = () => undefined;
  const withdrawn = await (await avery()).post(`claims/${claimId}/withdraw`, { reason: 'Wrong address' });
  expect(withdrawn.body).toMatchObject({ status: 'withdrawn' });
  await mailsArrived(stack, claimId, 1);
  await claimWhen(await avery(), claimId, ({ attention }) => attention === undefined);
  expect(await failedClaims()).not.toContain(claimId);
});

test('a claim whose address is refused ends with its window where the partner does nothing, and is left alone before', async () => {
  const { claimId, stuck } = await refusedClaim();
  // A long sleep is made of several timers.
  const work = async () => {
    const { steps } = (await (await operations()).get(`operations/claims/${claimId}/orchestration`)).body;
    return steps.filter(({ kind }: { kind: string }) => kind === 'activity' || kind === 'event');
  };
  const half = (Date.parse(stuck.attention.expiresAt) - (await stackTime(stack)).getTime()) / 2000;
  await advance(stack, `PT${Math.floor(half)}S`);
  expect(await work()).toHaveLength(1);

  stack.proxy.fateOf = () => undefined;
  await advance(stack, `PT${Math.ceil(half) + 60}S`);
  const ended = await claimWhen(await avery(), claimId, ({ status }) => status !== 'submitted');
  expect(ended).toMatchObject({ status: 'expired', statusReason: 'not-delivered' });
  const [mail] = await mailsArrived(stack, claimId, 1);
  expect(mail?.text).toContain('The request could not be delivered');
});
