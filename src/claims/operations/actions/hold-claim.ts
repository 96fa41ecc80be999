import type { Claim, ClaimRef } from '../../../domain/claim.ts';
import type { Actor } from '../../../domain/history.ts';
import { Problem } from '../../../lib/result.ts';
import { changeClaim } from '../../change-claim.ts';
import type { Deps } from '../../deps.ts';

/** Puts a claim on legal hold, which exempts it from purge and erasure, or releases it. Idempotent. */
export const holdClaim = async (
  deps: Deps,
  { by, ref, held, reason }: { by: Actor; ref: ClaimRef; held: boolean; reason: string },
): Promise<Claim | Problem> => {
  const stored = await changeClaim(deps, ref, (claim, now) => {
    if ((claim.legalHold !== undefined) === held) return 'unchanged';
    const { legalHold, ...rest } = claim;
    return {
      claim: held ? { ...rest, legalHold: { since: now.toISOString(), by, reason } } : rest,
      entries: [{ actor: by, event: held ? 'held' : 'released', detail: { reason } }],
    };
  });
  return stored instanceof Problem ? stored : stored.claim;
};
