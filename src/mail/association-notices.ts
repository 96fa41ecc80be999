import type { Claim } from '../domain/claim.ts';
import { customerName } from '../words/claim-words.ts';
import type { Mail } from './sender.ts';
import { toPartner } from './to-partner.ts';

/** Mails to the partner contact about an association that is in place. */

/** None once the association is over, which is told by another mail. */
export const subscriptionEndingMail = (claim: Claim, number: number): Mail | undefined => {
  if (claim.status !== 'approved' || claim.subscriptionsEndOn === undefined) return undefined;
  const customer = customerName(claim);
  return toPartner(claim, {
    kind: 'subscription-ending',
    number,
    subject: `Your association ends with its subscription: ${customer}`,
    opening: [
      `As far as we know, the subscriptions that this association is for end on ${claim.subscriptionsEndOn}. The association then ends as well.`,
    ],
    closing: [
      'If the customer renews them, nothing changes. If the customer gets new ones, make a new claim in time: a copy of this one has everything but the proof filled in.',
    ],
  });
};

/** Who contests is not said. */
export const contestedMail = (claim: Claim, number: number): Mail | undefined => {
  if (claim.status !== 'approved') return undefined;
  const customer = customerName(claim);
  return toPartner(claim, {
    kind: 'contested',
    number,
    subject: `Another partner asks for the same association: ${customer}`,
    opening: [
      `Another partner has asked ${customer} to be associated with it for a product and an activity of this claim. Your association stands until ${customer} or you end it.`,
    ],
    closing: [
      'In a contest the most recent proof of execution counts: if yours has aged, add a newer one to the claim. Whom it works with is for the customer to say.',
    ],
  });
};
