import { HttpRequest } from '@azure/functions';
import { expect, test } from 'vitest';
import type { Deps } from '../../../src/claims/deps.ts';
import { withIdempotencyKey } from '../../../src/functions/http/idempotency.ts';
import { Problem } from '../../../src/lib/result.ts';
import type { KeyedAnswer } from '../../../src/storage/claims/claim-rows.ts';
import { completeRecord } from '../../support/claims/records.ts';

const stored = completeRecord({ version: 3, name: 'By another writer' });
const requestTo = (url: string) =>
  new HttpRequest({
    method: 'POST',
    url: `https://claims.example/api/claims/${url}`,
    headers: { 'idempotency-key': 'one' },
  });

type Keyed = Parameters<typeof withIdempotencyKey>[1];
const asked = (saved: KeyedAnswer | undefined, request: Pick<Keyed, 'request' | 'act'> & { content?: string }) =>
  withIdempotencyKey(
    // The cast: a keyed request uses no more than this.
    { claims: { savedAnswer: async () => saved } } as unknown as Deps,
    {
      caller: { partnerId: 'p', userId: 'u', name: '', email: '', roles: [] },
      content: '{}',
      answer: async ({ name }) => ({ status: 200, json: { name } }),
      ...request,
    },
  );

test('a keyed request is never answered with the claim of a try that another writer overtook', async () => {
  const overtaken = completeRecord({ version: 2, name: 'Ours, never stored' });
  const answer = await asked(undefined, {
    request: requestTo('x'),
    act: async (answerToKeep) => {
      await answerToKeep?.(overtaken);
      return { claim: stored };
    },
  });
  expect(answer).toMatchObject({ json: { name: 'By another writer' } });
});

test('the same request under a used key gets the first answer; another one is refused', async () => {
  let saved: KeyedAnswer | undefined;
  await asked(undefined, {
    request: requestTo('x'),
    act: async (answerToKeep) => {
      saved = await answerToKeep?.(stored);
      return { claim: stored };
    },
  });
  const act = async () => new Problem('idempotency-key-reused');
  expect(await asked(saved, { request: requestTo('x'), act })).toMatchObject({
    status: 200,
    json: { name: stored.name },
  });
  expect(await asked(saved, { request: requestTo('y'), act })).toMatchObject({ code: 'idempotency-key-reused' });
  expect(await asked(saved, { request: requestTo('x'), content: '{"name":"Other"}', act })).toMatchObject({
    code: 'idempotency-key-reused',
  });
});
