import type { Claim } from '../domain/claim.ts';
import { customerName, momentInWords, productNames } from './claim-words.ts';
import { type Block, compose } from './layout.ts';
import type { Mail } from './sender.ts';

/** The mails that tell how a claim ended. */

const facts = (claim: Claim): Block => ({
  facts: [
    ['Claim', `${claim.name} (${claim.id})`],
    ['Partner', `${claim.partnerName}, MPN ID ${claim.partnerLocation.mpnId}`],
    ['Customer', `${customerName(claim)} (${claim.customer.domain})`],
    ['Products', productNames(claim).join(', ')],
    ...(claim.decision ? [['Answered', momentInWords(claim.decision.decidedAt)] satisfies [string, string]] : []),
  ],
});

const reasonOf = (claim: Claim, lead: string): Block[] =>
  claim.decision?.reason ? [{ paragraph: `${lead} "${claim.decision.reason}"` }] : [];

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
      opening: `${customer} approved your claim.`,
      next: 'The association is in place. You can add proof of execution and comments to the claim.',
    };
  }
  if (claim.status === 'declined') {
    return {
      subject: `Declined: ${customer}`,
      opening: `${customer} declined your claim.`,
      next: 'This claim is closed. If it was a misunderstanding, speak with the customer and make a new claim.',
    };
  }
  return {
    subject: `Expired: ${customer}`,
    opening: `${customer} did not answer in time. The claim has expired.`,
    next: 'This claim is closed. Check with the customer that the contact is right, and make a new claim.',
  };
};

/** To the partner contact: how the claim ended and what can be done now. */
export const outcomeMail = (claim: Claim): Mail => {
  const { subject, opening, next } = outcomeWords(claim);
  const name = claim.partnerContact?.name ?? '';
  return {
    kind: 'outcome',
    number: 1,
    claimId: claim.id,
    to: { address: claim.partnerContact?.email ?? '', name },
    subject,
    ...compose(subject, [
      { paragraph: `Dear ${name},` },
      { paragraph: opening },
      ...reasonOf(claim, 'The customer wrote:'),
      facts(claim),
      { paragraph: next },
    ]),
  };
};

const toCustomer = (claim: Claim, kind: 'receipt' | 'withdrawn', subject: string, blocks: Block[]): Mail => {
  const name = claim.customerContact?.name ?? '';
  return {
    kind,
    number: 1,
    claimId: claim.id,
    to: { address: claim.customerContact?.email ?? '', name },
    replyTo: { address: claim.partnerContact?.email ?? '', name: claim.partnerContact?.name ?? '' },
    subject,
    ...compose(subject, [{ paragraph: `Dear ${name},` }, ...blocks]),
  };
};

/** To the customer contact: what was recorded. */
export const receiptMail = (claim: Claim): Mail => {
  const approved = claim.status === 'approved';
  const said =
    claim.consent === 'silence' ? 'no answer was given in time, which counts as approval' : `you ${claim.status} it`;
  return toCustomer(
    claim,
    'receipt',
    `Receipt: request of ${claim.partnerName} ${approved ? 'approved' : 'declined'}`,
    [
      { paragraph: `This is your receipt for the request of ${claim.partnerName}: ${said}.` },
      facts(claim),
      ...reasonOf(claim, 'You wrote:'),
      {
        paragraph: approved
          ? `If this is not what you meant, reply to this mail: your reply goes to ${claim.partnerContact?.name ?? 'the partner'}.`
          : 'Nothing changes for your organisation.',
      },
    ],
  );
};

/** To the customer contact: the request is gone, its link no longer works. */
export const withdrawnMail = (claim: Claim): Mail => {
  const subject = `${claim.partnerName} withdrew its request`;
  return toCustomer(claim, 'withdrawn', subject, [
    { paragraph: `${claim.partnerName} withdrew its request to be associated with ${customerName(claim)}.` },
    facts(claim),
    { paragraph: 'You need to do nothing. The link in the earlier mail no longer works.' },
  ]);
};

/**
 * All mails that tell how `claim` ended. A withdrawal is told to the customer even when no request is on record: a crash
 * may have come between the request mail and its record.
 */
export const closingMails = (claim: Claim): Mail[] => {
  switch (claim.status) {
    case 'approved':
    case 'declined':
      return [outcomeMail(claim), receiptMail(claim)];
    case 'expired':
      return [outcomeMail(claim)];
    case 'withdrawn':
      return [withdrawnMail(claim)];
    default:
      return [];
  }
};
