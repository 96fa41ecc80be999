import { describe, expect, test } from 'vitest';
import type { Workflow } from '../../../src/claims/deps.ts';
import { recordDelivery } from '../../../src/claims/request/record-delivery.ts';
import { type Claim, refOf } from '../../../src/domain/claim.ts';
import type { Delivery } from '../../../src/domain/delivery.ts';
import { operationIdOf } from '../../../src/mail/operation-id.ts';
import { requestSentAt, waitingRecord } from '../../support/claims/records.ts';
import { depsFor, memoryClaims } from '../../support/memory/memory-claims.ts';

/** Reports that come late, twice, in another order, or with a clock of their own. */

const now = new Date('2026-11-24T12:00:00.000Z');
const minutesAgo = (minutes: number): string => new Date(now.getTime() - minutes * 60_000).toISOString();
// The cast: the operation only wakes the workflow.
const workflow = { nudge: async () => undefined, state: async () => 'running' } as unknown as Workflow;

const report = async (claim: Claim, delivery: Delivery, attemptedAt: string) => {
  const claims = memoryClaims(claim);
  const deps = depsFor(claims, now, {
    reference: { partnerIds: async () => [claim.partnerId] },
    mailFailures: { note: async () => undefined },
    mail: { address: 'donotreply@claims.example' },
  });
  const operationId = operationIdOf({ ...refOf(claim), kind: 'request', number: 1 });
  const { code } = await recordDelivery(deps, workflow, { operationId, delivery, attemptedAt });
  return { code, delivery: (await claims.read()).claim.request?.delivery, entries: claims.entries() };
};

describe('A delivery report', () => {
  const request = { ...requestSentAt(new Date(waitingRecord().createdAt)), delivery: 'delivered' as const };
  const delivered = waitingRecord({ request: { ...request, attemptedAt: minutesAgo(10) } });

  test('on the present link is recorded', async () => {
    expect(await report(delivered, 'bounced', minutesAgo(5))).toMatchObject({
      code: 'recorded',
      delivery: 'bounced',
      entries: ['system delivery-reported'],
    });
  });

  test.each<[string, Claim, string, string]>([
    [
      'on a former link',
      { ...delivered, link: { version: 2, issuedAt: minutesAgo(8) } },
      minutesAgo(5),
      'link-replaced',
    ],
    ['on an earlier attempt', delivered, minutesAgo(15), 'nothing-new'],
    ['from the future, which would outrank all others,', delivered, minutesAgo(-60), 'not-believed'],
  ])('%s changes nothing', async (_, claim, attemptedAt, code) => {
    expect(await report(claim, 'bounced', attemptedAt)).toEqual({ code, delivery: 'delivered', entries: [] });
  });
});
