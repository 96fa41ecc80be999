import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_PARTNERS } from '../../local/demo/people.ts';
import { timerSlackMs } from '../../src/domain/next-step.ts';
import { answerWithCode, withSecondFactor } from '../support/claims/answer-codes.ts';
import { advanceToInstant, advanceToWeekday } from '../support/claims/calendar.ts';
import { claimWhen, completeDraft, decide, decisionLink, historyWith } from '../support/claims/claims.ts';
import { type Client, type Reply, signIn } from '../support/http/client.ts';
import { type FaultyStack, startFaultyStack } from '../support/stack/faulty-stack.ts';
import { type Asked, ask, outcomesOf, same } from './lives.ts';

let stack: FaultyStack;

beforeAll(async () => {
  stack = await startFaultyStack();
  // Midnight and week-ends stay out of the way: all claims of a scenario have the same business days.
  await advanceToWeekday(stack, 'monday', 8);
});
afterAll(() => stack?.stop());

const avery = (): Promise<Client> => signIn(stack, 'avery');

const requestRecorded = async (claimId: string): Promise<Reply['body']> =>
  (await claimWhen(await avery(), claimId, ({ request }) => request !== undefined)).request;

const submit = (asked: Asked, claimId: string): Promise<void> =>
  ask(asked, `submit ${claimId}`, async () =>
    (await avery()).post(
      `claims/${claimId}/submit`,
      { acknowledged: true },
      { 'idempotency-key': `submit-${claimId}` },
    ),
  );
const approve = (asked: Asked, claimId: string): Promise<void> =>
  ask(asked, `approve ${claimId}`, async () => {
    await requestRecorded(claimId);
    return decide(await decisionLink(stack, claimId), 'approve');
  });
const approveAtOnce = (asked: Asked, claimId: string): Promise<void> =>
  ask(asked, `approve ${claimId}`, async () => decide(await decisionLink(stack, claimId), 'approve'));
const question = (asked: Asked, claimId: string): Promise<void> =>
  ask(asked, `question ${claimId}`, async () => decide(await decisionLink(stack, claimId), 'ask', 'What do we get?'));
const withdraw = (asked: Asked, claimId: string): Promise<void> =>
  ask(asked, `withdraw ${claimId}`, async () =>
    (await avery()).post(`claims/${claimId}/withdraw`, { reason: 'Wrong' }, { 'idempotency-key': `take-${claimId}` }),
  );

const draft = async (): Promise<string> => completeDraft(await avery());
const waitingClaim = async (): Promise<string> => {
  const claimId = await draft();
  await submit(new Map(), claimId);
  await requestRecorded(claimId);
  return claimId;
};

const claimWithCode = async (): Promise<string> => {
  const claimId = await waitingClaim();
  await claimWhen(await avery(), claimId, ({ request }) => request.delivery === 'delivered');
  await withSecondFactor(stack, { partnerId: DEMO_PARTNERS[0]?.tenantId ?? '', claimId });
  return claimId;
};
const approveWithCode = (asked: Asked, claimId: string): Promise<void> =>
  ask(asked, `approve ${claimId}`, async () =>
    answerWithCode(stack, { claimId, link: await decisionLink(stack, claimId), decision: 'approve' }),
  );

test('a kill at any write from submission to approval changes nothing in the end', async () => {
  const { expected, outcomes, answers } = await outcomesOf(stack, {
    claim: draft,
    steps: [submit, approve],
  });
  expect(expected).toEqual({
    status: 'approved',
    consent: 'explicit',
    decision: 'approved',
    attention: false,
    history: ['created', 'poe-added', 'submitted', 'request-sent', 'approved', 'outcome-sent', 'receipt-sent'],
    chainHolds: true,
    mails: ['outcome', 'receipt', 'request'],
    filesIntact: true,
    orchestration: 'Completed',
    ledger: { watching: 0, asking: 1, holding: 1, over: 0 },
  });
  expect(Object.keys(outcomes)).toEqual(
    expect.arrayContaining([
      'after table:batch inflight', // the ledger knows of a submission that is not there yet
      'after table:batch claims submitted', // nothing has started the orchestration
      'before mail:send request', // the orchestration runs
      'after mail:send request', // the mail has left, the app does not know
      'after table:batch inflight (3)', // the product is taken for a decision that is not there yet
      'after table:batch claims approved', // the decision is written, the event is lost
      'after mail:send receipt',
      'after table:batch inflight (4)', // all is done, but the activity has not said so
    ]),
  );
  expect(outcomes).toEqual(same(Object.keys(outcomes), expected));
  expect(answers.toSorted()).toEqual([202, 303]);
});

