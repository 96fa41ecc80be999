import { type Claim, type ClaimRef, refOf } from '../../domain/claim.ts';
import { anyKnown, type Choice, choosableSubscriptions } from '../../domain/customer/subscriptions.ts';
import { duplicateErrors, reservedUnits, unitsOf } from '../../domain/reservation/reservation.ts';
import { Problem } from '../../lib/result.ts';
import type { Deps } from '../deps.ts';

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
