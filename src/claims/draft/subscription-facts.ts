import type { Claim } from '../../domain/claim.ts';
import type { Subscription } from '../../domain/customer/subscriptions.ts';
import type { Deps } from '../deps.ts';

/**
 * What is known of the subscriptions that matter to a claim: those of its customer, and those of other directories that it
 * names. Nothing is looked up, and so nothing told, until the customer is the right one.
 */
export const subscriptionFacts = async (deps: Deps, claim: Claim): Promise<Subscription[]> => {
  const { directoryId, verification } = claim.customer;
  if (verification.result === 'mismatched' || verification.result === 'unknown-domain') return [];
  const own = await deps.reference.subscriptions(directoryId);
  if (claim.status !== 'draft') return own;
  const strange = claim.products.flatMap(({ code, subscriptionId }) =>
    subscriptionId === undefined || own.some((known) => known.subscriptionId === subscriptionId)
      ? []
      : [{ product: code, subscriptionId }],
  );
  const elsewhere = await Promise.all(
    strange.map(async ({ product, subscriptionId }): Promise<Subscription[]> => {
      const owner = await deps.reference.directoryOfSubscription(subscriptionId);
      if (owner === undefined || owner === directoryId) return [];
      return [{ subscriptionId, product, state: 'active', elsewhere: true }];
    }),
  );
  return [...own, ...elsewhere.flat()];
};
