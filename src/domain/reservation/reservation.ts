import type { FieldError, StandingClaim } from '../../lib/result.ts';
import { catalogueOf, productOf } from '../catalogue/catalogue.ts';
import type { Catalogue } from '../catalogue/catalogue-shape.ts';
import type { Claim, ClaimProduct } from '../claim.ts';

/**
 * What a partner can claim only once at a time: one product of one customer for one activity; for a Dynamics 365 product,
 * one of its subscriptions. A claim reserves its units from submission until it is declined, expires, is withdrawn or ended.
 * Source: "What can be claimed" in docs/domain.md.
 *
 * A unit is reserved alone, or shared: claims for two subscriptions of a product may coexist, and share the unit that a claim for
 * the product without a subscription reserves alone.
 */
export type Unit = { key: string; shared: boolean; path: string };

/** The keys of the units that a claim has reserved, as its record has them. */
export type Reserved = Pick<Claim, 'reservations' | 'sharedReservations'>;

/** The other claims that have reserved a unit, by its key. */
export type ReservedBy = Map<string, string[]>;

type Content = Pick<Claim, 'products' | 'activities'>;
type Claimed = Content & { catalogueVersion: string; customer: { directoryId: string } };

/** A claim is stored together with its units in one transaction of at most 100 rows, its own ones included. */
const maxUnits = 90;

/** Stands for the whole product in place of a subscription ID. */
const whole = '-';

/** A subscription ID distinguishes two claims only for Dynamics 365 products. */
export const subscriptionOf = (catalogue: Catalogue, { code, subscriptionId }: ClaimProduct): string | undefined =>
  productOf(catalogue, code)?.dynamics365 ? subscriptionId : undefined;

/** Whether two product lines overlap. A line without a subscription covers the whole product. */
export const isSameProduct = (catalogue: Catalogue, one: ClaimProduct, other: ClaimProduct): boolean => {
  if (one.code !== other.code) return false;
  const [first, second] = [subscriptionOf(catalogue, one), subscriptionOf(catalogue, other)];
  return first === undefined || second === undefined || first === second;
};

/** The units of a claim, each once; `path` is the field that names it. */
export const unitsOf = (claim: Claimed): Unit[] =>
  unitsUnder(catalogueOf(claim.catalogueVersion), claim, claim.customer.directoryId);

const unitsUnder = (catalogue: Catalogue, { products, activities }: Content, directoryId: string): Unit[] => {
  const units = products.flatMap((product, index) =>
    activities.flatMap((activity): Unit[] => {
      const key = (which: string) => [directoryId, product.code, which, activity].join('|');
      const path = `products.${index}`;
      const subscription = subscriptionOf(catalogue, product);
      if (subscription === undefined) return [{ key: key(whole), shared: false, path }];
      return [
        { key: key(subscription), shared: false, path: `${path}.subscriptionId` },
        { key: key(whole), shared: true, path },
      ];
    }),
  );
  return units.filter(({ key }, index) => units.findIndex((unit) => unit.key === key) === index);
};

/** The units as the record of a claim has them. */
export const reservedUnits = (units: Unit[]): Reserved => {
  const shared = units.filter((unit) => unit.shared).map(({ key }) => key);
  return {
    reservations: units.filter((unit) => !unit.shared).map(({ key }) => key),
    ...(shared.length > 0 ? { sharedReservations: shared } : {}),
  };
};

/** The claim without its reservations. */
export const withoutUnits = <T extends Reserved>({ reservations, sharedReservations, ...rest }: T) => rest;

/** Refuses more products and activities than one claim can reserve. */
export const unitErrors = (content: Content, catalogue: Catalogue): FieldError[] =>
  unitsUnder(catalogue, content, '').length <= maxUnits
    ? []
    : [
        {
          path: 'products',
          code: 'too-long',
          message: `At most ${maxUnits} in all: each product or subscription counts once for each of the ${content.activities.length} activities.`,
        },
      ];

/** Links to the claims that have reserved a unit. */
export const standingIn = (reservedBy: ReservedBy): StandingClaim[] =>
  [...new Set([...reservedBy.values()].flat())].map((claimId) => ({ claimId, href: `/api/claims/${claimId}` }));

/** The errors of a submission whose units are reserved by others. */
export const duplicateErrors = (claim: Claimed, reservedBy: ReservedBy): FieldError[] =>
  unitsOf(claim).flatMap(({ key, path }): FieldError[] => {
    const [other, ...more] = reservedBy.get(key) ?? [];
    if (other === undefined) return [];
    const others = more.length === 0 ? '' : ` So do ${more.length} more of yours.`;
    return [
      path.endsWith('.subscriptionId')
        ? {
            path,
            code: 'subscription-already-claimed',
            message: `Claim ${other} stands for this subscription.${others}`,
          }
        : {
            path,
            code: 'duplicate-claim',
            message: `Claim ${other} stands for this customer, product and activity.${others}`,
          },
    ];
  });
