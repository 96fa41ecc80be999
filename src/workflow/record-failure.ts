import { withAttention } from '../claims/attention.ts';
import type { Deps } from '../claims/deps.ts';
import type { ClaimRef } from '../domain/claim.ts';
import { patienceAfter } from '../domain/patience.ts';
import { Problem } from '../lib/result.ts';
import type { Progress } from './advance-claim.ts';

/** Handles the `failures`th failure in a row: returns when to try again, and flags the claim after too many. */
export const recordFailure = async (deps: Deps, ref: ClaimRef, failures: number): Promise<Progress> => {
  const { pauseMs, needsSomebody } = patienceAfter(failures);
  if (needsSomebody) await markForOperations(deps, ref);
  return {
    done: false,
    waitingFor: needsSomebody ? 'operations: the next step keeps failing' : 'the next try of a step that failed',
    wakeAt: new Date(deps.now().getTime() + pauseMs).toISOString(),
  };
};

const markForOperations = async (deps: Deps, ref: ClaimRef): Promise<void> => {
  const stored = await deps.claims.read(ref);
  if (stored === undefined) throw new Error('The claim of this orchestration does not exist.');
  const marked = await withAttention(deps, stored, {
    reason: 'The next step failed several times; it is tried again every hour.',
    needs: 'operations',
  });
  if (marked instanceof Problem) throw new Error(`The failure was not recorded: ${marked.code}.`);
};
