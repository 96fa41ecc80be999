import type { Claim } from '../domain/claim.ts';
import { isUndelivered } from '../domain/delivery.ts';
import { outcomeOnSilence } from '../domain/request/concern.ts';
import type { Service } from '../domain/service.ts';
import { customerName, partnerVoice } from '../words/claim-words.ts';
import { deadlineMailNumber } from './operation-id.ts';
import type { Mail } from './sender.ts';
import { toPartner } from './to-partner.ts';

/** To the partner contact: the customer's time to answer ends in two business days. */
export const deadlineNearMail = (service: Service, claim: Claim): Mail => {
  const { request, link } = claim;
  if (request === undefined) throw new Error('A notice of a deadline without a request.');
  const customer = customerName(claim);
  const deadline = partnerVoice(claim).moment(request.deadline);
  return toPartner(service, claim, {
    kind: 'deadline-near',
    number: deadlineMailNumber(link?.version ?? 1, request.deadlineNotice?.number ?? 1),
    subject: `No answer yet, two business days left: ${customer}`,
    opening: [
      `${customer} has not answered your request yet. The time to answer ends on ${deadline}.`,
      // Another partner of record, whom silence would not displace, is not read again for this.
      outcomeOnSilence(claim, []) === 'approve'
        ? 'Without an answer, the request counts as approved, unless another partner is the partner of record by then.'
        : 'Without an answer, the claim expires.',
    ],
    closing: [
      isUndelivered(claim)
        ? 'The request did not reach the customer contact. Change the customer contact, or ask the customer to let the mail through and send the request again.'
        : 'Speak with the customer contact, or change the contact if someone else should answer.',
    ],
  });
};
