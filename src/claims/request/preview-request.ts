import type { Claim, ClaimRef } from '../../domain/claim.ts';
import { policyOf } from '../../domain/request/claim-policy.ts';
import { consentWindow } from '../../domain/request/policy.ts';
import { Problem } from '../../lib/result.ts';
import { requestMail } from '../../mail/request.ts';
import { datedPolicy } from '../dated-policy.ts';
import type { Deps } from '../deps.ts';
import { holdersOf } from '../holder/holders-of.ts';

/** The mail that asks for approval, as it would leave now, with no link in it. */
export type RequestPreview = { subject: string; html: string; text: string };

/** Stands for what a draft does not say yet. */
const gap = '…';

/** What the customer of a draft will read, or that of a submitted claim has been sent. */
export const previewRequest = async (deps: Deps, ref: ClaimRef): Promise<RequestPreview | Problem> => {
  const claim = (await deps.claims.read(ref))?.claim;
  if (claim === undefined) return new Problem('claim-not-found');
  if (claim.status !== 'draft' && claim.status !== 'submitted') {
    return new Problem('action-not-allowed', `The claim is ${claim.status}: no customer is asked any more.`);
  }
  const planned = consentWindow(deps.now(), datedPolicy(deps, claim), claim.customer).deadline.toISOString();
  // A claim of its own partner would have to be over before this one could be asked for.
  const others = (await holdersOf(deps, claim)).filter((holder) => holder.partnerId !== claim.partnerId);
  const { subject, html, text } = requestMail({
    service: deps.service,
    claim: { ...withoutGaps(claim), policy: policyOf(claim, deps.policy) },
    holders: others.length === 0 ? [] : 'unnamed',
    link: undefined,
    deadline: claim.request?.deadline ?? planned,
  });
  return { subject, html, text };
};

const withoutGaps = (claim: Claim): Claim => ({
  ...claim,
  customerContact: { name: gap, ...claim.customerContact },
  partnerContact: { name: gap, email: gap, ...claim.partnerContact },
  products: claim.products.length === 0 ? [{ code: gap }] : claim.products,
});
