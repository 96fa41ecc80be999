import type { Claim } from '../../domain/claim.ts';
import { refOf } from '../../domain/claim.ts';
import { system } from '../../domain/history.ts';
import { consentWindow } from '../../domain/request/policy.ts';
import type { Problem } from '../../lib/result.ts';
import { requestMail } from '../../mail/request.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import { beforeDroppingAttention, outlivesRequest, staying, withAttention } from '../attention.ts';
import { type Change, changeClaim } from '../change-claim.ts';
import { datedPolicy } from '../dated-policy.ts';
import type { Deps } from '../deps.ts';
import { holdersOf } from '../holder/holders-of.ts';
import { contactChanged } from './change-contact.ts';
import { sentRequest } from './sent-request.ts';
import { tellHolders } from './tell-holders.ts';

/** The link in the request and its reminders. */
export const requestLink = async (deps: Deps, claim: Claim): Promise<string> => {
  if (claim.link === undefined) throw new Error('A submitted claim without a link.');
  const { version, issuedAt } = claim.link;
  return (await deps.links.linkFor({ ...refOf(claim), version, issuedAt, purpose: 'decide' })).href;
};

/** Sends the request mail and starts the customer's window at the moment the mail service accepts it. */
export const requestApproval = async (deps: Deps, stored: StoredClaim): Promise<StoredClaim | Problem> => {
  const { claim } = stored;
  const isFirst = claim.link?.version === 1;
  // At submission no one else was there: the rows are not read again for the first mail.
  const holders = isFirst && !claim.subjectShared ? [] : await holdersOf(deps, claim);
  // Once for a claim, not for each time that its customer is asked.
  if (isFirst) await tellHolders(deps, holders, claim);
  const planned = consentWindow(deps.now(), datedPolicy(deps, claim), claim.customer);
  const mail = requestMail({
    service: deps.service,
    claim,
    holders,
    link: await requestLink(deps, claim),
    deadline: planned.deadline.toISOString(),
  });
  const sent = await deps.mail.send(mail);
  // The partner may have asked again, or asked someone else, while this mail was on its way.
  const isCurrent = ({ link }: Claim): boolean => link?.version === claim.link?.version;
  if (!sent.accepted) {
    // It waits for the partner as long as it would have waited for the customer.
    const expiresAt = planned.deadline.toISOString();
    return withAttention(deps, stored, { reason: sent.refused, needs: 'partner', expiresAt }, isCurrent);
  }

  const sentTo = claim.customerContact?.email ?? '';
  return changeClaim(
    deps,
    refOf(claim),
    (current, now) => {
      if (!isCurrent(current)) return sentTooLate(claim, current, now);
      if (current.request !== undefined) return 'unchanged';
      // The customer may have answered, or the partner withdrawn, while the mail was on its way: it is recorded all the same.
      const request = sentRequest(deps, current, { sentAt: now, sentTo, subject: mail.subject });
      const { attention, ...kept } = current;
      return {
        claim: {
          ...kept,
          ...staying(attention, outlivesRequest),
          request,
        },
        entries: [
          {
            actor: system,
            event: 'request-sent',
            detail: { to: sentTo, deadline: request.deadline },
          },
        ],
      };
    },
    { known: stored, ...beforeDroppingAttention(deps, claim, outlivesRequest) },
  );
};

/** The mail has left with a link that is dead already: that is recorded, and a contact who is not asked any more is told. */
const sentTooLate = (sent: Claim, current: Claim, now: Date): Change => {
  const to = sent.customerContact?.email ?? '';
  const tell = current.status === 'submitted' && to !== current.customerContact?.email;
  return {
    claim: tell ? { ...current, notices: [...(current.notices ?? []), contactChanged(sent, now)] } : current,
    entries: [
      {
        actor: system,
        event: 'request-sent',
        detail: { to, superseded: true },
      },
    ],
  };
};
