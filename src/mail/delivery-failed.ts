import type { Claim } from '../domain/claim.ts';
import { undeliveredWords } from '../domain/delivery.ts';
import { claimFacts } from './claim-facts.ts';
import { customerName, partnerVoice } from './claim-words.ts';
import { compose } from './layout.ts';
import type { Mail } from './sender.ts';

/** To the partner contact: the customer did not get the request. None when a later report, or a new request, has mended it. */
export const deliveryFailedMail = (claim: Claim, number: number): Mail | undefined => {
  const { request, partnerContact, customerContact } = claim;
  const why = request && undeliveredWords(request.delivery);
  if (request === undefined || why === undefined) return undefined;
  const partner = partnerContact?.name ?? '';
  const subject = `Your request did not arrive: ${customerName(claim)}`;
  return {
    kind: 'delivery-failed',
    number,
    partnerId: claim.partnerId,
    claimId: claim.id,
    to: { address: partnerContact?.email ?? '', name: partner },
    subject,
    ...compose(subject, [
      { paragraph: `Dear ${partner},` },
      { paragraph: `The request to ${customerContact?.name ?? ''} (${request.sentTo}) was not delivered: ${why}.` },
      claimFacts(claim),
      {
        paragraph:
          'Please check the address and change the customer contact of the claim. The request then goes to the new address. If the address is right, ask the customer to let the mail through, and send the request again.',
      },
      {
        paragraph: `The claim is still open and waits for an answer until ${partnerVoice(claim).moment(request.deadline)}. Without one it expires.`,
      },
    ]),
  };
};
