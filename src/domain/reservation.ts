import type { Claim } from './claim.ts';
import type { FieldError } from './result.ts';

/**
 * What a partner can claim only once at a time: one product (or subscription of it) of one customer for one activity.
 * A claim holds its units from submission until it is declined, expires, is withdrawn or ended. Source: domain brief, section 8.
 */
export type Unit = { key: string; path: string };

type Claimed = Pick<Claim, 'products' | 'activities'> & { customer: { directoryId: string } };

/** A claim is stored together with its reservations in one transaction of at most 100 rows, its own ones included. */
const maxUnits = 90;

/** The units that a claim stands for; `path` names the product. */
export const unitsOf = ({ customer, products, activities }: Claimed): Unit[] =>
  products.flatMap(({ code, subscriptionId }, index) =>
    activities.map((activity) => ({
      key: [customer.directoryId, code, subscriptionId ?? '-', activity].join('|'),
      path: `products.${index}`,
    })),
  );

/** More products and activities than one claim can hold. */
export const unitErrors = ({ products, activities }: Pick<Claim, 'products' | 'activities'>): FieldError[] =>
  products.length * activities.length <= maxUnits
    ? []
    : [
        {
          path: 'products',
          code: 'too-long',
          message: `At most ${maxUnits} products in all: each counts once for each of the ${activities.length} activities.`,
        },
      ];

/** What is wrong with a submission whose units others hold; `holders` are claim IDs by key. */
export const duplicateErrors = (claim: Claimed, holders: Map<string, string>): FieldError[] =>
  unitsOf(claim).flatMap(({ key, path }) => {
    const holder = holders.get(key);
    return holder === undefined
      ? []
      : [
          {
            path,
            code: 'duplicate-claim' as const,
            message: `Claim ${holder} stands for this customer, product and activity: /api/claims/${holder}`,
          },
        ];
  });
