import type { Claim } from './claim.ts';
import { allowedActions } from './claim-state.ts';
import { missingForSubmission, type Subscription } from './completeness.ts';

/** A claim as callers see it. Partition, link version and chain head stay inside. */
export const claimView = (claim: Claim, subscriptions: Subscription[]) => {
  const { partnerId, partnerName, version, link, history, carriedThroughAt, ...shown } = claim;
  return {
    ...shown,
    missing: claim.status === 'draft' ? missingForSubmission(claim, subscriptions) : [],
    allowedActions: allowedActions(claim.status),
  };
};
export type ClaimView = ReturnType<typeof claimView>;

/** The line of a claim in a list. */
export type ClaimSummary = {
  id: string;
  status: Claim['status'];
  name: string;
  customer: { domain: string; directoryId: string; name?: string };
  partnerLocation: Claim['partnerLocation'];
  solutionArea: string;
  activities: string[];
  products: number;
  needsAction: boolean;
  deadline?: string;
  createdAt: string;
  updatedAt: string;
};

export const claimSummary = (claim: Claim): ClaimSummary => ({
  id: claim.id,
  status: claim.status,
  name: claim.name,
  customer: {
    domain: claim.customer.domain,
    directoryId: claim.customer.directoryId,
    ...(claim.customer.name ? { name: claim.customer.name } : {}),
  },
  partnerLocation: claim.partnerLocation,
  solutionArea: claim.solutionArea,
  activities: claim.activities,
  products: claim.products.length,
  needsAction: claim.status === 'draft' || claim.attention !== undefined,
  ...(claim.request && claim.status === 'submitted' ? { deadline: claim.request.deadline } : {}),
  createdAt: claim.createdAt,
  updatedAt: claim.updatedAt,
});
