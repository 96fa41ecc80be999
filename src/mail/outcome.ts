import type { Claim } from '../domain/claim.ts';
import type { Service } from '../domain/service.ts';
import type { DatedLink } from '../identity/decision-links.ts';
import { customerName } from '../words/claim-words.ts';
import { endedMailToCustomer, endedMailToPartner } from './ended.ts';
import type { Mail } from './sender.ts';
import { stoppedMailToCustomer, stoppedMailToPartner } from './stopped.ts';
import { expiredMail, receiptMail, withdrawnMail } from './to-customer.ts';
import { toPartner } from './to-partner.ts';

/** The mails about the outcome of a claim. */

const outcomeWords = (claim: Claim): { subject: string; opening: string; next: string } => {
  const customer = customerName(claim);
  if (claim.status === 'approved' && claim.consent === 'silence') {
    return {
      subject: `Approved without an answer: ${customer}`,
      opening: `${customer} did not answer in time. By the policy of this programme, that counts as approval.`,
      next: 'The association is in place. You can add proof of execution and comments to the claim.',
    };
  }
  if (claim.status === 'approved') {
    return {
      subject: `Approved: ${customer}`,
      opening: `${customer} approved your request.`,
      next: claim.tookOverFrom
        ? 'Your association is in place, and that of the former partner of record has ended. You can add proof of execution and comments to the claim.'
        : 'The association is in place. You can add proof of execution and comments to the claim.',
    };
  }
  if (claim.status === 'declined') {
    return {
      subject: `Declined: ${customer}`,
      opening: `${customer} declined your request.`,
      next: 'This claim is closed. If it was a misunderstanding, speak with the customer first, then make a new claim.',
    };
  }
  if (claim.statusReason === 'not-delivered') {
    return {
      subject: `Expired: ${customer}`,
      opening: `The request could not be delivered to the contact at ${customer}. The claim has expired.`,
      next: 'This claim is closed. Check the address of the contact with the customer before you make a new claim.',
    };
  }
  if (claim.statusReason === 'inquiry-not-released') {
    return {
      subject: `Expired: ${customer}`,
      opening: `The operators of this service had questions about your request to ${customer} and did not release it in time. The claim has expired.`,
      next: 'This claim is closed. Settle the questions with the operators before you make a new claim.',
    };
  }
  return {
    subject: `Expired: ${customer}`,
    opening: `${customer} did not answer in time. The claim has expired.`,
    next: 'This claim is closed. Check with the customer who should answer before you make a new claim.',
  };
};

/** To the partner contact: how the claim ended and what can be done now. */
export const outcomeMail = (service: Service, claim: Claim): Mail => {
  const { subject, opening, next } = outcomeWords(claim);
  return toPartner(service, claim, {
    kind: 'outcome',
    number: 1,
    subject,
    opening: [opening, claim.decision?.reason && `The customer wrote: "${claim.decision.reason}"`],
    closing: [next],
  });
};

/**
 * All mails about the outcome of `claim`. The customer gets a withdrawal mail even when no request is on record: a crash
 * may have come between the request mail and its record. `link` is the customer's, for the receipt of an approval.
 */
export const closingMails = (service: Service, claim: Claim, link?: DatedLink): Mail[] => {
  switch (claim.status) {
    case 'approved':
      return [outcomeMail(service, claim), receiptMail(service, claim, link)];
    case 'declined':
      return [outcomeMail(service, claim), receiptMail(service, claim)];
    case 'expired':
      return [outcomeMail(service, claim), expiredMail(service, claim)].filter((mail) => mail !== undefined);
    case 'withdrawn':
      return claim.withdrawnBy === 'operator'
        ? [stoppedMailToCustomer(service, claim), stoppedMailToPartner(service, claim)]
        : [withdrawnMail(service, claim)];
    case 'ended':
      return [endedMailToCustomer(service, claim), endedMailToPartner(service, claim)];
    default:
      return [];
  }
};
