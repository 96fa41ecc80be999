import type { Claim } from '../claim.ts';
import { unitsOf } from './reservation.ts';

/** The subjects of a claim: a customer's product for an activity, which other partners may claim too. */
export const subjectsOf = ({ customer, products, activities }: Claim): string[] => [
  ...new Set(
    products.flatMap(({ code }) => activities.map((activity) => [customer.directoryId, code, activity].join('|'))),
  ),
];

/** Whether two claims compete. Two different subscriptions of one product do not. */
export const isSameSubject = (one: Claim, other: Claim): boolean => {
  const others = new Map(unitsOf(other).map(({ key, shared }) => [key, shared]));
  return unitsOf(one).some(({ key, shared }) => others.has(key) && !(shared && others.get(key)));
};
