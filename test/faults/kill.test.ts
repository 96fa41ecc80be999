import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_PARTNERS } from '../../local/demo/people.ts';
import { timerSlackMs } from '../../src/domain/next-step.ts';
import { answerWithCode, withSecondFactor } from '../support/claims/answer-codes.ts';
import { advanceToInstant, advanceToWeekday } from '../support/claims/calendar.ts';
import { advance, claimWhen, completeDraft, decide, decisionLink, historyWith } from '../support/claims/claims.ts';
import { carriedThrough, type EndState, endStateOf } from '../support/claims/end-state.ts';
import { type Client, type Reply, signIn } from '../support/http/client.ts';
import { type FaultyStack, startFaultyStack } from '../support/stack/faulty-stack.ts';
import { killAt, nameOf, type Point, pointsOf } from './kill-points.ts';

let stack: FaultyStack;

beforeAll(async () => {
  stack = await startFaultyStack();
  // Midnight and week-ends stay out of the way: all claims of a scenario have the same business days.
  await advanceToWeekday(stack, 'monday', 8);
});
afterAll(() => stack?.stop());

const avery = (): Promise<Client> => signIn(stack, 'avery');

/**
 * What people still wait for an answer to: they ask again after the crash, as they would. On a slow machine the writes that wait for
 * their kill may take the app so long that it says 503 before: that is no answer.
 */
type Asked = Map<string, Reply>;
const ask = async (asked: Asked, what: string, send: () => Promise<Reply>): Promise<void> => {
  if (asked.has(what)) return;
  const reply = await send();
  if (reply.status !== 503) asked.set(what, reply);
};

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

type Scenario = {
  claim: () => Promise<string>;
  /** What people do, one after the other; after a crash time passes before each. */
  steps?: ((asked: Asked, claimId: string) => Promise<void>)[];
  /** What the clock does to all claims at once. */
  clock?: (claimId: string) => Promise<void>;
  /** Waits until a claim has nothing more to do for now. */
  settled?: (claimId: string) => Promise<unknown>;
  /** Which of the points to die at; all, unless told. */
  where?: (point: string) => boolean;
  /** How many answers people get before the kill; as many as it lets them, unless told. */
  answersFirst?: number;
};

const inTurn = async (steps: Scenario['steps'] = [], asked: Asked, claimId: string): Promise<void> => {
  for (const step of steps) await step(asked, claimId);
};

/** Lives a claim without faults, then others that die at each point of it; what became of each, by point. */
const outcomesOf = async ({ claim, steps, clock, settled, where, answersFirst = 0 }: Scenario) => {
  const settle = settled ?? ((claimId: string) => carriedThrough(stack, claimId));
  const model = await claim();
  const found = await pointsOf(stack, model, async () => {
    await inTurn(steps, new Map(), model);
    await clock?.(model);
    await settle(model);
  });
  const points = new Map<string, Point>();
  for (const point of found) if (where?.(nameOf(point)) ?? true) points.set(await claim(), point);

  const claimIds = [...points.keys()];
  const asked: Asked = new Map();
  const live = (): void => {
    // Each on its own: who waits for one claim must not hold up the others. What fails here was cut off by the kill.
    for (const claimId of claimIds) inTurn(steps, asked, claimId).catch(() => undefined);
    if (claimIds[0]) clock?.(claimIds[0]).catch(() => undefined);
  };
  await killAt(stack, points, live, () => asked.size >= answersFirst);

  await stack.restart();
  for (const step of steps ?? []) {
    await advance(stack, 'PT2M');
    await whileTimePasses(Promise.all(claimIds.map((claimId) => step(asked, claimId))));
  }
  // Two runs of the reconciler: all the time that healing may take.
  await advance(stack, 'PT2M');
  await advance(stack, 'PT2M');
  await whileTimePasses(Promise.all(claimIds.map(settle)));
  const answers = new Set([...asked.values()].map(({ status }) => status));

  // Past the last moment that the ledger watched for any of them.
  await advance(stack, 'P14D');
  const client = await avery();
  await Promise.all(claimIds.map((claimId) => carriedThrough(stack, claimId)));
  const expected = await endStateOf(stack, client, model);
  const outcomes: Record<string, EndState> = {};
  for (const [claimId, point] of points) outcomes[nameOf(point)] = await endStateOf(stack, client, claimId);
  report(outcomes, expected);
  return { expected, outcomes, answers: [...answers] };
};

/** What was cut off is tried again after pauses of the app's own clock, which must not take as long here. */
const whileTimePasses = async <Result>(waiting: Promise<Result>): Promise<Result> => {
  const over = waiting.then(
    () => true,
    () => true,
  );
  while (!(await Promise.race([over, setTimeout(5_000, false, { ref: false })]))) await advance(stack, 'PT1M');
  return waiting;
};

const report = (outcomes: Record<string, EndState>, expected: EndState): void => {
  const lines = Object.entries(outcomes).map(([point, outcome]) => {
    const differs = Object.entries(outcome).filter(
      ([part, value]) => JSON.stringify(value) !== JSON.stringify(expected[part as keyof EndState]),
    );
    const words = differs.map(([part, value]) => `${part}: ${JSON.stringify(value)}`).join('; ');
    return `  ${point.padEnd(64)} ${words || 'as without a fault'}`;
  });
  console.log(lines.join('\n'));
};

const same = (points: string[], expected: EndState): Record<string, EndState> =>
  Object.fromEntries(points.map((point) => [point, expected]));

test('a kill at any write from submission to approval changes nothing in the end', async () => {
  const { expected, outcomes, answers } = await outcomesOf({
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
  const { expected, outcomes, answers } = await outcomesOf({
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
  const { expected, outcomes, answers } = await outcomesOf({ claim: waitingClaim, steps: [withdraw] });
  expect(expected).toMatchObject({
    status: 'withdrawn',
    mails: ['request', 'withdrawn'],
    ledger: { watching: 0, asking: 0, holding: 0, over: 1 },
  });
  expect(outcomes).toEqual(same(Object.keys(outcomes), expected));
  expect(answers).toEqual([200]);
});

test('a kill around a reminder, or the notice to the partner beside it, sends each once all the same', async () => {
  const { expected, outcomes } = await outcomesOf({
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
  const { expected, outcomes } = await outcomesOf({
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
  const { expected, outcomes } = await outcomesOf({
    claim: draft,
    steps: [submit, approveAtOnce],
    where: (point) => point === 'after mail:send request' || point === 'before table:batch claims request-sent',
    // Both claims are submitted, and both mails answered.
    answersFirst: 4,
  });
  expect(Object.keys(outcomes)).toHaveLength(2);
  for (const outcome of Object.values(outcomes)) {
    // Nobody can say any more when that mail left; everything else is as usual.
    expect(['request-sent', ...outcome.history].toSorted()).toEqual(expected.history.toSorted());
    expect({ ...outcome, history: expected.history }).toEqual(expected);
  }
});
