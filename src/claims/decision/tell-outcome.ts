import { type Claim, refOf } from '../../domain/claim.ts';
import { system } from '../../domain/history.ts';
import { sideOf } from '../../domain/mail-kinds.ts';
import type { DatedLink } from '../../identity/decision-links.ts';
import type { Problem } from '../../lib/result.ts';
import { closingMails } from '../../mail/outcome.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import { beforeDroppingAttention, outlivesOutcome, staying } from '../attention.ts';
import { changeClaim, type Recorded } from '../change-claim.ts';
import type { Deps } from '../deps.ts';

/** Sends the mails that tell how the claim ended, and records that nothing remains to be done. */
export const tellOutcome = async (deps: Deps, stored: StoredClaim): Promise<StoredClaim | Problem> => {
  const mails = closingMails(deps.service, stored.claim, await receiptLink(deps, stored.claim));
  const sent = await Promise.all(mails.map((mail) => deps.mail.send(mail)));
  return changeClaim(
    deps,
    refOf(stored.claim),
    (claim, now) => {
      if (claim.settledAt !== undefined) return 'unchanged';
      const entries = mails.map(
        (mail, index): Recorded =>
          sent[index]?.accepted
            ? { actor: system, event: `${mail.kind}-sent`, detail: { side: sideOf(mail) } }
            : {
                actor: system,
                event: `${mail.kind}-refused`,
                detail: { side: sideOf(mail), reason: 'The mail service refused the address.' },
              },
      );
      const { attention, ...kept } = claim;
      // Ended while these mails were on their way: they are recorded, and those about the end remain.
      const isCurrent = claim.status === stored.claim.status;
      return {
        claim: isCurrent ? { ...kept, ...staying(attention, outlivesOutcome), settledAt: now.toISOString() } : claim,
        entries: [entries[0] ?? { actor: system, event: 'carried-through' }, ...entries.slice(1)],
      };
    },
    { known: stored, ...beforeDroppingAttention(deps, stored.claim, outlivesOutcome) },
  );
};

/** Where the customer can withdraw the approval. Made from the record alone: a mail that is sent again carries the same link. */
const receiptLink = async (deps: Deps, { status, link, closedAt, ...claim }: Claim): Promise<DatedLink | undefined> =>
  status === 'approved' && link !== undefined && closedAt !== undefined
    ? deps.links.linkFor({
        partnerId: claim.partnerId,
        claimId: claim.id,
        version: link.version,
        issuedAt: closedAt,
        purpose: 'take-back',
      })
    : undefined;
