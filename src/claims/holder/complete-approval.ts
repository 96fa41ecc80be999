import { type Claim, type ClaimRef, refOf } from '../../domain/claim.ts';
import { isApproving } from '../../domain/claim-state.ts';
import { customerActor } from '../../domain/customer/customer-actor.ts';
import { heldSince } from '../../domain/reservation/subject.ts';
import { Problem } from '../../lib/result.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import { changeClaim } from '../change-claim.ts';
import { beforeClosing, closingChange } from '../close-claim.ts';
import { endingChange } from '../decision/end-claim.ts';
import type { Deps } from '../deps.ts';
import { readSubjects } from './read-subjects.ts';

/** What has to be done for a claim whose association ended. Without it the reconciler does it. */
type Wake = (ref: ClaimRef) => Promise<void>;

/**
 * Ends the associations that an approval on the record takes over from, then approves the claim: at no moment are two of them
 * approved. Safe to repeat, by whoever finds such a claim.
 */
export const completeApproval = async (
  deps: Deps,
  stored: StoredClaim,
  wake?: Wake,
): Promise<StoredClaim | Problem> => {
  const { claim } = stored;
  if (!isApproving(claim)) return stored;
  const rows = await readSubjects(deps, claim);
  const own = rows.flatMap(({ kind, entries }) =>
    kind === 'holding' ? entries.filter(({ claimId }) => claimId === claim.id) : [],
  );
  const from = new Map(own.flatMap((entry) => entry.from ?? []).map((former) => [former.claimId, former]));
  const formers: Claim[] = [];
  for (const { partnerId, claimId } of from.values()) {
    const former = await supersede(deps, { partnerId, claimId }, claim);
    if (former === undefined) continue;
    formers.push(former);
    await wake?.(refOf(former));
  }
  return changeClaim(
    deps,
    refOf(claim),
    (current, now) => {
      if (!isApproving(current)) return 'unchanged';
      const change = closingChange(current, {
        event: 'approve',
        actor: customerActor(current),
        now,
        reason: current.decision?.reason,
        consent: 'explicit',
      });
      if (change instanceof Problem || formers.length === 0) return change;
      const tookOverFrom = formers.map((former) => ({ partnerName: former.partnerName, since: heldSince(former) }));
      return { ...change, claim: { ...change.claim, tookOverFrom } };
    },
    { known: stored, ...beforeClosing(deps) },
  );
};

/** Ends the association of a former holder; undefined if another claim, or its own end, did so before. */
const supersede = async (deps: Deps, ref: ClaimRef, by: Claim): Promise<Claim | undefined> => {
  const changed = await changeClaim(
    deps,
    ref,
    (former, now) =>
      former.status === 'approved'
        ? endingChange(former, { actor: { kind: 'customer' }, now, supersededBy: by.partnerName })
        : 'unchanged',
    beforeClosing(deps),
  );
  if (changed instanceof Problem) {
    if (changed.code === 'claim-not-found') return undefined;
    throw new Error(`A former association was not ended: ${changed.code}.`);
  }
  const { status, supersededBy } = changed.claim;
  return status === 'ended' && supersededBy === by.partnerName ? changed.claim : undefined;
};
