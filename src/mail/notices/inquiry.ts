import type { Claim } from '../../domain/claim.ts';
import { concernOf } from '../../domain/request/concern.ts';
import { openDeadline } from '../../domain/request/open-deadline.ts';
import type { Service } from '../../domain/service.ts';
import { customerName, partnerVoice } from '../../words/claim-words.ts';
import type { Mail } from '../sender.ts';
import { toPartner } from '../to-partner.ts';

/** Mails to the partner contact about an inquiry into the request. `since`: when it was opened, or released. */

type About = { number: number; since: string };

/** None once the inquiry is over. */
export const inquiryOpenedMail = (service: Service, claim: Claim, { number, since }: About): Mail | undefined => {
  const { inquiry } = claim;
  if (inquiry?.since !== since) return undefined;
  const customer = customerName(claim);
  const text = inquiry.by.kind === 'customer' ? concernOf(claim, 'not-expected')?.text : undefined;
  return toPartner(service, claim, {
    kind: 'inquiry-opened',
    number,
    subject: `Your request is under review: ${customer}`,
    opening: [
      `The operators of this service are reviewing your request to ${customer}. Their reason: ${inquiry.reason}`,
      text && `The customer contact wrote: "${text}"`,
    ],
    closing: [
      `Until they release the request, the customer cannot answer it, no reminders are sent, and the time to answer is paused. We will tell you when it continues. If it is not released, it expires on ${partnerVoice(claim).moment(inquiry.until)}.`,
      'You can explain your request in a comment on the claim.',
    ],
  });
};

/** None once another inquiry has been opened. */
export const inquiryReleasedMail = (service: Service, claim: Claim, { number, since }: About): Mail | undefined => {
  if (claim.inquiry !== undefined || claim.inquiryReleasedAt !== since) return undefined;
  const customer = customerName(claim);
  return toPartner(service, claim, {
    kind: 'inquiry-released',
    number,
    subject: `Your request continues: ${customer}`,
    opening: [`The operators of this service have reviewed your request to ${customer} and released it.`],
    closing: [whatFollows(claim)],
  });
};

const whatFollows = (claim: Claim): string => {
  const { moment } = partnerVoice(claim);
  const deadline = openDeadline(claim);
  if (deadline) return `The customer can answer again, until ${moment(deadline)}. You don't need to do anything.`;
  const expiresAt = claim.attention?.expiresAt;
  return expiresAt
    ? `It could not be delivered before the inquiry. Please change the customer contact or send the request again by ${moment(expiresAt)}. After that, the claim expires.`
    : 'It has not been sent to the customer yet. The time to answer begins when it is.';
};
