import { refOf } from '../../domain/claim.ts';
import { system } from '../../domain/history.ts';
import type { Problem } from '../../lib/result.ts';
import { deadlineNearMail } from '../../mail/deadline-near.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import { changeClaim } from '../change-claim.ts';
import type { Deps } from '../deps.ts';

/** Tells the partner that the customer's time to answer is nearly over. */
export const sendDeadlineNotice = async (deps: Deps, stored: StoredClaim): Promise<StoredClaim | Problem> => {
  const sent = await deps.mail.send(deadlineNearMail(deps.service, stored.claim));
  const { link, request: told } = stored.claim;
  return changeClaim(
    deps,
    refOf(stored.claim),
    (claim, now) => {
      const { request } = claim;
      // Asked again, or given more time, while this mail was on its way: the notice of the new deadline is still to come.
      const isCurrent = claim.link?.version === link?.version && request?.deadline === told?.deadline;
      const notice = request?.deadlineNotice;
      if (!isCurrent || request === undefined || notice === undefined || notice.sentAt !== undefined)
        return 'unchanged';
      return {
        claim: { ...claim, request: { ...request, deadlineNotice: { ...notice, sentAt: now.toISOString() } } },
        entries: [{ actor: system, event: sent.accepted ? 'deadline-near-sent' : 'deadline-near-refused' }],
      };
    },
    { known: stored },
  );
};
