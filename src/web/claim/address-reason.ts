import type { Claim } from '../../../client/generated.ts';

/** Why the customer contact answers from an address that is not known as the customer's, where that is so. */
export const addressReasonOf = ({ customerContact, contactMailbox }: Claim): string | undefined =>
  contactMailbox === 'customer' ? undefined : customerContact?.foreignDomainReason;
