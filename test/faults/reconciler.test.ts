import { afterAll, beforeAll, expect, test } from 'vitest';
import { advanceToInstant, advanceToWeekday } from '../support/claims/calendar.ts';
import {
  advance,
  claimWhen,
  completeDraft,
  decide,
  decisionLink,
  mailsOf,
  submittedClaim,
} from '../support/claims/claims.ts';
import { endStateOf, ledgerOf, orchestrationOf, watchingRows } from '../support/claims/end-state.ts';
import { claimOf } from '../support/http/call-label.ts';
import { signIn } from '../support/http/client.ts';
import { type FaultyStack, startFaultyStack } from '../support/stack/faulty-stack.ts';
import { stackTime } from '../support/stack/stack-clock.ts';
import { until } from '../support/until.ts';

let stack: FaultyStack;

beforeAll(async () => {
  // Without telemetry, whose gauges are read from the whole ledger once a run.
  stack = await startFaultyStack({ OTEL_EXPORTER_OTLP_ENDPOINT: '' });
  await advanceToWeekday(stack, 'monday', 8);
});
afterAll(() => stack?.stop());

const avery = () => signIn(stack, 'avery');
/** What happened to a claim; that its mail arrived is told at a time of its own. */
const eventsOf = async (claimId: string): Promise<string[]> => {
  const { body } = await (await avery()).get(`claims/${claimId}/history`);
  return body.value
    .map(({ event }: { event: string }) => event)
    .filter((event: string) => event !== 'delivery-reported');
};
/** One run of the reconciler, after the grace that an overdue step has. */
const oneRun = (): Promise<void> => advance(stack, 'PT2M');

const stepsOf = async (claimId: string) => (await watchingRows(stack, claimId)).filter(({ kind }) => kind === 'step');

const waitingClaim = async () => {
  const client = await avery();
  const claimId = await submittedClaim(client);
  const { request } = await claimWhen(client, claimId, (claim) => claim.request !== undefined);
  // Terminated before it has moved its row, the orchestration would leave two, and be started for each.
  await until('one step for the claim', async () => (await stepsOf(claimId)).length === 1);
  return { claimId, firstReminder: new Date(request.reminders[0].dueAt) };
};
const terminate = async (claimId: string): Promise<void> => {
  await stack.instance('POST', claimId, '/terminate');
  await until('the termination', async () => (await orchestrationOf(stack, claimId)) === 'Terminated');
};
const purge = async (claimId: string): Promise<void> => {
  await terminate(claimId);
  expect((await stack.instance('DELETE', claimId)).status).toBe(200);
};

test.each([
  ['terminated', terminate],
  ['purged', purge],
])(
  'an orchestration that was %s is started again when the next step is overdue, and that step is taken',
  async (_how, harm) => {
    const { claimId, firstReminder } = await waitingClaim();
    await harm(claimId);
    await advanceToInstant(stack, new Date(firstReminder.getTime() + 120_000));
    await until('the mails', async () => (await eventsOf(claimId)).includes('deadline-near-sent'));
    expect((await eventsOf(claimId)).slice(-3)).toEqual(['workflow-restarted', 'reminder-sent', 'deadline-near-sent']);
    expect(await orchestrationOf(stack, claimId)).toBe('Running');
    expect(await mailsOf(stack, claimId)).toHaveLength(3);
    await (await avery()).post(`claims/${claimId}/withdraw`, { reason: 'Enough' });
  },
);

test('a decision whose event reached nobody is told to everybody', async () => {
  const { claimId } = await waitingClaim();
  await terminate(claimId);
  expect((await decide(await decisionLink(stack, claimId), 'approve')).status).toBe(303);
  expect((await (await avery()).get(`claims/${claimId}`)).body.status).toBe('approved');
  expect(await mailsOf(stack, claimId)).toHaveLength(1);

  await oneRun();
  await until('the end', async () => (await orchestrationOf(stack, claimId)) === 'Completed');
  expect((await eventsOf(claimId)).slice(-3)).toEqual(['workflow-restarted', 'outcome-sent', 'receipt-sent']);
  expect(await mailsOf(stack, claimId)).toHaveLength(3);
});

