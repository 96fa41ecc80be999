import { refOf } from '../domain/claim.ts';
import type { Problem } from '../domain/result.ts';
import type { StoredClaim } from '../storage/claim-store.ts';
import { system } from './attention.ts';
import { changeClaim } from './change-claim.ts';
import { closed } from './close-claim.ts';
import type { Deps } from './deps.ts';

/** The window has ended without an answer: the policy says what that means. An answer that came first stands. */
export const closeUnanswered = (deps: Deps, stored: StoredClaim): Promise<StoredClaim | Problem> =>
  changeClaim(
    deps,
    refOf(stored.claim),
    (claim, now) => {
      if (claim.status !== 'submitted') return 'unchanged';
      return (claim.onSilence ?? deps.policy.onSilence) === 'approve'
        ? closed(claim, { event: 'approve-by-silence', actor: system, now, consent: 'silence' })
        : closed(claim, { event: 'expire', actor: system, now, reason: 'no-answer' });
    },
    // No row in the ledger first, as other closings have: the one that watches the deadline is there.
    { known: stored },
  );
