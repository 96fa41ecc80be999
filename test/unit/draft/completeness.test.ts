import { describe, expect, test } from 'vitest';
import type { Claim, VerificationResult } from '../../../src/domain/claim.ts';
import type { Subscription } from '../../../src/domain/customer/subscriptions.ts';
import { missingForSubmission } from '../../../src/domain/draft/completeness.ts';
import { completeRecord } from '../../support/claims/records.ts';

const sales = 'dynamics-365-sales';
const ids = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'] as const;
const subscriptionsOf = (product: string, count: number): Subscription[] =>
  ids.slice(0, count).map((subscriptionId) => ({ subscriptionId, product, state: 'active' }));

type Changes = { [K in keyof Claim]?: Claim[K] | undefined };
const missing = (changes: Changes, subscriptions: Subscription[] = []): string[] =>
  // The cast: a member that is undefined is one that is not there.
  missingForSubmission({ ...completeRecord(), ...changes } as Claim, subscriptions).map(
    ({ path, code }) => `${path} ${code}`,
  );

const customerThat = (result: VerificationResult): Claim['customer'] => {
  const { customer } = completeRecord();
  return { ...customer, verification: { ...customer.verification, result } };
};
const revenueClaim = { track: 'revenue_association', activities: ['revenue'] };
const wholeRevenue = { dynamicsSolutionSellerName: 'Sam', customerName: 'Contoso', isvProductName: 'Add-on' };
const { customerContact, partnerContact } = completeRecord();

describe('What keeps a draft from submission', () => {
  test('nothing, when all is there', () => {
    expect(missing({})).toEqual([]);
    expect(missing({ ...revenueClaim, revenue: wholeRevenue })).toEqual([]);
  });

  test.each<[string, Changes, string]>([
    ['the name', { name: undefined }, 'name required'],
    ['the area', { solutionArea: undefined, track: undefined, activities: [] }, 'solutionArea required'],
    ['the track', { track: undefined, activities: [] }, 'track required'],
    ['the activity', { activities: [] }, 'activities required'],
    ['the products', { products: [] }, 'products required'],
    ['the files', { poe: [] }, 'poe poe-required'],
    ['a name', { customerContact: { ...customerContact, name: '' } }, 'customerContact.name required'],
    ['a title', { customerContact: { ...customerContact, title: '' } }, 'customerContact.title required'],
    ['an e-mail', { customerContact: { ...customerContact, email: '' } }, 'customerContact.email required'],
    ['their own name', { partnerContact: { ...partnerContact, name: '' } }, 'partnerContact.name required'],
    ['their own e-mail', { partnerContact: { ...partnerContact, email: '' } }, 'partnerContact.email required'],
    ['a right customer', { customer: customerThat('mismatched') }, 'customer.directoryId customer-mismatched'],
    ['a known domain', { customer: customerThat('unknown-domain') }, 'customer.domain customer-domain-unknown'],
    [
      'the seller',
      { ...revenueClaim, revenue: { ...wholeRevenue, dynamicsSolutionSellerName: '' } },
      'revenue.dynamicsSolutionSellerName required',
    ],
    [
      'the customer’s name',
      { ...revenueClaim, revenue: { ...wholeRevenue, customerName: '' } },
      'revenue.customerName required',
    ],
    [
      'the ISV product',
      { ...revenueClaim, revenue: { ...wholeRevenue, isvProductName: '' } },
      'revenue.isvProductName required',
    ],
  ])('is told alone when only %s is missing', (_, changes, expected) => {
    expect(missing(changes)).toEqual([expected]);
  });

  test('is told all at once', () => {
    const {
      customerContact: _,
      partnerContact: __,
      ...bare
    } = completeRecord({ ...revenueClaim, products: [], poe: [] });
    const errors = missingForSubmission(bare, []);
    expect(errors.map(({ path }) => path)).toEqual([
      'revenue.dynamicsSolutionSellerName',
      'revenue.customerName',
      'revenue.isvProductName',
      'products',
      'customerContact.name',
      'customerContact.title',
      'customerContact.email',
      'partnerContact.name',
      'partnerContact.email',
      'poe',
    ]);
    for (const { message } of errors) expect(message).toMatch(/\.$/);
  });

  test.each([
    ['with malware', { malwareFoundAt: '2026-11-20T10:00:00.000Z' }, ['poe.1 poe-malicious']],
    ['that could not be checked', { scan: 'failed' as const }, ['poe.1 poe-not-checked']],
    ['that is being checked', { scan: 'pending' as const }, []],
    ['that operators accepted', { scan: 'accepted' as const }, []],
  ])('and a file %s, as far as it matters', (_, change, expected) => {
    const { poe } = completeRecord();
    expect(missing({ poe: [...poe, ...poe.map((file) => ({ ...file, ...change }))] })).toEqual(expected);
  });

  test('is not an outage of the directory look-up', () => {
    expect(missing({ customer: customerThat('unverifiable') })).toEqual([]);
  });
});

describe('The subscription of a Dynamics 365 product', () => {
  const choice = (subscriptionId?: string) => ({
    products: [{ code: 'power-bi' }, { code: sales, ...(subscriptionId ? { subscriptionId } : {}) }],
  });

  test('must be chosen when the customer has several', () => {
    expect(missing(choice(), subscriptionsOf(sales, 2))).toEqual(['products.1.subscriptionId subscription-required']);
    expect(missing(choice(ids[1]), subscriptionsOf(sales, 2))).toEqual([]);
  });

  test('need not be chosen when the customer has one or none is known', () => {
    expect(missing(choice(), subscriptionsOf(sales, 1))).toEqual([]);
    expect(missing(choice(), [])).toEqual([]);
    expect(missing(choice(ids[0]), [])).toEqual([]);
  });

  test('must be one of those known', () => {
    expect(missing(choice(ids[1]), subscriptionsOf(sales, 1))).toEqual([
      'products.1.subscriptionId unknown-subscription',
    ]);
  });

  test('is not asked for with other products', () => {
    expect(missing({ products: [{ code: 'power-bi' }] }, subscriptionsOf('power-bi', 2))).toEqual([]);
  });
});
