import type { Claim } from '../domain/claim.ts';
import { bothSidesNumbers } from '../domain/mail-kinds.ts';
import type { Service } from '../domain/service.ts';
import { closeReasonToCustomer } from '../words/association-end.ts';
import { customerName, customerVoice } from '../words/claim-words.ts';
import { claimFactsForCustomer } from './claim-facts.ts';
import type { Mail } from './sender.ts';
import { toCustomer } from './to-customer.ts';
import { toPartner } from './to-partner.ts';

/** The mails that tell both sides that operators stopped a request. */

/** To the customer contact. */
export const stoppedMailToCustomer = (service: Service, claim: Claim): Mail => {
  const { mail } = customerVoice(claim).words;
  const reason = closeReasonToCustomer(claim);
  return toCustomer(service, claim, {
    kind: 'withdrawn',
    number: bothSidesNumbers.customer,
    subject: mail.stoppedSubject(claim.partnerName),
    blocks: [
      { paragraph: mail.stopped(claim.partnerName, customerName(claim)) },
      ...(reason ? [{ paragraph: reason }] : []),
      claimFactsForCustomer(claim),
      { paragraph: mail.withdrawnNext },
    ],
  });
};

/** To the partner contact. */
export const stoppedMailToPartner = (service: Service, claim: Claim): Mail =>
  toPartner(service, claim, {
    kind: 'withdrawn',
    number: bothSidesNumbers.partner,
    subject: `Stopped: ${customerName(claim)}`,
    opening: [
      `The operators of this service stopped your request to ${customerName(claim)}. The customer can no longer answer it.`,
      claim.statusReason && `The reason: "${claim.statusReason}"`,
    ],
    closing: [
      'This claim is closed. Before you make a new claim for this customer, settle the reason with the operators: open the claim and write a comment.',
    ],
  });
