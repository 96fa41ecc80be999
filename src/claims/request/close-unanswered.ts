import { refOf } from '../../domain/claim.ts';
import { isUndelivered } from '../../domain/delivery.ts';
import { system } from '../../domain/history.ts';
import { nextStep } from '../../domain/next-step.ts';
import { outcomeOnSilence } from '../../domain/request/concern.ts';
import { isAnswerable } from '../../domain/request/pause.ts';
import type { Problem } from '../../lib/result.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import { changeClaim } from '../change-claim.ts';
import { closingChange } from '../close-claim.ts';
import type { Deps } from '../deps.ts';
import { takeSubjects } from '../holder/take-subjects.ts';
import { linkUntil } from '../link-until.ts';

/**
 * The window has ended without an answer, or no one could be asked: the claim says what that means. An answer that came first
 * stands. Silence displaces no partner of record: where another one holds what is asked for, the request expires. It also does
 * where the link ended before the time to answer: the customer could not say no.
 */
export const closeUnanswered = (deps: Deps, stored: StoredClaim): Promise<StoredClaim | Problem> =>
  changeClaim(
    deps,
    refOf(stored.claim),
    async (claim, now) => {
      // Asked of the record as it is now: an answer, or a request that was sent again, may have come first.
      if (nextStep(claim, now).do !== 'close-unanswered') return 'unchanged';
      const wasAsked = claim.request !== undefined && !isUndelivered(claim);
      const isFree =
        wasAsked &&
        outcomeOnSilence(claim, []) === 'approve' &&
        isAnswerable(claim, await linkUntil(deps, claim, now)) &&
        'from' in (await takeSubjects(deps, claim, { seen: '', now }));
      return isFree
        ? closingChange(claim, { event: 'approve-by-silence', actor: system, now, consent: 'silence' })
        : closingChange(claim, {
            event: 'expire',
            actor: system,
            now,
            reason: claim.inquiry ? 'inquiry-not-released' : wasAsked ? 'no-answer' : 'not-delivered',
          });
    },
    // Unlike other closings, needs no new ledger row: the deadline row still exists.
    { known: stored },
  );
