import type { Claim } from '../domain/claim.ts';
import { customerVoice } from './claim-words.ts';

/** What ended the association of an ended claim; `successor`: the customer approved another partner. */
export const endingOf = (claim: Claim) => (claim.supersededBy === undefined ? enderOf(claim) : 'successor');

/** Who ended the association of an ended claim. */
const enderOf = ({ endedBy }: Claim) => {
  if (endedBy === undefined) throw new Error('An ended claim that does not say who ended it.');
  return endedBy;
};

/** Why it was ended, as its ender wrote; a customer need not give a reason. */
export const endReasonOf = ({ statusReason, endedBy, supersededBy }: Claim): string | undefined =>
  endedBy === 'system' || supersededBy !== undefined || statusReason === endedBy ? undefined : statusReason;

/** The same in a sentence to the customer. */
export const endReasonToCustomer = (claim: Claim): string | undefined => {
  const { words } = customerVoice(claim);
  const reason = endReasonOf(claim);
  const { partnerWrote, youWrote, operatorsWrote } = words.mail;
  const wrote = { partner: partnerWrote, customer: youWrote, operator: operatorsWrote, system: partnerWrote };
  return reason && wrote[enderOf(claim)](words.quoted(reason));
};

/** What the customer reads of the reason for a claim that is closed; a partner that withdraws gives its reason to nobody else. */
export const closeReasonToCustomer = (claim: Claim): string | undefined => {
  if (claim.status === 'ended') return endReasonToCustomer(claim);
  const { words } = customerVoice(claim);
  const isStopped = claim.status === 'withdrawn' && claim.withdrawnBy === 'operator';
  return isStopped && claim.statusReason ? words.mail.operatorsWrote(words.quoted(claim.statusReason)) : undefined;
};
