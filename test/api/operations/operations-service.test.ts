import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { advanceToWeekday } from '../../support/claims/calendar.ts';
import {
  advance,
  claimWhen,
  completeDraft,
  decide,
  decisionLink,
  historyWith,
  mailsOf,
  submittedClaim,
} from '../../support/claims/claims.ts';
import { deliverEvent, deliveryReport } from '../../support/claims/platform-events.ts';
import { type Client, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { type Stack, startStack } from '../../support/stack/stack.ts';
import { until } from '../../support/until.ts';

/** What operations see of the service as a whole, and do with many claims and messages at once. */

let stack: Stack;
let avery: Client;
let ops: Client;
beforeAll(async () => {
  stack = await startStack();
  await advanceToWeekday(stack, 'monday', 9);
  [avery, ops] = await Promise.all([signIn(stack, 'avery'), signIn(stack, 'ops')]);
});
afterAll(() => stack.stop());

const overview = async () => (await ops.get('operations/overview')).body;
const waiting = async (): Promise<number> =>
  (await overview()).inFlight.find(({ status }: { status: string }) => status === 'submitted')?.claims ?? 0;
const reason = { reason: 'For the test.' };

/** A claim whose contact did not expect the request, which opens an inquiry, or is not the right person, which opens none. */
const doubted = async (answer: 'not-expected' | 'not-me'): Promise<string> => {
  const id = await submittedClaim(avery);
  await decide(await decisionLink(stack, id), answer);
  await claimWhen(avery, id, ({ attention }) => attention !== undefined);
  return id;
};
const poison = async (): Promise<{ messageId: string; text: string; readAs: string[] }[]> =>
  (await ops.get('operations/poison-messages')).body.value;
/** Puts a message into the poison queue, as the host does. */
const poisonMessage = (content: unknown): Promise<string> => deliverEvent(stack, content, '-poison');
const actions = async (): Promise<{ action: string; subject: string }[]> =>
  (await ops.get('operations/actions')).body.value;

describe('The overview', () => {
  test('tells in figures and words what waits and what is needed', async () => {
    const empty = await overview();
    expect(empty.words).toEqual(
      expect.arrayContaining([
        'No claim is waiting for its customer.',
        'Nothing is overdue.',
        'No claim needs attention.',
      ]),
    );
    const id = await submittedClaim(avery);
    await historyWith(avery, id, 'request-sent');
    await until('the claim in the overview', async () => (await waiting()) === 1);
    const found = await overview();
    expect(found).toMatchObject({ stuck: 0, poisonMessages: 0, attention: [], unverifiedCustomers: 0 });
    expect(found.words[0]).toMatch(
      /^1 claim is waiting for its customer, the oldest for (less than a minute|\d+ minutes?)\.$/,
    );
    expect(Date.parse(found.oldestWaitingSince)).toBeLessThanOrEqual(Date.parse(found.at));
  });

  test('counts those who are needed by the reason', async () => {
    const id = await doubted('not-expected');
    const { attention, words, oldest } = await overview();
    expect(oldest.attention).toEqual({ claimId: id });
    expect(attention).toEqual([{ reason: 'The customer contact did not expect this request.', claims: 1 }]);
    expect(words).toContain('1 claim needs attention: 1 × The customer contact did not expect this request.');
    await ops.post(`operations/claims/${id}/inquiry/release`, reason);
    expect((await overview()).attention).toEqual([]);
  });

  test('comes with what was submitted and decided on each of the last 14 days', async () => {
    const throughput = async () => (await ops.get('operations/throughput')).body;
    const { days, total: before } = await throughput();
    expect(days).toHaveLength(14);
    await decide(await decisionLink(stack, await submittedClaim(avery)), 'decline', 'Not with them.');
    await avery.post(`claims/${await submittedClaim(avery)}/withdraw`, { reason: 'Wrong products.' });
    const { total, days: after, complete } = await throughput();
    expect(total).toMatchObject({
      submitted: before.submitted + 2,
      declined: before.declined + 1,
      withdrawn: before.withdrawn + 1,
      answered: before.answered + 1,
      medianSeconds: expect.any(Number),
    });
    expect(after.at(-1).submitted).toBe(days.at(-1).submitted + 2);
    expect(complete).toBe(true);
  });

  test('knows when the reconciler last ran', async () => {
    await advance(stack, 'PT1M');
    const { lastRun } = await until('a run', async () => {
      const found = await overview();
      return found.lastRun === undefined ? undefined : found;
    });
    expect(lastRun).toMatchObject({ findings: { nudged: 0, failed: 0 } });
    const runs = (await ops.get('operations/reconciler-runs')).body;
    expect(Date.parse(runs.last.at)).toBeGreaterThanOrEqual(Date.parse(lastRun.at));
  });
});

describe('One claim', () => {
  test('under inquiry keeps its flag when it is redriven, until its release', async () => {
    const id = await doubted('not-expected');
    const { attention, inquiry } = (await avery.get(`claims/${id}`)).body;
    const failed = async () => (await ops.get('operations/claims?state=attention')).body.value;
    expect((await ops.get(`operations/claims/${id}`)).body.redrive).toEqual({
      does: 'wake',
      words: expect.not.stringContaining('mark'),
    });
    await ops.post(`operations/claims/${id}/redrive`, reason);
    expect((await avery.get(`claims/${id}`)).body).toMatchObject({ attention, inquiry });
    expect(await failed()).toMatchObject([{ claimId: id, reason: attention.reason }]);
    await ops.post(`operations/claims/${id}/inquiry/release`, reason);
    expect((await avery.get(`claims/${id}`)).body).not.toHaveProperty('attention');
    expect(await failed()).toEqual([]);
  });

  test('is told with its orchestration, what a redrive does, and what operators did', async () => {
    const id = await doubted('not-me');
    const { status, body } = await ops.get(`operations/claims/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      claim: { id, status: 'submitted' },
      orchestration: 'running',
      redrive: { does: 'wake', words: expect.stringContaining('The mark is cleared.') },
      operatorActions: [],
    });
    await ops.post(`operations/claims/${id}/redrive`, reason);
    const after = (await ops.get(`operations/claims/${id}`)).body;
    expect(after.operatorActions).toMatchObject([{ event: 'redriven', detail: reason, actor: { kind: 'operator' } }]);
    await decide(await decisionLink(stack, id), 'decline');
    await historyWith(avery, id, 'receipt-sent');
    const done = await until('the end', async () => {
      const found = (await ops.get(`operations/claims/${id}`)).body;
      return found.orchestration === 'ended' ? found : undefined;
    });
    expect(done.redrive).toMatchObject({ does: 'nothing' });
    expectProblem(await ops.post(`operations/claims/${id}/redrive`, reason), 409, 'action-not-allowed');
  });

  test('has an orchestration with steps and times, in which there is no person', async () => {
    const id = await submittedClaim(avery);
    await historyWith(avery, id, 'request-sent');
    const { body } = await until('the timer', async () => {
      const found = await ops.get(`operations/claims/${id}/orchestration`);
      const kinds = found.body.steps.map(
        ({ kind, outcome }: { kind: string; outcome: string }) => `${kind} ${outcome}`,
      );
      return kinds.includes('timer under-way') ? found : undefined;
    });
    expect(body).toMatchObject({ instanceId: id, runtimeStatus: 'Running' });
    expect(body.steps[0]).toMatchObject({ kind: 'started', name: 'claimLifecycle', outcome: 'done' });
    expect(body.steps).toContainEqual(
      expect.objectContaining({ kind: 'activity', name: 'advanceClaim', outcome: 'done' }),
    );
    const timer = body.steps.find(({ kind }: { kind: string }) => kind === 'timer');
    expect(Date.parse(timer.dueAt)).toBeGreaterThan(Date.parse(body.createdAt));
    expect(JSON.stringify(body)).not.toMatch(/@|Dana/);
  });

  test('that is a draft has none, and one that is not there is not there', async () => {
    const id = await completeDraft(avery);
    expect((await ops.get(`operations/claims/${id}`)).body).toMatchObject({
      orchestration: 'missing',
      redrive: { does: 'nothing' },
    });
    expectProblem(await ops.get(`operations/claims/${id}/orchestration`), 404, 'orchestration-not-found');
    expectProblem(await ops.get('operations/claims/ca-zzzzzzzzz-00000000'), 404, 'claim-not-found');
  });
});

describe('Many claims', () => {
  test('are listed in pages, and redriven together with who and why', async () => {
    const ids = [await doubted('not-me'), await doubted('not-me'), await doubted('not-me')];
    const first = (await ops.get('operations/claims?state=attention&top=2')).body;
    expect(first.value).toHaveLength(2);
    expect(first.value[0]).toMatchObject({ status: 'submitted', redrive: { does: 'wake' } });
    const next = first.nextLink.split('/api/')[1];
    const second = (await ops.get(next)).body;
    const listed = [...first.value, ...second.value].map(({ claimId }: { claimId: string }) => claimId);
    expect(listed.toSorted()).toEqual(ids.toSorted());
    expect(second).not.toHaveProperty('nextLink');

    const others = await ops.post('operations/redrive', { state: 'attention', matching: 'mail service', ...reason });
    expect(others.body.value).toEqual([]);
    const all = await ops.post('operations/redrive', {
      state: 'attention',
      matching: 'NOT THE right person',
      ...reason,
    });
    expect(all.body.value.map(({ outcome }: { outcome: string }) => outcome)).toEqual(Array(3).fill('redriven'));
    expect((await ops.get('operations/claims?state=attention')).body.value).toEqual([]);
    for (const id of ids) {
      expect((await historyWith(avery, id, 'redriven')).find(({ event }) => event === 'redriven')).toMatchObject({
        actor: { kind: 'operator', name: 'Ola Persson' },
        detail: reason,
      });
    }
    const [latest] = await actions();
    expect(latest).toMatchObject({ action: 'redrive-all', subject: 'attention: NOT THE right person', ...reason });
  });

  test('are not listed by a place that was made up or belongs to another list', async () => {
    await doubted('not-expected');
    await doubted('not-expected');
    const { nextLink } = (await ops.get('operations/claims?state=attention&top=1')).body;
    const after = new URL(nextLink).searchParams.get('after');
    expectProblem(await ops.get(`operations/claims?state=waiting&after=${after}`), 400, 'invalid-query');
    expectProblem(await ops.get('operations/claims?after=abc.def'), 400, 'invalid-query');
    expectProblem(await ops.get('operations/claims?top=0'), 400, 'invalid-query');
    expectProblem(await ops.get('operations/claims?top=201'), 400, 'invalid-query');
    expectProblem(
      await ops.post('operations/redrive', { state: 'attention', after: 'x', ...reason }),
      400,
      'invalid-query',
    );
    expectProblem(await ops.post('operations/redrive', { state: 'waiting', ...reason }), 422, 'invalid-value');
    expectProblem(await ops.post('operations/redrive', { state: 'attention' }), 422, 'required');
  });
});

describe('A poison message', () => {
  test('is shown with what the app makes of it, and replayed', async () => {
    const id = await submittedClaim(avery);
    const claim = await claimWhen(avery, id, ({ request }) => request?.delivery === 'delivered');
    const operationId = await operationIdOf(id);
    const later = new Date(Date.parse(claim.request.attemptedAt) + 1000).toISOString();
    const messageId = await poisonMessage(deliveryReport(operationId, 'Bounced', later));
    await poisonMessage('no event');
    expect(await poison()).toMatchObject([
      { messageId, readAs: ['delivery-report'], text: expect.stringContaining('Bounced') },
      { readAs: ['event-malformed'], text: 'no event' },
    ]);
    expect((await overview()).poisonMessages).toBe(2);

    expect((await ops.post(`operations/poison-messages/${messageId}/replay`, reason)).status).toBe(204);
    await claimWhen(avery, id, ({ request }) => request?.delivery === 'bounced');
    expectProblem(await ops.post(`operations/poison-messages/${messageId}/replay`, reason), 404, 'message-not-found');
    expect((await actions()).slice(0, 2)).toMatchObject([
      { action: 'replay-message', subject: messageId, ...reason, outcome: 'message-not-found' },
      { action: 'replay-message', subject: messageId, ...reason, outcome: 'done' },
    ]);
    // The others are there as before, at once.
    expect(await poison()).toMatchObject([{ text: 'no event' }]);
  });

  test('is shown at once, however long its text is', async () => {
    const messageId = await poisonMessage('a'.repeat(40_000));
    const began = performance.now();
    expect((await poison()).at(-1)?.text).toHaveLength(4000);
    expect(performance.now() - began).toBeLessThan(1000);
    expect((await ops.post(`operations/poison-messages/${messageId}/discard`, reason)).status).toBe(204);
  });

  test('is shown without the name of an address, also where it is cut, and however long the name is', async () => {
    const cut = await poisonMessage(`${'x '.repeat(1997)}zoe.zimmermann@contoso.example`);
    const long = await poisonMessage(`to zoe.${'z'.repeat(80)}@contoso.example`);
    const [first, second] = (await poison()).slice(-2);
    expect(first?.text).not.toContain('zoe');
    expect(second?.text).toBe('to …@contoso.example');
    for (const id of [cut, long]) {
      expect((await ops.post(`operations/poison-messages/${id}/discard`, reason)).status).toBe(204);
    }
  });

  test('is discarded by who says why', async () => {
    const [message] = await poison();
    const path = `operations/poison-messages/${message?.messageId}/discard`;
    expectProblem(await ops.post(path, {}), 422, 'required');
    expectProblem(await avery.post(path, reason), 403, 'role-missing');
    expect((await ops.post(path, reason)).status).toBe(204);
    expect(await poison()).toEqual([]);
    expectProblem(await ops.post('operations/poison-messages/nothing/discard', reason), 404, 'message-not-found');
  });
});

test('what operations see is for operators', async () => {
  for (const path of ['overview', 'reconciler-runs', 'actions', 'poison-messages', 'claims/ca-zzzzzzzzz-00000000']) {
    expectProblem(await avery.get(`operations/${path}`), 403, 'role-missing');
  }
});

test('the actions of operators are listed in pages', async () => {
  const all = await actions();
  const { value, nextLink } = (await ops.get('operations/actions?top=2')).body;
  expect(value).toEqual(all.slice(0, 2));
  expect((await ops.get(nextLink.split('/api/')[1])).body.value).toEqual(all.slice(2, 4));
});

/** The operation ID of the request mail of a claim. */
const operationIdOf = async (claimId: string): Promise<string> => (await mailsOf(stack, claimId))[0]?.operationId ?? '';
