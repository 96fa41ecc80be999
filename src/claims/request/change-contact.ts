import type { Claim, Contact, ContactChangedNotice } from '../../domain/claim.ts';
import { separationErrors } from '../../domain/draft/completeness.ts';
import { hasLinksLeft, resendRefusal } from '../../domain/request/resend.ts';
import { asActor } from '../../identity/caller.ts';
import { Problem, problemOf } from '../../lib/result.ts';
import { changeByPartner, type PartnerChange } from '../change-by-partner.ts';
import type { Deps, Workflow } from '../deps.ts';
import { nudgeWorkflow } from '../wake-workflow.ts';
import { beforeAskingAgain, withNewLink } from './ask-again.ts';

/**
 * Asks another contact of the customer instead: the former one's link dies, and the former one is told. A new name for the same
 * address asks nobody.
 */
export const changeContact = async (
  deps: Deps,
  workflow: Workflow,
  { caller, ref, contact, guard }: PartnerChange & { contact: Contact },
) => {
  const stored = await changeByPartner(
    deps,
    { ref, guard, action: 'change-contact' },
    async (claim, now) => {
      const former = claim.customerContact;
      if (former?.email === contact.email && former.name === contact.name && former.title === contact.title) {
        return 'unchanged';
      }
      const refused = problemOf(
        separationErrors({ ...claim, customerContact: contact }, caller.email).map((error) => ({
          ...error,
          path: 'email',
        })),
      );
      if (refused !== undefined) return refused;
      const changed = {
        ...claim,
        ...(former?.name ? { formerContacts: [...(claim.formerContacts ?? []), former.name] } : {}),
        customerContact: contact,
      };
      const entry = {
        actor: asActor(caller),
        event: 'contact-changed',
        detail: { from: former?.email ?? '', to: contact.email },
      };
      // Another name for the same address: whoever reads it was asked.
      if (isSame(former?.email, contact.email)) return { claim: changed, entries: [entry] };

      if (!hasLinksLeft(claim)) return new Problem('too-many-resends');
      // Back to somebody who was asked before is asking again.
      const again = await wasAsked(deps, claim, contact.email);
      const tooMuch = again ? resendRefusal(claim, now) : undefined;
      if (tooMuch !== undefined) return tooMuch;
      const formerWasAsked = await wasAsked(deps, claim, former?.email);
      const notices = [...(claim.notices ?? []), ...(formerWasAsked ? [contactChanged(claim, now)] : [])];
      const asked = withNewLink(changed, now);
      return {
        claim: {
          ...asked,
          ...(asked.link ? { link: { ...asked.link, contactSince: asked.link.version } } : {}),
          ...(again ? { resends: (claim.resends ?? 0) + 1 } : {}),
          ...(notices.length > 0 ? { notices } : {}),
        },
        entries: [entry],
      };
    },
    beforeAskingAgain(deps, ref),
  );
  if (!(stored instanceof Problem)) await nudgeWorkflow(deps, workflow, ref);
  return stored;
};

const isSame = (email: string | undefined, other: string | undefined): boolean =>
  email?.toLowerCase() === other?.toLowerCase();

/** What tells the contact of `claim` that its link is dead; the number is the link's, so it is told once. */
export const contactChanged = ({ customerContact, link }: Claim, now: Date): ContactChangedNotice => ({
  kind: 'contact-changed',
  number: link?.version ?? 0,
  since: now.toISOString(),
  to: { name: customerContact?.name ?? '', email: customerContact?.email ?? '' },
});

/** Did this address get a request, with this link or one before? After a resend only the history knows. */
const wasAsked = async (deps: Deps, { id, partnerId, request }: Claim, email: string | undefined): Promise<boolean> => {
  if (email === undefined) return false;
  if (isSame(request?.sentTo, email)) return true;
  const entries = await deps.claims.history({ partnerId, claimId: id });
  return entries.some(({ event, detail }) => event === 'request-sent' && isSame(String(detail?.to), email));
};
