import { describe, expect, test } from 'vitest';
import { catalogues } from '../../../src/domain/catalogue/catalogue.ts';
import type { Claim } from '../../../src/domain/claim.ts';
import { type Covered, overlaps, subjectsOf, touches } from '../../../src/domain/reservation/subject.ts';
import { completeRecord } from '../../support/claims/records.ts';

const { directoryId } = completeRecord().customer;
const sales = 'dynamics-365-sales';
const subjects = (products: Claim['products'], activities = ['presales']) =>
  subjectsOf(completeRecord({ activities, products }));

describe('What has one partner of record', () => {
  test('is a product of the customer for a family of activities, and of a Dynamics 365 product its subscriptions', () => {
    const products = [
      { code: 'power-bi', subscriptionId: '1' },
      { code: sales, subscriptionId: '1' },
      { code: sales, subscriptionId: '2' },
    ];
    expect(subjects(products)).toEqual([
      { key: `${directoryId}|power-bi|presales`, covers: 'all' },
      { key: `${directoryId}|${sales}|presales`, covers: ['1', '2'] },
    ]);
    expect(subjects([{ code: sales, subscriptionId: '1' }, { code: sales }])).toMatchObject([{ covers: 'all' }]);
  });

  test('is another one for usage than for pre-sales, so two partners can stand beside each other', () => {
    const product = [{ code: 'dynamics-365-business-central' }];
    const [presales, usage] = [subjects(product), subjects(product, ['usage'])];
    expect(presales.map(({ key }) => key)).not.toEqual(usage.map(({ key }) => key));
    expect(subjects(product, ['presales', 'usage'])).toEqual([...presales, ...usage]);
  });

  test('has a family for each activity of each catalogue', () => {
    const activities = catalogues.flatMap(({ solutionAreas }) =>
      solutionAreas.flatMap(({ tracks }) => tracks.flatMap((track) => track.activities)),
    );
    expect(activities.filter(({ family }) => !/^[a-z0-9_]+$/.test(family))).toEqual([]);
  });

  test.each<[Covered, Covered, boolean]>([
    ['all', 'all', true],
    ['all', ['1'], true],
    [['1', '2'], ['2'], true],
    [['1'], ['2'], false],
  ])('of %j and %j at one subject only one can be approved: %s', (one, other, expected) => {
    expect(overlaps(one, other)).toBe(expected);
    expect(overlaps(other, one)).toBe(expected);
  });

  test('is touched by a claim that has not yet replaced all that it will', () => {
    const former = { partnerId: 'a', claimId: 'former', covers: 'all' as const };
    const entry = { partnerId: 'b', claimId: 'new', covers: ['1'], from: [former] };
    expect(touches(entry, ['2'])).toBe(true);
    expect(touches({ ...entry, from: [] }, ['2'])).toBe(false);
  });
});
