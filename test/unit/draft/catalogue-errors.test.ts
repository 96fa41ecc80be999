import { describe, expect, test } from 'vitest';
import { catalogueOf } from '../../../src/domain/catalogue/catalogue.ts';
import { catalogueErrors, type DraftContent } from '../../../src/domain/draft/draft.ts';
import { completeRecord } from '../../support/claims/records.ts';

const subscription = '11111111-1111-4111-8111-111111111111';
type Changes = { [K in keyof DraftContent]?: DraftContent[K] | undefined };
const errorsOf = (changes: Changes): string[] =>
  // The cast: a member that is undefined is one that is not there.
  catalogueErrors({ ...completeRecord(), ...changes } as DraftContent, catalogueOf('2023-10')).map(
    ({ path, code }) => `${path} ${code}`,
  );

describe('A draft against the catalogue', () => {
  test('is without fault when every choice is there', () => {
    expect(errorsOf({})).toEqual([]);
  });

  test.each<[string, Changes, string[]]>([
    ['an unknown area', { solutionArea: 'azure' }, ['solutionArea unknown-solution-area']],
    ['a track without an area', { solutionArea: undefined }, ['track unknown-track']],
    ['a track of another area', { track: 'usage' }, ['track unknown-track']],
    ['an activity without a track', { track: undefined }, ['activities.0 unknown-activity']],
    ['an unknown activity', { activities: ['presales', 'magic'] }, ['activities.1 unknown-activity']],
    [
      'two activities where one is taken',
      { track: 'revenue_association', activities: ['revenue', 'revenue'] },
      ['activities single-activity'],
    ],
    ['an unknown product', { products: [{ code: 'clippy' }] }, ['products.0.code unknown-product']],
    [
      'a product of another activity',
      { products: [{ code: 'portals' }] },
      ['products.0.code product-of-other-activity'],
    ],
    [
      'a product named twice',
      { products: [{ code: 'power-bi' }, { code: 'power-bi' }] },
      ['products.1.code duplicate'],
    ],
    [
      'revenue data where none is asked for',
      { revenue: { isvProductName: 'Add-on' } },
      ['revenue.isvProductName field-not-for-activity'],
    ],
    ['an incentive declined where none is paid', { incentiveOptOut: true }, ['incentiveOptOut field-not-for-activity']],
  ])('is refused for %s', (_, changes, errors) => {
    expect(errorsOf(changes)).toEqual(errors);
  });

  test('may be without what has not been chosen yet', () => {
    expect(errorsOf({ name: undefined })).toEqual([]);
    expect(errorsOf({ solutionArea: undefined, track: undefined, activities: [] })).toEqual([]);
    expect(errorsOf({ activities: [], incentiveOptOut: true, revenue: { isvProductName: 'Add-on' } })).toEqual([]);
    expect(errorsOf({ activities: [], products: [{ code: 'clippy' }] })).toEqual(['products.0.code unknown-product']);
  });

  test('may decline the incentive of an activity that allows it', () => {
    const usage = { solutionArea: 'modern_work_security', track: 'usage', activities: ['m365_usage'] };
    expect(errorsOf({ ...usage, products: [{ code: 'teams' }], incentiveOptOut: true })).toEqual([]);
    expect(errorsOf({ incentiveOptOut: false })).toEqual([]);
  });

  test('may name a product once for each of its subscriptions', () => {
    const code = 'dynamics-365-sales';
    const other = subscription.replace(/.$/, 'f');
    const products = [subscription, other].map((subscriptionId) => ({ code, subscriptionId }));
    expect(errorsOf({ products })).toEqual([]);
    expect(errorsOf({ products: [...products, { code }] })).toEqual(['products.2.code duplicate']);
  });

  test('may have the products of every activity chosen', () => {
    expect(
      errorsOf({ activities: ['presales', 'usage'], products: [{ code: 'power-bi' }, { code: 'portals' }] }),
    ).toEqual([]);
  });
});
