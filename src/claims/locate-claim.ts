import type { ClaimRef } from '../domain/claim.ts';
import { claimIdPattern } from '../domain/ids.ts';
import { Problem } from '../lib/result.ts';
import type { Deps, Workflow } from './deps.ts';

/** How old the list of partners may be when a claim is looked for. */
const maxAgeMs = 30_000;
const concurrency = 16;

/**
 * Where the claim with this ID is stored. The input of its orchestration says so. For a claim without one (a draft, or one whose
 * orchestration is gone), a point read for each partner finds it.
 */
export const locateClaim = async (deps: Deps, workflow: Workflow, claimId: string): Promise<ClaimRef | Problem> => {
  if (!claimIdPattern.test(claimId)) return new Problem('claim-not-found');
  const known = await workflow.refOf(claimId);
  if (known !== undefined && (await deps.claims.read(known))) return known;
  const partners = await deps.reference.partnerIds(maxAgeMs);
  for (let at = 0; at < partners.length; at += concurrency) {
    const refs = partners.slice(at, at + concurrency).map((partnerId) => ({ partnerId, claimId }));
    const found = await Promise.all(refs.map((ref) => deps.claims.read(ref)));
    const which = found.findIndex((stored) => stored !== undefined);
    if (which >= 0) return refs[which] ?? new Problem('claim-not-found');
  }
  return new Problem('claim-not-found');
};
