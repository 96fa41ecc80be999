import type { Claim } from '../../domain/claim.ts';
import { claimSummary } from '../../domain/view/claim-summary.ts';
import type { Deps } from '../deps.ts';
import { type FoundClaims, findAtPartners, maxFound } from './found-claims.ts';

/**
 * Claims of all partners whose customer contact has this address, newest first. A claim whose contact has been erased or replaced is
 * not found by it. One storage request for every partner, and one for every claim found.
 */
export const searchByContact = (deps: Deps, email: string): Promise<FoundClaims> =>
  findAtPartners(deps, async ({ partnerId }) => {
    const { claimIds, more } = await deps.claimsOfContact(partnerId, email, maxFound);
    const read = await Promise.all(claimIds.map((claimId) => deps.claims.read({ partnerId, claimId })));
    // A key may be one change behind, so the claim itself decides.
    const claims = read.flatMap((stored) => (stored && hasContact(stored.claim, email) ? [stored.claim] : []));
    return { value: claims.map(claimSummary), more };
  });

const hasContact = ({ customerContact }: Claim, email: string): boolean =>
  customerContact?.email?.toLowerCase() === email.toLowerCase();
