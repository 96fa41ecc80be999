import type { Claim, ContactChangedNotice, CustomerContact, Notice } from '../../domain/claim.ts';
import { mailboxDetail, mailboxErrors, separationErrors } from '../../domain/customer/mailbox.ts';
import { contactChangedEvent, partDigest } from '../../domain/record/submission.ts';
import { withFormerContact } from '../../domain/record-size.ts';
import { withoutQuestion } from '../../domain/request/question.ts';
import { hasLinksLeft, resendRefusal } from '../../domain/request/resend.ts';
import { asActor } from '../../identity/caller.ts';
import { Problem, problemOf } from '../../lib/result.ts';
import { changeByPartner, type PartnerChange } from '../change-by-partner.ts';
import type { Deps, Workflow } from '../deps.ts';
import { withMailbox } from '../draft/contact-mailbox.ts';
import { nudgeWorkflow } from '../wake-workflow.ts';
import { beforeAskingAgain, withNewLink } from './ask-again.ts';

/**
 * Asks another contact of the customer instead: the former one's link dies, and the former one is told. A new name for the same
 * address asks no one.
 */
export const changeContact = async (
  deps: Deps,
  workflow: Workflow,
  { caller, ref, contact, guard }: PartnerChange & { contact: CustomerContact },
) => {
  const stored = await changeByPartner(
    deps,
    { ref, guard, action: 'change-contact' },
    async (claim, now) => {
      const former = claim.customerContact;
      if (former && isSameContact(former, contact)) return 'unchanged';
      const checked = await withMailbox(deps, { ...claim, customerContact: contact });
      const refused = problemOf(
        [...separationErrors(checked, caller.email), ...mailboxErrors(checked, deps.foreignContacts, caller.email)].map(
          (error) => ({
            ...error,
            path: error.path.replace('customerContact.', ''),
          }),
        ),
      );
      if (refused !== undefined) return refused;
      const formers = withFormerContact(claim, former?.name);
      if (formers === undefined)
        return new Problem('too-many-resends', 'The contact was changed as often as is allowed.');
      const changed = { ...checked, ...formers };
      const entry = {
        actor: asActor(caller),
        event: contactChangedEvent,
        detail: {
          from: former?.email ?? '',
          to: contact.email,
          contacts: partDigest(changed, 'contacts'),
          ...mailboxDetail(checked),
        },
      };
      // Another name for the same address: whoever reads it was asked.
      if (isSame(former?.email, contact.email)) return { claim: changed, entries: [entry] };

      if (!hasLinksLeft(claim)) return new Problem('too-many-resends');
      // Someone who was asked before is asked again.
      const again = await wasAsked(deps, claim, contact.email);
      const tooMuch = again ? resendRefusal(claim, now) : undefined;
      if (tooMuch !== undefined) return tooMuch;
      const formerWasAsked = await wasAsked(deps, claim, former?.email);
      // Whoever asked a question gets no link any more: it is settled.
      const waiting = (claim.notices ?? []).filter(({ kind }) => !aboutQuestions.has(kind));
      const notices = [...waiting, ...(formerWasAsked ? [contactChanged(claim, now)] : [])];
      const { notices: _, ...asked } = withNewLink(withoutQuestion(changed), now);
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

const aboutQuestions: ReadonlySet<Notice['kind']> = new Set(['question', 'question-unanswered', 'reply', 'no-reply']);

const isSameContact = (one: Partial<CustomerContact>, other: CustomerContact): boolean =>
  (['name', 'title', 'email', 'foreignDomainReason'] as const).every((field) => one[field] === other[field]);

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
