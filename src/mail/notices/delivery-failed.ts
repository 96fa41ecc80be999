import type { Claim, DeliveryFailedNotice } from '../../domain/claim.ts';
import { undeliveredMessage } from '../../domain/delivery.ts';
import type { MailKind } from '../../domain/mail-kinds.ts';
import type { Service } from '../../domain/service.ts';
import { shownAddress } from '../../lib/hosts/idn.ts';
import { customerName, partnerVoice } from '../../words/claim-words.ts';
import { nameInWords } from '../../words/name-in-words.ts';
import type { Mail } from '../sender.ts';
import { toPartner } from '../to-partner.ts';

/** To the partner contact: the customer did not get the request. None once a later report, or a new request, has resolved it. */
export const deliveryFailedMail = (service: Service, claim: Claim, number: number): Mail | undefined => {
  const { request, customerContact } = claim;
  const why = request && undeliveredMessage(request.delivery);
  if (request === undefined || why === undefined) return undefined;
  return toPartner(service, claim, {
    kind: 'delivery-failed',
    number,
    subject: `Your request was not delivered: ${customerName(claim)}`,
    opening: [
      `The request to ${nameInWords(customerContact?.name ?? '')} (${shownAddress(request.sentTo)}) was not delivered: ${why}.`,
    ],
    closing: [
      'Please check the address and change the customer contact of the claim. The request then goes to the new address. If the address is right, ask the customer to let the mail through, then send the request again.',
      `The claim is still open. Without an answer, it expires on ${partnerVoice(claim).moment(request.deadline)}.`,
    ],
  });
};

const whatItWas: Partial<Record<MailKind, string>> = {
  receipt: 'the receipt for their answer',
  withdrawn: 'the notice that the request was withdrawn',
  expired: 'the notice that the request has expired',
  'contact-changed': 'the notice that someone else is now being asked',
  ended: 'the notice that the association has ended',
  reply: 'your reply to their question',
  'no-reply': 'the notice that their question has no reply yet',
  'answer-code': 'the code that they need to answer',
};

/** To the partner contact: a mail other than the request did not reach the customer, who may not know what it said. */
export const undeliveredMail = (
  service: Service,
  claim: Claim,
  { number, about }: DeliveryFailedNotice,
): Mail | undefined => {
  const failed = claim.undelivered?.findLast(({ mail, to }) => mail === about && to === 'customer');
  const why = failed && undeliveredMessage(failed.delivery);
  if (about === undefined || why === undefined) return undefined;
  const { customerContact } = claim;
  return toPartner(service, claim, {
    kind: 'delivery-failed',
    number,
    subject: `A mail to your customer was not delivered: ${customerName(claim)}`,
    opening: [
      `One of our mails was not delivered to the customer contact, ${nameInWords(customerContact?.name ?? '')}: ${whatItWas[about] ?? about}. The reason: ${why}.`,
    ],
    closing: ['Nothing else has changed. Please tell the customer yourself.'],
  });
};
