import { HttpRequest } from '@azure/functions';
import { expect, test } from 'vitest';
import type { Deps } from '../../../src/claims/deps.ts';
import { withIdempotencyKey } from '../../../src/functions/http/idempotency.ts';
import { completeRecord } from '../../support/claims/records.ts';

test('a keyed request is never answered with the claim of a try that another writer overtook', async () => {
  const overtaken = completeRecord({ version: 2, name: 'Ours, never stored' });
  const stored = completeRecord({ version: 3, name: 'By another writer' });
  const request = new HttpRequest({
    method: 'POST',
    url: 'https://claims.example/api/claims/x',
    headers: { 'idempotency-key': 'one' },
  });
  const answer = await withIdempotencyKey(
    // The cast: a keyed request uses no more than this.
    { claims: { savedAnswer: async () => undefined } } as unknown as Deps,
    {
      request,
      caller: { partnerId: 'p', userId: 'u', name: '', email: '', roles: [] },
      content: '{}',
      act: async (answerToKeep) => {
        await answerToKeep?.(overtaken);
        return { claim: stored };
      },
      answer: async ({ name }) => ({ status: 200, json: { name } }),
    },
  );
  expect(answer).toMatchObject({ json: { name: 'By another writer' } });
});
