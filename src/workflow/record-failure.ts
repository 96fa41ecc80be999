import { withAttention } from '../claims/attention.ts';
import type { Deps } from '../claims/deps.ts';
import type { ClaimRef } from '../domain/claim.ts';
import { timerSlackMs } from '../domain/next-step.ts';
import { patienceAfter } from '../domain/patience.ts';
import { Problem, UnreadableClaim } from '../lib/result.ts';
import type { Progress } from './advance-claim.ts';

/** The `failures`th failure in a row of a step; `notBefore` is when the mail service takes mails again. */
type Failure = ClaimRef & { failures: number; notBefore?: string | undefined };

/** Returns when to try a failed step again, and flags the claim after too many failures. */
export const recordFailure = async (deps: Deps, { failures, notBefore, ...ref }: Failure): Promise<Progress> => {
  const { pauseMs, needsOperators } = patienceAfter(failures);
  if (needsOperators) await markForOperations(deps, ref);
  const usableAgain = notBefore === undefined ? 0 : Date.parse(notBefore) + timerSlackMs;
  return {
    done: false,
    waitingFor: needsOperators ? 'operations: the next step keeps failing' : 'the next try of a step that failed',
    wakeAt: new Date(Math.max(deps.now().getTime() + pauseMs, usableAgain)).toISOString(),
  };
};

const markForOperations = async (deps: Deps, ref: ClaimRef): Promise<void> => {
  const stored = await deps.claims.read(ref).catch((error: unknown) => {
    // It is left as it is. The read has listed it for operators already.
    if (error instanceof UnreadableClaim) return 'unreadable' as const;
    throw error;
  });
  if (stored === 'unreadable') return;
  if (stored === undefined) throw new Error('The claim of this orchestration does not exist.');
  const marked = await withAttention(deps, stored, {
    reason: 'The next step failed several times; it is tried again every hour.',
    needs: 'operations',
  });
  if (marked instanceof Problem) throw new Error(`The failure was not recorded: ${marked.code}.`);
};