test('a kill at any write between the request and an answer with a code changes nothing in the end', async () => {
  const { expected, outcomes, answers } = await outcomesOf(stack, {
    claim: claimWithCode,
    steps: [approveWithCode],
    where: (point) => /code|approved/.test(point),
  });
  expect(expected).toMatchObject({
    status: 'approved',
    decision: 'approved',
    mails: ['answer-code', 'outcome', 'receipt', 'request'],
  });
  expect(Object.keys(outcomes)).toEqual(
    expect.arrayContaining([
      'after table:batch claims code-requested', // the code is on the record and in no mail
      'after mail:send answer-code', // the customer has the code, and no page to type it on
      'before table:batch claims approved', // the right code was typed
    ]),
  );
  expect(outcomes).toEqual(same(Object.keys(outcomes), expected));
  expect(answers).toEqual([303]);
});

test('a kill at any write of a withdrawal changes nothing in the end', async () => {
  const { expected, outcomes, answers } = await outcomesOf(stack, { claim: waitingClaim, steps: [withdraw] });
  expect(expected).toMatchObject({
    status: 'withdrawn',
    mails: ['request', 'withdrawn'],
    ledger: { watching: 0, asking: 0, holding: 0, over: 1 },
  });
  expect(outcomes).toEqual(same(Object.keys(outcomes), expected));
  expect(answers).toEqual([200]);
});

test('a kill at any write of a question changes nothing in the end, and leaves no step of the claim behind', async () => {
  const { expected, outcomes, answers } = await outcomesOf(stack, {
    claim: waitingClaim,
    steps: [question, withdraw],
    // A withdrawal that comes before the question's mail makes that mail obsolete, so those points have another end.
    where: (point) => /question-asked|(put|delete) inflight$/.test(point),
  });
  expect(expected).toMatchObject({
    status: 'withdrawn',
    mails: ['question', 'request', 'withdrawn'],
    ledger: { watching: 0, asking: 0, holding: 0, over: 1 },
  });
  expect(Object.keys(outcomes)).toEqual(
    expect.arrayContaining([
      'after table:batch claims question-asked', // the row of the reminder is still there
      'before table:delete inflight',
    ]),
  );
  expect(outcomes).toEqual(same(Object.keys(outcomes), expected));
  expect(answers.toSorted()).toEqual([200, 303]);
});

test('a kill around a reminder, or the notice to the partner beside it, sends each once all the same', async () => {
  const { expected, outcomes } = await outcomesOf(stack, {
    claim: waitingClaim,
    clock: async (claimId) => {
      const { reminders } = await requestRecorded(claimId);
      await advanceToInstant(stack, new Date(Date.parse(reminders[0].dueAt) + timerSlackMs));
    },
    settled: async (claimId) => historyWith(await avery(), claimId, 'deadline-near-sent'),
  });
  expect(expected).toMatchObject({
    status: 'expired',
    mails: ['deadline-near', 'expired', 'outcome', 'reminder', 'reminder 2', 'request'],
  });
  expect(Object.keys(outcomes)).toEqual(
    expect.arrayContaining([
      'after mail:send reminder',
      'before table:batch claims reminder-sent',
      'after mail:send deadline-near',
      'before table:batch claims deadline-near-sent',
    ]),
  );
  expect(outcomes).toEqual(same(Object.keys(outcomes), expected));
});

test('a kill at any write while the window closes changes nothing in the end', async () => {
  const { expected, outcomes } = await outcomesOf(stack, {
    claim: waitingClaim,
    clock: async (claimId) => {
      const { deadline } = await requestRecorded(claimId);
      await advanceToInstant(stack, new Date(Date.parse(deadline) + timerSlackMs));
    },
    // The third row that moves is that of the end; those before are the reminders'.
    where: (point) => /expired|outcome|inflight \(3\)/.test(point),
  });
  expect(expected).toMatchObject({ status: 'expired', history: expect.arrayContaining(['expired', 'outcome-sent']) });
  expect(Object.keys(outcomes)).toEqual(
    expect.arrayContaining([
      'after table:batch claims expired',
      'after mail:send outcome',
      'after mail:send expired',
      'after table:batch inflight (3)',
    ]),
  );
  expect(outcomes).toEqual(same(Object.keys(outcomes), expected));
});

test('an answer to a mail that was never recorded as sent survives the kill', async () => {
  const { expected, outcomes } = await outcomesOf(stack, {
    claim: draft,
    steps: [submit, approveAtOnce],
    where: (point) => point === 'after mail:send request' || point === 'before table:batch claims request-sent',
    // Both claims are submitted, and both mails answered.
    answersFirst: 4,
  });
  expect(Object.keys(outcomes)).toHaveLength(2);
  // Who answered got the mail: the history says that it left.
  expect(outcomes).toEqual(same(Object.keys(outcomes), expected));
});
