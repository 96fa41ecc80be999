import type { ClaimRef } from '../domain/claim.ts';
import { claimIdPattern } from '../domain/ids.ts';
import { Problem } from '../lib/result.ts';
import type { Deps, Workflow } from './deps.ts';

/** How old (ms) the list of partners may be when a claim is looked for. */
const listAgeMs = 30_000;
const atOnce = 16;

/**
 * Where a claim is, of which operations know the ID only: the input of its orchestration says so, and of a claim without one
 * (a draft, one whose orchestration is gone) each partner is asked by a point read.
 */
export const findRef = async (deps: Deps, workflow: Workflow, claimId: string): Promise<ClaimRef | Problem> => {
  if (!claimIdPattern.test(claimId)) return new Problem('claim-not-found');
  const known = await workflow.refOf(claimId);
  if (known !== undefined && (await deps.claims.read(known))) return known;
  const partners = await deps.reference.partnerIds(listAgeMs);
  for (let at = 0; at < partners.length; at += atOnce) {
    const refs = partners.slice(at, at + atOnce).map((partnerId) => ({ partnerId, claimId }));
    const found = await Promise.all(refs.map((ref) => deps.claims.read(ref)));
    const which = found.findIndex((stored) => stored !== undefined);
    if (which >= 0) return refs[which] ?? new Problem('claim-not-found');
  }
  return new Problem('claim-not-found');
};
