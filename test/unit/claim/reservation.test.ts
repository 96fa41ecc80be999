import { describe, expect, test } from 'vitest';
import { closingChange } from '../../../src/claims/close-claim.ts';
import { endingChange } from '../../../src/claims/decision/end-claim.ts';
import { catalogueOf } from '../../../src/domain/catalogue/catalogue.ts';
import { duplicateErrors, standingIn, unitErrors, unitsOf } from '../../../src/domain/reservation/reservation.ts';
import { Problem } from '../../../src/lib/result.ts';
import { completeRecord, decidedRecord, waitingRecord } from '../../support/claims/records.ts';

const subscriptionId = '0a1b2c3d-0000-4000-8000-000000000009';
const today = catalogueOf('2023-10');
const claim = completeRecord({
  activities: ['presales', 'usage'],
  products: [
    { code: 'power-bi', subscriptionId },
    { code: 'dynamics-365-sales', subscriptionId },
  ],
});
const now = new Date('2026-11-25T10:00:00.000Z');
const held = (change: ReturnType<typeof closingChange>) =>
  change instanceof Problem ? change : [change.claim.reservations, change.claim.sharedReservations];

describe('What a claim stands for', () => {
  test('is each product, and of a Dynamics 365 product the subscription, of the customer, for each activity', () => {
    const { directoryId } = claim.customer;
    const path = 'products.1.subscriptionId';
    const of = `${directoryId}|dynamics-365-sales`;
    expect(unitsOf(claim)).toEqual([
      { key: `${directoryId}|power-bi|-|presales`, shared: false, path: 'products.0' },
      { key: `${directoryId}|power-bi|-|usage`, shared: false, path: 'products.0' },
      { key: `${of}|${subscriptionId}|presales`, shared: false, path },
      { key: `${of}|-|presales`, shared: true, path: 'products.1' },
      { key: `${of}|${subscriptionId}|usage`, shared: false, path },
      { key: `${of}|-|usage`, shared: true, path: 'products.1' },
    ]);
  });

  test('is refused by naming the field and who holds it', () => {
    const [first, , third] = unitsOf(claim);
    const reservedBy = new Map([
      [first?.key ?? '', ['ca-zyh2k9q0p-4m7k2x9b', 'ca-zyh2k9q0p-4m7k2x9c']],
      [third?.key ?? '', ['ca-zyh2k9q0p-4m7k2x9b']],
    ]);
    expect(duplicateErrors(claim, reservedBy)).toEqual([
      {
        path: 'products.0',
        code: 'duplicate-claim',
        message: expect.stringMatching(/ca-zyh2k9q0p-4m7k2x9b .* 1 more/),
      },
      {
        path: 'products.1.subscriptionId',
        code: 'subscription-already-claimed',
        message: expect.stringContaining('ca-zyh2k9q0p-4m7k2x9b'),
      },
    ]);
    expect(standingIn(reservedBy).map(({ claimId }) => claimId)).toEqual([
      'ca-zyh2k9q0p-4m7k2x9b',
      'ca-zyh2k9q0p-4m7k2x9c',
    ]);
  });

  test('is at most 90 things', () => {
    const products = (count: number) => Array.from({ length: count }, (_, index) => ({ code: `p${index}` }));
    expect(unitErrors({ activities: ['a', 'b'], products: products(45) }, today)).toEqual([]);
    expect(unitErrors({ activities: ['a', 'b'], products: products(46) }, today)).toHaveLength(1);
  });

  test.each([
    ['approve', 'customer', ['x'], ['y']],
    ['decline', 'customer', undefined, undefined],
    ['expire', 'system', undefined, undefined],
    ['withdraw', 'partner', undefined, undefined],
  ] as const)('after "%s" by the %s is held: %s and %s', (event, kind, alone, shared) => {
    const waiting = waitingRecord({ reservations: ['x'], sharedReservations: ['y'] });
    expect(held(closingChange(waiting, { event, actor: { kind }, now }))).toEqual([alone, shared]);
  });

  test.each(['partner', 'customer'] as const)('is let go when the %s ends the association', (kind) => {
    const approved = decidedRecord('approved', { reservations: ['x'], sharedReservations: ['y'] });
    expect(held(endingChange(approved, { actor: { kind }, now }))).toEqual([undefined, undefined]);
  });
});
