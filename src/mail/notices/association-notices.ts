import type { Claim } from '../../domain/claim.ts';
import type { Service } from '../../domain/service.ts';
import { customerName } from '../../words/claim-words.ts';
import type { Mail } from '../sender.ts';
import { toPartner } from '../to-partner.ts';

/** Mails to the partner contact about an association that is in place. */

/** None once the association is over, which is told by another mail. */
export const subscriptionEndingMail = (service: Service, claim: Claim, number: number): Mail | undefined => {
  if (claim.status !== 'approved' || claim.subscriptionsEndOn === undefined) return undefined;
  const customer = customerName(claim);
  return toPartner(service, claim, {
    kind: 'subscription-ending',
    number,
    subject: `Your association is about to end: ${customer}`,
    opening: [
      `As far as we know, the subscriptions of this association end on ${claim.subscriptionsEndOn}. The association then ends, too.`,
    ],
    closing: [
      'If the customer renews them, nothing changes. If the customer buys new ones, make a new claim in time. You can start from a copy of this one.',
    ],
  });
};

/** Who asks is not said. */
export const takeoverRequestedMail = (service: Service, claim: Claim, number: number): Mail | undefined => {
  if (claim.status !== 'approved') return undefined;
  const customer = customerName(claim);
  return toPartner(service, claim, {
    kind: 'takeover-requested',
    number,
    subject: `Another partner asks to take over your association: ${customer}`,
    opening: [
      `Another partner has asked ${customer} to become partner of record for a product and an activity of this claim.`,
      `${customer} decides. If it approves, your association ends, and we will tell you. If it declines or does not answer, nothing changes for you.`,
    ],
    closing: [`You don't need to do anything. If you have questions, speak with ${customer}.`],
  });
};
