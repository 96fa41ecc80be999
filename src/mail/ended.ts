import type { Claim } from '../domain/claim.ts';
import { bothSidesNumbers } from '../domain/mail-kinds.ts';
import type { Service } from '../domain/service.ts';
import { endingOf, endReasonOf, endReasonToCustomer } from '../words/association-end.ts';
import { customerName, customerVoice } from '../words/claim-words.ts';
import { claimFactsForCustomer } from './claim-facts.ts';
import type { Mail } from './sender.ts';
import { toCustomer } from './to-customer.ts';
import { toPartner } from './to-partner.ts';

/** The mails that tell both sides that an approved association has ended. */

/** To the customer contact. */
export const endedMailToCustomer = (service: Service, claim: Claim): Mail => {
  const { mail } = customerVoice(claim).words;
  const { subject, opening } = {
    partner: { subject: mail.endedByPartnerSubject, opening: mail.endedByPartner },
    customer: { subject: mail.endedByCustomerSubject, opening: mail.endedByCustomer },
    system: { subject: mail.endedBySubscriptionSubject, opening: mail.endedBySubscription },
    operator: { subject: mail.endedBySubscriptionSubject, opening: mail.endedByOperator },
    successor: {
      subject: mail.endedSupersededSubject,
      opening: (partner: string, name: string) => mail.endedSuperseded(partner, name, claim.supersededBy ?? ''),
    },
  }[endingOf(claim)];
  const reason = endReasonToCustomer(claim);
  return toCustomer(service, claim, {
    kind: 'ended',
    number: bothSidesNumbers.customer,
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
export const endedMailToPartner = (service: Service, claim: Claim): Mail => {
  const customer = customerName(claim);
  const reason = endReasonOf(claim);
  return toPartner(service, claim, {
    kind: 'ended',
    number: bothSidesNumbers.partner,
    subject: `Ended: ${customer}`,
    opening: [
      {
        partner: `Your association with ${customer} was ended by your organisation.`,
        customer: `${customer} withdrew its approval. The association has ended.`,
        system: `The subscriptions that your association with ${customer} was for have ended, so the association has ended, too.`,
        operator: `The operators of this service ended your association with ${customer}.`,
        successor: `${customer} approved another partner for a product and an activity of this claim. Your association has ended.`,
      }[endingOf(claim)],
      reason && `${endingOf(claim) === 'customer' ? 'The customer wrote' : 'The reason'}: "${reason}"`,
    ],
    closing: [whatFollows[endingOf(claim)]],
  });
};

const copyIt = 'This claim is closed. You can copy it to a new draft and submit that.';
const speakFirst =
  'This claim is closed. If the customer still works with you, speak with them. You can then copy the claim to a new draft and submit that.';

/** What the partner can do now. No one is invited to repeat what was just refused. */
const whatFollows: Record<ReturnType<typeof endingOf>, string> = {
  partner: copyIt,
  system: copyIt,
  customer: speakFirst,
  successor: speakFirst,
  operator:
    'This claim is closed. Before you make a new claim for this customer, settle the reason with the operators: open the claim and write a comment.',
};
