import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { advance, claimWhen, submittedClaim } from '../../support/claims/claims.ts';
import { send, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { type FaultyStack, startFaultyStack } from '../../support/stack/faulty-stack.ts';
import type { Service } from '../../support/stack/storage-proxy.ts';
import { until } from '../../support/until.ts';

/** What the app says about itself while the services behind it are away. */

let stack: FaultyStack;
beforeAll(async () => {
  stack = await startFaultyStack({ RECONCILE_SCHEDULE: '0 0 0 29 2 *' });
});
afterEach(() => {
  stack.proxy.fateOf = () => undefined;
});
afterAll(() => stack.stop());

const away = (...services: Service[]): void => {
  stack.proxy.fateOf = ({ service }) => (services.includes(service) ? { cut: 'before' } : undefined);
};

const readiness = async () => {
  const { status, headers, body, text } = await send(`${stack.app}/api/health/ready`, 'GET');
  const missing = body.checks.flatMap(({ name, ok }: { name: string; ok: boolean }) => (ok ? [] : [name]));
  return { status, retry: headers.get('retry-after'), says: body.status, missing, text };
};

test.for([
  [['mail'], ['mail']],
  [['blob'], ['container poe']],
  [['table'], ['table claims', 'table inflight', 'table reference']],
] as const)(
  'without %j the app is live but not ready, and names what is missing and nothing else',
  async ([services, names]) => {
    expect(await readiness()).toMatchObject({ status: 200, retry: null, says: 'ready', missing: [] });
    away(...services);
    const live = await send(`${stack.app}/api/health/live`, 'GET');
    expect({ status: live.status, body: live.body }).toEqual({ status: 200, body: { status: 'live' } });
    const seen = await readiness();
    expect(seen).toMatchObject({ status: 503, retry: '5', says: 'not-ready', missing: names });
    expect(seen.text).not.toMatch(/accesskey|127\.0\.0\.1|AccountKey/i);
    stack.proxy.fateOf = () => undefined;
    expect((await readiness()).status).toBe(200);
  },
);

test('a claim whose request cannot leave is shown to operations, is tried again, and can be withdrawn', async () => {
  away('mail');
  const id = await submittedClaim(await signIn(stack, 'avery'));
  const stateOf = async (state: string): Promise<string[]> => {
    const { body } = await (await signIn(stack, 'ops')).get(`operations/claims?state=${state}`);
    return body.value.map(({ claimId }: { claimId: string }) => claimId);
  };
  expect(await stateOf('attention')).toEqual([]);
  await advance(stack, 'PT3H');
  await until('the claim among those that need attention', async () => (await stateOf('attention')).includes(id));

  const avery = await signIn(stack, 'avery');
  const claim = await claimWhen(avery, id, ({ attention }) => attention !== undefined);
  expect(claim).toMatchObject({ status: 'submitted', attention: { needs: 'operations', since: expect.any(String) } });
  expect(claim).not.toHaveProperty('request');
  expect(
    (await avery.get('claims?needsAction=true')).body.value.map(({ id: listed }: { id: string }) => listed),
  ).toEqual([id]);

  expect(
    (await (await signIn(stack, 'ops')).post(`operations/claims/${id}/redrive`, { reason: 'For the test.' })).status,
  ).toBe(202);
  expect((await avery.get(`claims/${id}`)).body).not.toHaveProperty('attention');
  const withdrawn = await avery.post(`claims/${id}/withdraw`, { reason: 'Not now.' });
  expect({ status: withdrawn.status, claim: withdrawn.body.status }).toEqual({ status: 200, claim: 'withdrawn' });
  expectProblem(await avery.post(`claims/${id}/withdraw`, { reason: 'Twice' }), 409, 'action-not-allowed');
});
