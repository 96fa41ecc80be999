import { afterAll, beforeAll, expect, test } from 'vitest';
import { advanceToWeekday } from '../support/claims/calendar.ts';
import { advance, completeDraft, decide, decisionLink, submittedClaim } from '../support/claims/claims.ts';
import { carriedThrough, endStateOf } from '../support/claims/end-state.ts';
import { type Client, signIn } from '../support/http/client.ts';
import { type FaultyStack, startFaultyStack } from '../support/stack/faulty-stack.ts';
import { until } from '../support/until.ts';

let stack: FaultyStack;

beforeAll(async () => {
  stack = await startFaultyStack();
  await advanceToWeekday(stack, 'monday', 8);
});
afterAll(() => stack?.stop());

const howMany = 8;
const each = <T>(make: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: howMany }, make));

const submit = (client: Client, claimId: string) =>
  client.post(`claims/${claimId}/submit`, { acknowledged: true }, { 'idempotency-key': claimId });

test('a stop lets the requests under way finish, takes no more, and leaves nothing half-written', async () => {
  const client = await signIn(stack, 'avery');
  const drafts = await each(() => completeDraft(client));
  const submitted = await each(() => submittedClaim(client));
  const links = await Promise.all(submitted.map((claimId) => decisionLink(stack, claimId)));

  const release = Promise.withResolvers<void>();
  let held = 0;
  stack.proxy.fateOf = ({ kind }) => {
    if (kind !== 'table:batch claims') return undefined;
    held += 1;
    return { before: () => release.promise };
  };
  const underWay = [
    ...drafts.map(async (claimId) => (await submit(client, claimId)).status),
    ...links.map(async (link) => (await decide(link, 'approve')).status),
  ];
  await until('all requests at their write', async () => held >= underWay.length);

  process.kill(stack.pid, 'SIGTERM');
  // The connection itself is refused: no request is taken that would not be answered.
  await until('no more requests', () =>
    client.get('claims').then(
      () => false,
      () => true,
    ),
  );
  release.resolve();
  expect(await Promise.all(underWay)).toEqual([...drafts.map(() => 202), ...links.map(() => 303)]);
  await stack.ended();

  await stack.restart();
  const again = await signIn(stack, 'avery');
  // Repeats are answered as before and do nothing more.
  for (const claimId of drafts) expect((await submit(again, claimId)).status).toBe(202);
  await advance(stack, 'PT2M');
  await Promise.all(drafts.map(async (claimId) => decide(await decisionLink(stack, claimId), 'approve')));
  await advance(stack, 'PT2M');
  await Promise.all([...drafts, ...submitted].map((claimId) => carriedThrough(stack, claimId)));
  await advance(stack, 'P14D');
  const last = await signIn(stack, 'avery');
  for (const claimId of [...drafts, ...submitted]) {
    expect(await endStateOf(stack, last, claimId)).toMatchObject({
      status: 'approved',
      chainHolds: true,
      mails: ['outcome', 'receipt', 'request'],
      ledger: { watching: 0, asking: 1, holding: 1, over: 0 },
      filesIntact: true,
    });
  }
});
