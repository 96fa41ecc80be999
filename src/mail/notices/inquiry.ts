import type { Claim } from '../../domain/claim.ts';
import { concernOf } from '../../domain/request/concern.ts';
import { openDeadline } from '../../domain/request/open-deadline.ts';
import { customerName, partnerVoice } from '../../words/claim-words.ts';
import type { Mail } from '../sender.ts';
import { toPartner } from '../to-partner.ts';

/** Mails to the partner contact about an inquiry into the request. `since`: when it was opened, or released. */

type About = { number: number; since: string };

/** None once the inquiry is over. */
export const inquiryOpenedMail = (claim: Claim, { number, since }: About): Mail | undefined => {
  const { inquiry } = claim;
  if (inquiry?.since !== since) return undefined;
  const customer = customerName(claim);
  const text = inquiry.by.kind === 'customer' ? concernOf(claim, 'not-expected')?.text : undefined;
  return toPartner(claim, {
    kind: 'inquiry-opened',
    number,
    subject: `Your request is being looked at: ${customer}`,
    opening: [
      `The operators of this service are looking at your request to ${customer}. Their reason: ${inquiry.reason}`,
      text && `The customer contact wrote: "${text}"`,
    ],
    closing: [
      `Until they release the request, the customer cannot answer, no reminder leaves and the time to answer stands still. We will tell you when it goes on. Without a release it expires on ${partnerVoice(claim).moment(inquiry.until)}.`,
      'You can explain your request with a comment on the claim.',
    ],
  });
};

/** None once another inquiry has been opened. */
export const inquiryReleasedMail = (claim: Claim, { number, since }: About): Mail | undefined => {
  if (claim.inquiry !== undefined || claim.inquiryReleasedAt !== since) return undefined;
  const customer = customerName(claim);
  return toPartner(claim, {
    kind: 'inquiry-released',
    number,
    subject: `Your request goes on: ${customer}`,
    opening: [`The operators of this service have looked at your request to ${customer} and released it.`],
    closing: [whatFollows(claim)],
  });
};

const whatFollows = (claim: Claim): string => {
  const { moment } = partnerVoice(claim);
  const deadline = openDeadline(claim);
  if (deadline) return `The customer can answer again, until ${moment(deadline)}. You don't need to do anything.`;
  const expiresAt = claim.attention?.expiresAt;
  return expiresAt
    ? `It could not be delivered before the inquiry. Please change the customer contact, or send the request again, until ${moment(expiresAt)}. After that the claim expires.`
    : 'It has not reached the customer yet. The time to answer begins when it leaves.';
};
