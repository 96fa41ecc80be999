import type { Claim, DeliveryFailedNotice } from '../../domain/claim.ts';
import { undeliveredMessage } from '../../domain/delivery.ts';
import type { MailKind } from '../../domain/mail-kinds.ts';
import { shownAddress } from '../../lib/hosts/idn.ts';
import { customerName, partnerVoice } from '../../words/claim-words.ts';
import { nameInWords } from '../../words/name-in-words.ts';
import type { Mail } from '../sender.ts';
import { toPartner } from '../to-partner.ts';

/** To the partner contact: the customer did not get the request. None when a later report, or a new request, has mended it. */
export const deliveryFailedMail = (claim: Claim, number: number): Mail | undefined => {
  const { request, customerContact } = claim;
  const why = request && undeliveredMessage(request.delivery);
  if (request === undefined || why === undefined) return undefined;
  return toPartner(claim, {
    kind: 'delivery-failed',
    number,
    subject: `Your request did not arrive: ${customerName(claim)}`,
    opening: [
      `The request to ${nameInWords(customerContact?.name ?? '')} (${shownAddress(request.sentTo)}) was not delivered: ${why}.`,
    ],
    closing: [
      'Please check the address and change the customer contact of the claim. The request then goes to the new address. If the address is right, ask the customer to let the mail through, and send the request again.',
      `The claim is still open and waits for an answer until ${partnerVoice(claim).moment(request.deadline)}. Without one it expires.`,
    ],
  });
};

const whatItSaid: Partial<Record<MailKind, string>> = {
  receipt: 'the receipt of what was answered',
  withdrawn: 'the mail that the request was withdrawn',
  expired: 'the mail that the request has expired',
  'contact-changed': 'the mail that somebody else is asked now',
  ended: 'the mail that the association has ended',
  reply: 'your reply to a question',
  'no-reply': 'the mail that a question has no reply yet',
  'answer-code': 'the code that the customer has to type with an answer',
};

/** To the partner contact: another mail than the request did not reach the customer, who may not know what it told. */
export const undeliveredMail = (claim: Claim, { number, about }: DeliveryFailedNotice): Mail | undefined => {
  const failed = claim.undelivered?.findLast(({ mail, to }) => mail === about && to === 'customer');
  const why = failed && undeliveredMessage(failed.delivery);
  if (about === undefined || why === undefined) return undefined;
  const { customerContact } = claim;
  return toPartner(claim, {
    kind: 'delivery-failed',
    number,
    subject: `A mail to your customer did not arrive: ${customerName(claim)}`,
    opening: [
      `One of our mails was not delivered to the customer contact, ${nameInWords(customerContact?.name ?? '')}: ${whatItSaid[about] ?? about}. The reason: ${why}.`,
    ],
    closing: ['What was recorded stands. Please tell the customer yourself.'],
  });
};
