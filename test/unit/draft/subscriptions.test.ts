import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/domain/claim.ts';
import { anyKnown, choosableSubscriptions, type Subscription } from '../../../src/domain/customer/subscriptions.ts';
import { missingForSubmission } from '../../../src/domain/draft/completeness.ts';
import { completeRecord } from '../../support/claims/records.ts';

const sales = 'dynamics-365-sales';
const id = '11111111-1111-4111-8111-111111111111';
const record = completeRecord();
const claiming = (subscriptionId?: string): Partial<Claim> => ({
  products: [{ code: sales, ...(subscriptionId ? { subscriptionId } : {}) }],
});
const known = (changes: Partial<Subscription> = {}): Subscription => ({
  subscriptionId: id,
  product: sales,
  state: 'active',
  ...changes,
});
const another = known({ subscriptionId: '22222222-2222-4222-8222-222222222222' });
const missing = (changes: Partial<Claim>, subscriptions: Subscription[]): string[] =>
  missingForSubmission(completeRecord(changes), subscriptions).map(({ path, code }) => `${path} ${code}`);

describe('A Dynamics 365 subscription that a claim names', () => {
  test.each<[string, string, Subscription[]]>([
    ['not-a-subscription-id', record.customer.directoryId, [known()]],
    ['not-a-subscription-id', record.partnerId, []],
    ['unknown-subscription', id, [another]],
    ['subscription-of-other-directory', id, [another, known({ elsewhere: true })]],
    ['subscription-of-other-directory', id, [known({ elsewhere: true })]],
    ['subscription-not-dynamics', id, [known({ product: 'power-bi' })]],
    ['subscription-not-dynamics', id, [known({ product: 'other' })]],
    ['subscription-of-other-product', id, [known({ product: 'dynamics-365-finance' })]],
    ['subscription-csp', id, [known({ channel: 'csp' })]],
    ['subscription-not-provisioned', id, [known({ state: 'provisioning' })]],
    ['subscription-not-active', id, [known({ state: 'suspended' })]],
    ['subscription-not-active', id, [known({ state: 'ended' })]],
  ])('is refused as %s', (code, subscriptionId, subscriptions) => {
    expect(missing(claiming(subscriptionId), subscriptions)).toEqual([`products.0.subscriptionId ${code}`]);
  });

  test('may be active or in grace, however it was bought', () => {
    for (const fit of [known(), known({ state: 'in-grace' }), known({ channel: 'web-direct' })]) {
      expect(missing(claiming(id), [fit, another])).toEqual([]);
    }
  });

  test('is not refused as unknown when nothing is known of the customer', () => {
    expect(anyKnown([known({ elsewhere: true })])).toBe(false);
    expect(missing(claiming(id), [])).toEqual([]);
  });

  test('is told apart in words by each cause', () => {
    const causes = [
      [another],
      [known({ elsewhere: true })],
      ...(['provisioning', 'ended'] as const).map((state) => [known({ state })]),
      ...['other', 'dynamics-365-finance'].map((product) => [known({ product })]),
      [known({ channel: 'csp' as const })],
    ];
    const words = causes.map((facts) => missingForSubmission(completeRecord(claiming(id)), facts)[0]?.message);
    expect(new Set(words).size).toBe(causes.length);
  });
});

describe('A claim that names no subscription', () => {
  test('has to choose one of several, those of others not counted', () => {
    expect(missing(claiming(), [known(), another])).toEqual(['products.0.subscriptionId subscription-required']);
    expect(missing(claiming(), [known(), { ...another, elsewhere: true }])).toEqual([]);
  });

  test('is judged by the only one there is', () => {
    expect(missing(claiming(), [known({ channel: 'csp' })])).toEqual(['products.0.subscriptionId subscription-csp']);
    expect(missing(claiming(), [known()])).toEqual([]);
  });
});

test('a partner chooses from the Dynamics 365 subscriptions of its activities, and sees which are unfit', () => {
  const listed = choosableSubscriptions(record, [
    known(),
    known({ product: 'power-bi' }),
    known({ product: 'core-hr' }),
    { ...another, state: 'ended' },
    known({ elsewhere: true }),
  ]);
  expect(listed).toEqual([
    { subscriptionId: id, product: sales, productName: 'Dynamics 365 Sales', state: 'active', claimable: true },
    {
      subscriptionId: another.subscriptionId,
      product: sales,
      productName: 'Dynamics 365 Sales',
      state: 'ended',
      claimable: false,
      code: 'subscription-not-active',
      message: expect.stringContaining('ended'),
    },
  ]);
});
