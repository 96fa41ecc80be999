import type { Claim, ClaimRef, Contact, ContactChangedNotice } from '../domain/claim.ts';
import { nextStatus } from '../domain/claim-state.ts';
import { separationErrors } from '../domain/completeness.ts';
import { hasLinksLeft } from '../domain/resend.ts';
import { Problem, problemOf } from '../domain/result.ts';
import { asActor, type Caller } from '../identity/caller.ts';
import { askedAgain, intendAsking } from './ask-again.ts';
import { changeClaim, type Guard } from './change-claim.ts';
import type { Deps, Workflow } from './deps.ts';
import { nudgeWorkflow } from './reach-workflow.ts';

/** Asks another contact of the customer instead: the former one's link dies, and the former one is told. */
export const changeContact = async (
  deps: Deps,
  workflow: Workflow,
  caller: Caller,
  ref: ClaimRef,
  contact: Contact,
  guard: Guard,
) => {
  const stored = await changeClaim(
    deps,
    ref,
    async (claim, now) => {
      const status = nextStatus(claim.status, 'change-contact', 'partner');
      if (status instanceof Problem) return status;
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
      if (!hasLinksLeft(claim)) return new Problem('too-many-resends');

      const isOther = !isSame(former?.email, contact.email);
      const told = isOther && (await wasAsked(deps, claim));
      const notices = [...(claim.notices ?? []), ...(told ? [contactChanged(claim, now)] : [])];
      const asked = askedAgain(claim, now);
      return {
        claim: {
          ...asked,
          status,
          ...(asked.link && isOther ? { link: { ...asked.link, contactSince: asked.link.version } } : {}),
          ...(former?.name ? { formerContacts: [...(claim.formerContacts ?? []), former.name] } : {}),
          customerContact: contact,
          ...(notices.length > 0 ? { notices } : {}),
        },
        entries: [
          {
            actor: asActor(caller),
            event: 'contact-changed',
            from: claim.status,
            to: status,
            detail: { from: former?.email ?? '', to: contact.email },
          },
        ],
      };
    },
    { ...intendAsking(deps, ref), ...guard },
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

/** Did the present contact get a request, of this link or of one before? After a resend only the history knows. */
const wasAsked = async (deps: Deps, { id, partnerId, customerContact, request }: Claim): Promise<boolean> => {
  const email = customerContact?.email;
  if (isSame(request?.sentTo, email)) return true;
  const entries = await deps.claims.history({ partnerId, claimId: id });
  return entries.some(({ event, detail }) => event === 'request-sent' && detail?.to === email);
};
