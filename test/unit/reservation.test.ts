import { describe, expect, test } from 'vitest';
import { closed } from '../../src/claims/close-claim.ts';
import { ended } from '../../src/claims/end-claim.ts';
import { duplicateErrors, unitErrors, unitsOf } from '../../src/domain/reservation.ts';
import { Problem } from '../../src/domain/result.ts';
import { completeRecord, decidedRecord, waitingRecord } from '../support/records.ts';

const subscriptionId = '0a1b2c3d-0000-4000-8000-000000000009';
const claim = completeRecord({
  activities: ['presales', 'usage'],
  products: [{ code: 'power-bi' }, { code: 'dynamics-365-sales', subscriptionId }],
});
const now = new Date('2026-11-25T10:00:00.000Z');
const held = (change: ReturnType<typeof closed>) => (change instanceof Problem ? change : change.claim.reservations);

describe('What a claim stands for', () => {
  test('is each product, or subscription of it, of the customer, for each activity', () => {
    const { directoryId } = claim.customer;
    expect(unitsOf(claim)).toEqual([
      { key: `${directoryId}|power-bi|-|presales`, path: 'products.0' },
      { key: `${directoryId}|power-bi|-|usage`, path: 'products.0' },
      { key: `${directoryId}|dynamics-365-sales|${subscriptionId}|presales`, path: 'products.1' },
      { key: `${directoryId}|dynamics-365-sales|${subscriptionId}|usage`, path: 'products.1' },
    ]);
  });

  test('is refused by naming the product and who holds it', () => {
    const [, , third] = unitsOf(claim);
    expect(duplicateErrors(claim, new Map([[third?.key ?? '', 'ca-zyh2k9q0p-4m7k2x9b']]))).toEqual([
      {
        path: 'products.1',
        code: 'duplicate-claim',
        message: expect.stringContaining('/api/claims/ca-zyh2k9q0p-4m7k2x9b'),
      },
    ]);
  });

  test('is at most 90 things', () => {
    const products = (count: number) => Array.from({ length: count }, (_, index) => ({ code: `p${index}` }));
    expect(unitErrors({ activities: ['a', 'b'], products: products(45) })).toEqual([]);
    expect(unitErrors({ activities: ['a', 'b'], products: products(46) })).toHaveLength(1);
  });

  test.each([
    ['approve', 'customer', ['x']],
    ['decline', 'customer', undefined],
    ['expire', 'system', undefined],
    ['withdraw', 'partner', undefined],
  ] as const)('after "%s" by the %s is held: %s', (event, kind, reservations) => {
    expect(held(closed(waitingRecord({ reservations: ['x'] }), { event, actor: { kind }, now }))).toEqual(reservations);
  });

  test.each(['partner', 'customer'] as const)('is let go when the %s ends the association', (kind) => {
    expect(held(ended(decidedRecord('approved', { reservations: ['x'] }), { actor: { kind }, now }))).toBeUndefined();
  });

  test('need not be on record: claims of the former build close as others do', () => {
    expect(held(closed(waitingRecord(), { event: 'approve', actor: { kind: 'customer' }, now }))).toBeUndefined();
    expect(held(ended(decidedRecord('approved'), { actor: { kind: 'partner' }, now }))).toBeUndefined();
  });
});