test('a submitted claim that has no orchestration is started, and its request leaves once', async () => {
  const client = await avery();
  const claimId = await completeDraft(client);
  // The request does not leave, and what would have tried again is gone: as after a crash before the start.
  const cut = Promise.withResolvers<void>();
  stack.proxy.fateOf = (call) => {
    if (call.kind !== 'mail:send' || claimOf(call) !== claimId) return undefined;
    cut.resolve();
    return { cut: 'before' };
  };
  await client.post(`claims/${claimId}/submit`, { acknowledged: true });
  await cut.promise;
  await purge(claimId);
  stack.proxy.fateOf = () => undefined;

  await oneRun();
  await until('the request', async () => (await eventsOf(claimId)).includes('request-sent'));
  expect((await eventsOf(claimId)).slice(-3)).toEqual(['submitted', 'workflow-restarted', 'request-sent']);
  expect(await mailsOf(stack, claimId)).toHaveLength(1);
});

test('a suspended orchestration is left alone, shown as stuck, and goes on when it is resumed', async () => {
  const { claimId } = await waitingClaim();
  await stack.instance('POST', claimId, '/suspend');
  await until('the pause', async () => (await orchestrationOf(stack, claimId)) === 'Suspended');
  await decide(await decisionLink(stack, claimId), 'decline');
  await oneRun();
  const { body } = await (await signIn(stack, 'ops')).get('operations/claims?state=stuck');
  expect(body.value).toContainEqual(expect.objectContaining({ claimId, finding: 'suspended', attempts: 1 }));
  await stack.instance('POST', claimId, '/resume');
  await until('the end', async () => (await orchestrationOf(stack, claimId)) === 'Completed');
  expect(await eventsOf(claimId)).not.toContain('workflow-restarted');
});

const fileRow = async (claimId: string, dueAt: Date, partnerId: string = crypto.randomUUID()): Promise<void> => {
  const rowKey = `${dueAt.toISOString()}|${claimId}`;
  await stack
    .table('inflight')
    .createEntity({ partitionKey: 'due', rowKey, kind: 'step', partnerId, claimId, attempts: 0, finding: '' });
};

test('a row of a submission that never came to be goes, and so does one that a finished claim left behind', async () => {
  const { claimId } = await waitingClaim();
  await (await avery()).post(`claims/${claimId}/withdraw`, { reason: 'Enough' });
  await until('the end', async () => (await orchestrationOf(stack, claimId)) === 'Completed');
  // A withdrawal that lost against another write, and was tried again, has left a row of its own.
  await oneRun();
  const before = await endStateOf(stack, await avery(), claimId);
  const unborn = 'ca-zzzzzzzzz-00000000';
  const now = await stackTime(stack);
  const [row] = await stack.rows('claims');
  await fileRow(claimId, now, String(row?.partitionKey));
  await fileRow(unborn, now);
  await oneRun();
  expect((await watchingRows(stack, claimId)).map(({ kind }) => kind)).toEqual(['files']);
  expect(await ledgerOf(stack, unborn)).toEqual([]);
  expect(await endStateOf(stack, await avery(), claimId)).toEqual(before);
});

test('a run costs one query, and the note that it ran, however many claims wait, as long as none is overdue', async () => {
  // Whatever other tests left would be overdue.
  for (const { partitionKey, rowKey } of await stack.rows('inflight')) {
    await stack.table('inflight').deleteEntity(String(partitionKey), String(rowKey));
  }
  const soon = (await stackTime(stack)).getTime() + 86_400_000;
  const ids = Array.from({ length: 200 }, (_, index) => `ca-zzzzzzzzz-${String(index).padStart(8, '0')}`);
  await Promise.all(ids.map((claimId, index) => fileRow(claimId, new Date(soon + index))));

  const calls: string[] = [];
  stack.proxy.fateOf = ({ kind }) => {
    calls.push(kind);
    return undefined;
  };
  await advance(stack, 'PT1M');
  expect(calls).toEqual(['table:query inflight', 'table:put inflight']);
  stack.proxy.fateOf = () => undefined;
  expect((await stack.rows('inflight')).filter(({ partitionKey }) => partitionKey === 'due').length).toBe(200);
});
