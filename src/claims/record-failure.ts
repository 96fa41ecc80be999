import type { ClaimRef } from '../domain/claim.ts';
import { Problem } from '../domain/result.ts';
import type { Progress } from './advance-claim.ts';
import { withAttention } from './attention.ts';
import type { Deps } from './deps.ts';

const pauseMs = 3_600_000;

/** A step kept failing: the claim says so, operations see it, and the orchestration tries again in an hour or when nudged. */
export const recordFailure = async (deps: Deps, ref: ClaimRef): Promise<Progress> => {
  const stored = await deps.claims.read(ref);
  if (stored === undefined) throw new Error('The claim of this orchestration does not exist.');
  const marked = await withAttention(deps, stored, {
    reason: 'The next step failed several times; it is tried again every hour.',
    needs: 'operations',
  });
  if (marked instanceof Problem) throw new Error(`The failure was not recorded: ${marked.code}.`);
  return {
    done: false,
    waitingFor: 'operations: the next step keeps failing',
    wakeAt: new Date(deps.now().getTime() + pauseMs).toISOString(),
  };
};
