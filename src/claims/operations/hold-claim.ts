import type { Claim, ClaimRef } from '../../domain/claim.ts';
import type { Actor } from '../../domain/history.ts';
import { Problem } from '../../lib/result.ts';
import { changeClaim } from '../change-claim.ts';
import type { Deps } from '../deps.ts';

/** Puts a claim on hold, so that it is neither purged nor erased, or releases it. What is so already stays as it is. */
export const holdClaim = async (
  deps: Deps,
  by: Actor,
  ref: ClaimRef,
  { held, reason }: { held: boolean; reason: string },
): Promise<Claim | Problem> => {
  const stored = await changeClaim(deps, ref, (claim, now) => {
    if ((claim.hold !== undefined) === held) return 'unchanged';
    const { hold, ...kept } = claim;
    return {
      claim: held ? { ...kept, hold: { since: now.toISOString(), by, reason } } : kept,
      entries: [
        { actor: by, event: held ? 'held' : 'released', from: claim.status, to: claim.status, detail: { reason } },
      ],
    };
  });
  return stored instanceof Problem ? stored : stored.claim;
};
