import { partnerMark } from '../mail/operation-id.ts';
import type { StoredClaim } from '../storage/claims/claim-rows.ts';
import type { Deps } from './deps.ts';

/** How old the list of partners may be: at first, and when no partner in it has the claim. */
const usualMaxAgeMs = 3_600_000;
const freshMaxAgeMs = 30_000;

/** The claim that an operation ID names. Few partners have its mark: a point read for each finds whose claim it is. */
export const claimOfMail = async (
  deps: Deps,
  { claimId, partnerMark: mark }: { claimId: string; partnerMark: number },
): Promise<StoredClaim | undefined> => {
  const asked = new Set<string>();
  for (const maxAgeMs of [usualMaxAgeMs, freshMaxAgeMs]) {
    const partners = await deps.reference.partnerIds(maxAgeMs);
    for (const partnerId of partners.filter((id) => partnerMark(id) === mark && !asked.has(id))) {
      asked.add(partnerId);
      const found = await deps.claims.read({ partnerId, claimId });
      if (found !== undefined) return found;
    }
  }
  return undefined;
};
