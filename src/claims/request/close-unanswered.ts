import { refOf } from '../../domain/claim.ts';
import { nextStep } from '../../domain/next-step.ts';
import { silenceMeans } from '../../domain/request/concern.ts';
import type { Problem } from '../../lib/result.ts';
import type { StoredClaim } from '../../storage/claims/claim-store.ts';
import { system } from '../attention.ts';
import { changeClaim } from '../change-claim.ts';
import { closed } from '../close-claim.ts';
import type { Deps } from '../deps.ts';

/** The window has ended without an answer: the policy says what that means. An answer that came first stands. */
export const closeUnanswered = (deps: Deps, stored: StoredClaim): Promise<StoredClaim | Problem> =>
  changeClaim(
    deps,
    refOf(stored.claim),
    (claim, now) => {
      // Asked of the record as it is now: an answer, or a request that was sent again, may have come first.
      if (nextStep(claim, now).do !== 'close-unanswered') return 'unchanged';
      return silenceMeans(claim, deps.policy.onSilence) === 'approve'
        ? closed(claim, { event: 'approve-by-silence', actor: system, now, consent: 'silence' })
        : closed(claim, { event: 'expire', actor: system, now, reason: 'no-answer' });
    },
    // No row in the ledger first, as other closings have: the one that watches the deadline is there.
    { known: stored },
  );
