import { partnerMark } from '../mail/operation-id.ts';
import type { StoredClaim } from '../storage/claims/claim-rows.ts';
import type { Deps } from './deps.ts';

/** How old (ms) the list of partners may be: at first, and when no partner in it has the claim. */
const usualAgeMs = 3_600_000;
const freshAgeMs = 30_000;

/** The claim that an operation ID names. The partner is one of the few that have this mark: each is asked, by a point read. */
export const findClaim = async (
  deps: Deps,
  { claimId, partnerMark: mark }: { claimId: string; partnerMark: number },
): Promise<StoredClaim | undefined> => {
  const asked = new Set<string>();
  for (const maxAgeMs of [usualAgeMs, freshAgeMs]) {
    const partners = await deps.reference.partnerIds(maxAgeMs);
    for (const partnerId of partners.filter((id) => partnerMark(id) === mark && !asked.has(id))) {
      asked.add(partnerId);
      const found = await deps.claims.read({ partnerId, claimId });
      if (found !== undefined) return found;
    }
  }
  return undefined;
};
