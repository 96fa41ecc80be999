import { type Claim, type ClaimRef, refOf } from '../../domain/claim.ts';
import {
  anyKnown,
  type Choice,
  choosableSubscriptions,
  type Subscription,
} from '../../domain/customer/subscriptions.ts';
import { duplicateErrors, reservedUnits, unitsOf } from '../../domain/reservation/reservation.ts';
import { Problem } from '../../lib/result.ts';
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

/** Step 8 of docs/domain.md: the subscriptions that a draft can choose from, listed only once the customer has been matched. */
export const listSubscriptions = async (deps: Deps, ref: ClaimRef, product: string | undefined) => {
  const claim = (await deps.claims.read(ref))?.claim;
  if (claim === undefined) return new Problem('claim-not-found');
  if (claim.status !== 'draft') {
    return new Problem('action-not-allowed', `The claim is ${claim.status}: subscriptions are chosen in a draft.`);
  }
  if (claim.customer.verification.result !== 'matched') return new Problem('customer-not-matched');
  const known = await deps.reference.subscriptions(claim.customer.directoryId);
  const choices = choosableSubscriptions(claim, known).filter(
    (choice) => product === undefined || choice.product === product,
  );
  return { known: anyKnown(known), value: await withClaimed(deps, claim, choices) };
};

/** The choices, and which of them another claim of the partner stands for. */
const withClaimed = async (deps: Deps, claim: Claim, choices: Choice[]): Promise<Choice[]> => {
  const asked = choices.map(({ product, subscriptionId }) => ({
    ...claim,
    products: [{ code: product, subscriptionId }],
  }));
  const units = unitsOf({ ...claim, products: asked.flatMap(({ products }) => products) });
  const reservedBy = await deps.claims.reservedBy(refOf(claim), reservedUnits(units));
  return choices.map((choice, index) => {
    const [refusal] = choice.claimable ? duplicateErrors(asked[index] ?? claim, reservedBy) : [];
    return refusal ? { ...choice, claimable: false, code: refusal.code, message: refusal.message } : choice;
  });
};
