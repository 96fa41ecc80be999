import type { Claim } from '../domain/claim.ts';
import { customerVoice } from './claim-words.ts';

/** Who ended the association of an ended claim. */
export const enderOf = ({ endedBy }: Claim) => {
  if (endedBy === undefined) throw new Error('An ended claim that does not say who ended it.');
  return endedBy;
};

/** Why it was ended, as its ender wrote; a customer need not give a reason. */
export const endReasonOf = ({ statusReason, endedBy }: Claim): string | undefined =>
  endedBy === 'system' || statusReason === endedBy ? undefined : statusReason;

/** The same in a sentence to the customer. */
export const endReasonToCustomer = (claim: Claim): string | undefined => {
  const { words } = customerVoice(claim);
  const reason = endReasonOf(claim);
  const wrote = enderOf(claim) === 'customer' ? words.mail.youWrote : words.mail.partnerWrote;
  return reason && wrote(words.quoted(reason));
};
