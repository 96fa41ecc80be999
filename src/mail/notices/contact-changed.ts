import type { Claim, ContactChangedNotice } from '../../domain/claim.ts';
import type { Service } from '../../domain/service.ts';
import { customerName, customerVoice } from '../../words/claim-words.ts';
import { claimFactsForCustomer } from '../claim-facts.ts';
import type { Mail } from '../sender.ts';
import { toCustomer } from '../to-customer.ts';

/** To a former customer contact: someone else is asked now. Who that is, is not said. */
export const contactChangedMail = (service: Service, claim: Claim, { number, to }: ContactChangedNotice): Mail => {
  const { mail } = customerVoice(claim).words;
  return toCustomer(service, claim, {
    kind: 'contact-changed',
    number,
    to,
    subject: mail.contactChangedSubject(claim.partnerName),
    blocks: [
      { paragraph: mail.contactChanged(claim.partnerName, customerName(claim)) },
      claimFactsForCustomer(claim),
      { paragraph: mail.contactChangedNext },
    ],
  });
};
