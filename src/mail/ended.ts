import type { Claim } from '../domain/claim.ts';
import { endedMailNumbers } from '../domain/mail-kinds.ts';
import { customerName, customerVoice } from '../words/claim-words.ts';
import { claimFactsForCustomer } from './claim-facts.ts';
import type { Mail } from './sender.ts';
import { toCustomer } from './to-customer.ts';
import { toPartner } from './to-partner.ts';

/** The mails that tell both sides that an approved association has ended. */

const enderOf = ({ endedBy }: Claim) => {
  if (endedBy === undefined) throw new Error('An ended claim that does not say who ended it.');
  return endedBy;
};

/** Why it was ended, as its ender wrote; a customer need not give a reason. */
const reasonOf = ({ statusReason, endedBy }: Claim): string | undefined =>
  endedBy === 'system' || statusReason === endedBy ? undefined : statusReason;

/** The same in a sentence to the customer. */
export const reasonToCustomer = (claim: Claim): string | undefined => {
  const { words } = customerVoice(claim);
  const reason = reasonOf(claim);
  const wrote = enderOf(claim) === 'customer' ? words.mail.youWrote : words.mail.partnerWrote;
  return reason && wrote(words.quoted(reason));
};

/** To the customer contact. */
export const endedMailToCustomer = (claim: Claim): Mail => {
  const { mail } = customerVoice(claim).words;
  const { subject, opening } = {
    partner: { subject: mail.endedByPartnerSubject, opening: mail.endedByPartner },
    customer: { subject: mail.endedByCustomerSubject, opening: mail.endedByCustomer },
    system: { subject: mail.endedBySubscriptionSubject, opening: mail.endedBySubscription },
  }[enderOf(claim)];
  const reason = reasonToCustomer(claim);
  return toCustomer(claim, {
    kind: 'ended',
    number: endedMailNumbers.customer,
    subject: subject(claim.partnerName),
    blocks: [
      { paragraph: opening(claim.partnerName, customerName(claim)) },
      ...(reason ? [{ paragraph: reason }] : []),
      claimFactsForCustomer(claim),
      { paragraph: mail.endedNext(claim.partnerName, claim.products.length) },
    ],
  });
};

/** To the partner contact. */
export const endedMailToPartner = (claim: Claim): Mail => {
  const customer = customerName(claim);
  const reason = reasonOf(claim);
  return toPartner(claim, {
    kind: 'ended',
    number: endedMailNumbers.partner,
    subject: `Ended: ${customer}`,
    opening: [
      {
        partner: `Your association with ${customer} was ended by your organisation.`,
        customer: `${customer} took its approval back. The association has ended.`,
        system: `The subscriptions that your association with ${customer} was for have ended, and the association with them.`,
      }[enderOf(claim)],
      reason && (enderOf(claim) === 'partner' ? `The reason: "${reason}"` : `The customer wrote: "${reason}"`),
    ],
    closing: ['This claim is closed. A copy of it can be submitted as a new claim.'],
  });
};
