import { type Notice, refOf } from '../../domain/claim.ts';
import { nextStatus, phaseOf } from '../../domain/claim-state.ts';
import { system } from '../../domain/history.ts';
import { nextStep } from '../../domain/next-step.ts';
import { openDeadline } from '../../domain/request/open-deadline.ts';
import { withClockRunning } from '../../domain/request/question.ts';
import { present } from '../../lib/present.ts';
import { Problem } from '../../lib/result.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import { changeClaim } from '../change-claim.ts';
import { datedPolicy } from '../dated-policy.ts';
import type { Deps } from '../deps.ts';

/** A question got no reply in time: the time to answer goes on, and both sides get a mail. A later comment is still the reply. */
export const resumeClock = (deps: Deps, stored: StoredClaim): Promise<StoredClaim | Problem> =>
  changeClaim(
    deps,
    refOf(stored.claim),
    (claim, now) => {
      // A reply, or an answer, may have come first.
      if (claim.question === undefined || nextStep(claim, now).do !== 'resume-clock') return 'unchanged';
      const status = nextStatus(phaseOf(claim), 'resume-clock', system.kind);
      if (status instanceof Problem) return status;
      const running = withClockRunning(claim, now, datedPolicy(deps, claim));
      const { comment } = claim.question;
      const since = now.toISOString();
      const notices: Notice[] = (['question-unanswered', 'no-reply'] as const).map((kind) => ({
        kind,
        number: comment,
        since,
      }));
      return {
        claim: { ...running, status, notices: [...(running.notices ?? []), ...notices] },
        entries: [
          {
            actor: system,
            event: 'question-unanswered',
            detail: { comment, ...present({ deadline: openDeadline(running) }) },
          },
        ],
      };
    },
    // The row of the pause still exists, and this turn of the orchestration sends the mails.
    { known: stored },
  );
