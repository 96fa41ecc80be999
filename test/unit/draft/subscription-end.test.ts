import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/domain/claim.ts';
import {
  hasSubscriptions,
  isNear,
  isOver,
  lastDayOf,
  nextLook,
} from '../../../src/domain/customer/subscription-end.ts';
import type { Subscription } from '../../../src/domain/customer/subscriptions.ts';
import { completeRecord } from '../../support/claims/records.ts';

const sales = 'dynamics-365-sales';
const finance = 'dynamics-365-finance';
const known = (subscriptionId: string, product: string, endsOn?: string): Subscription => ({
  subscriptionId,
  product,
  state: 'active',
  ...(endsOn ? { endsOn } : {}),
});
const claiming = (...products: Claim['products']) => completeRecord({ products });

describe('The last day of what a claim is for', () => {
  const one = known('1', sales, '2027-01-31');
  const two = known('2', sales, '2027-03-31');
  test.each<[string, Claim, Subscription[], string | undefined]>([
    ['its subscription', claiming({ code: sales, subscriptionId: '1' }), [one, two], '2027-01-31'],
    ['the only one there is', claiming({ code: sales }), [one], '2027-01-31'],
    ['one of several that was not chosen', claiming({ code: sales }), [one, two], undefined],
    [
      'the later of two',
      claiming({ code: sales, subscriptionId: '1' }, { code: sales, subscriptionId: '2' }),
      [one, two],
      '2027-03-31',
    ],
    ['one that is not known any more', claiming({ code: sales, subscriptionId: '9' }), [one], undefined],
    ['one without an end', claiming({ code: finance }), [known('3', finance)], undefined],
    ['a product that has none', claiming({ code: 'power-bi' }, { code: sales, subscriptionId: '1' }), [one], undefined],
  ])('is that of %s', (_, claim, subscriptions, expected) => {
    expect(lastDayOf(claim, subscriptions, new Date('2026-12-01T10:00:00.000Z'))).toBe(expected);
  });

  test('is yesterday where it ended and no one told the day, and stays what the partner was told', () => {
    const over: Subscription[] = [
      { ...one, state: 'ended' },
      { subscriptionId: '3', product: finance, state: 'ended' },
    ];
    const claim = claiming({ code: finance });
    expect(lastDayOf(claim, over, new Date('2026-12-01T10:00:00.000Z'))).toBe('2026-11-30');
    const told = { ...claim, subscriptionsEndOn: '2026-11-30' };
    expect(lastDayOf(told, over, new Date('2026-12-08T10:00:00.000Z'))).toBe('2026-11-30');
    expect(lastDayOf(claiming({ code: sales }), over, new Date('2026-12-01T10:00:00.000Z'))).toBe('2027-01-31');
  });

  test('counts to its end, in UTC', () => {
    expect(isOver('2027-01-31', new Date('2027-01-31T23:59:59.999Z'))).toBe(false);
    expect(isOver('2027-01-31', new Date('2027-02-01T00:00:00.000Z'))).toBe(true);
    expect(isNear('2027-01-31', 30, new Date('2026-12-31T23:59:59.999Z'))).toBe(false);
    expect(isNear('2027-01-31', 30, new Date('2027-01-01T00:00:00.000Z'))).toBe(true);
  });

  test.each([
    ['2026-11-01T10:00:00.000Z', undefined, '2026-11-08T10:00:00.000Z'],
    ['2026-11-01T10:00:00.000Z', '2027-01-31', '2026-11-08T10:00:00.000Z'],
    ['2026-12-28T10:00:00.000Z', '2027-01-31', '2027-01-01T00:00:00.000Z'],
    ['2027-01-01T00:00:00.000Z', '2027-01-31', '2027-01-08T00:00:00.000Z'],
    ['2027-01-30T10:00:00.000Z', '2027-01-31', '2027-02-01T00:00:00.000Z'],
    ['2027-03-01T10:00:00.000Z', '2027-01-31', '2027-03-08T10:00:00.000Z'],
  ])('is looked at again, at %s with %s: %s', (now, lastDay, expected) => {
    expect(nextLook(new Date(now), lastDay, 30)).toBe(expected);
  });

  test('is of no interest where no product has subscriptions', () => {
    expect(hasSubscriptions(claiming({ code: 'power-bi' }))).toBe(false);
    expect(hasSubscriptions(claiming({ code: 'power-bi' }, { code: sales }))).toBe(true);
  });
});
