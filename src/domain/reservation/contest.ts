import type { Claim } from '../claim.ts';
import { unitsOf } from './reservation.ts';

/** What a claim is about: a customer's product for an activity, as other partners' claims may be too. */
export const subjectsOf = ({ customer, products, activities }: Claim): string[] => [
  ...new Set(
    products.flatMap(({ code }) => activities.map((activity) => [customer.directoryId, code, activity].join('|'))),
  ),
];

/** Whether two claims are for the same: two subscriptions of one product are not. */
export const isSameSubject = (one: Claim, other: Claim): boolean => {
  const others = new Map(unitsOf(other).map(({ key, shared }) => [key, shared]));
  return unitsOf(one).some(({ key, shared }) => others.has(key) && !(shared && others.get(key)));
};
