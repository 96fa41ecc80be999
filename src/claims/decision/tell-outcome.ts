import { type Claim, refOf } from '../../domain/claim.ts';
import type { NewHistoryEntry } from '../../domain/history.ts';
import type { DatedLink } from '../../identity/decision-links.ts';
import type { Problem } from '../../lib/result.ts';
import { closingMails } from '../../mail/outcome.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import { intendNoAttention, outlivesOutcome, staying, system } from '../attention.ts';
import { changeClaim } from '../change-claim.ts';
import type { Deps } from '../deps.ts';

/** Sends the mails that tell how the claim ended, and records that nothing remains to be done. */
export const tellOutcome = async (deps: Deps, stored: StoredClaim): Promise<StoredClaim | Problem> => {
  const mails = closingMails(stored.claim, await takeBackLink(deps, stored.claim));
  const sent = await Promise.all(mails.map((mail) => deps.mail.send(mail)));
  return changeClaim(
    deps,
    refOf(stored.claim),
    (claim, now) => {
      if (claim.settledAt !== undefined) return 'unchanged';
      const at = { actor: system, from: claim.status, to: claim.status };
      const told = mails.map(
        ({ kind }, index): NewHistoryEntry =>
          sent[index]?.accepted
            ? { ...at, event: `${kind}-sent` }
            : { ...at, event: `${kind}-refused`, detail: { reason: 'The mail service refused the address.' } },
      );
      const { attention, ...kept } = claim;
      // Ended while these mails were on their way: they are recorded, and those about the end remain.
      const isTold = claim.status === stored.claim.status;
      return {
        claim: isTold ? { ...kept, ...staying(attention, outlivesOutcome), settledAt: now.toISOString() } : claim,
        entries: [told[0] ?? { ...at, event: 'carried-through' }, ...told.slice(1)],
      };
    },
    { known: stored, ...intendNoAttention(deps, stored.claim, outlivesOutcome) },
  );
};

/** Where the customer can take an approval back. Made from the record alone: a mail that is sent again carries the same link. */
const takeBackLink = async (deps: Deps, { status, link, closedAt, ...claim }: Claim): Promise<DatedLink | undefined> =>
  status === 'approved' && link !== undefined && closedAt !== undefined
    ? deps.links.linkFor({
        partnerId: claim.partnerId,
        claimId: claim.id,
        version: link.version,
        issuedAt: closedAt,
        purpose: 'take-back',
      })
    : undefined;
