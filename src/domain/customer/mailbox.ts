import { present } from '../../lib/present.ts';
import type { FieldError } from '../../lib/result.ts';
import type { Claim, Mailbox } from '../claim.ts';

/**
 * Whose mailbox the customer contact's address is, as far as its domain tells. The contact decides, so an address that anybody
 * can have, or that belongs to someone else, needs a reason from the partner and never approves by silence.
 */

export const mailboxes = ['customer', 'partner', 'public', 'foreign'] as const satisfies Mailbox[];

/** What a setting says about contacts whose mailbox is `public` or `foreign`. */
export const foreignContactPolicies = ['reason', 'refuse'] as const;
export type ForeignContactPolicy = (typeof foreignContactPolicies)[number];

/** What was looked up about a mail domain. `directoryId`: the directory that has it; undefined if none has, or none answered. */
export type DomainFacts = { isPublic: boolean; directoryId: string | undefined };

/** The domain of an address, in lower case. */
export const domainOf = (email: string | undefined): string | undefined => email?.split('@')[1]?.toLowerCase();

/** Whether one domain equals the other or is a subdomain of it. */
export const isSameHouse = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && (one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`));

/** Whose mailbox an address at `domain` is. A directory counts as the customer's only once it was checked with its domain. */
export const mailboxAt = (
  domain: string,
  { customer, partnerId }: Pick<Claim, 'customer' | 'partnerId'>,
  { isPublic, directoryId }: DomainFacts,
): Mailbox => {
  if (isPublic) return 'public';
  const isVerified = customer.verification.result === 'matched';
  if (isSameHouse(domain, customer.domain) || (isVerified && directoryId === customer.directoryId)) return 'customer';
  return directoryId === partnerId ? 'partner' : 'foreign';
};

type Contacts = Pick<Claim, 'customer' | 'customerContact' | 'partnerContact'>;

/**
 * A partner must not be able to approve its own claim: the customer contact, to whom the link goes, has no address of the
 * partner (its contact, or `callerEmail`). A domain that both share counts only where it is neither the customer's nor public.
 */
export const separationErrors = (
  { customer, customerContact, partnerContact }: Contacts,
  callerEmail?: string,
): FieldError[] => {
  const email = customerContact?.email?.toLowerCase();
  const own = [partnerContact?.email, callerEmail].map((address) => address?.toLowerCase());
  const isOwnDomain = own.some((address) => isSameHouse(domainOf(email), domainOf(address)));
  const isAtCustomer = isSameHouse(domainOf(email), customer.domain);
  const isOwn =
    customerContact?.mailbox === 'public'
      ? own.includes(email)
      : customerContact?.mailbox !== 'customer' &&
        !isAtCustomer &&
        (isOwnDomain || customerContact?.mailbox === 'partner');
  if (email === undefined || !isOwn) return [];
  const message = `The customer contact must be at the customer: use an address at ${customer.domain}, not at your company.`;
  return [{ path: 'customerContact.email', code: 'contact-is-partner', message }];
};

/** Whether nothing shows that the contact's mailbox belongs to the customer. */
export const isForeignMailbox = ({ customerContact }: Pick<Claim, 'customerContact'>): boolean =>
  customerContact?.email !== undefined && customerContact.mailbox !== 'customer';

/** The partner's reason for a contact whose mailbox is not known to be the customer's. */
export const foreignDomainReason = (claim: Pick<Claim, 'customerContact'>): string | undefined =>
  isForeignMailbox(claim) ? claim.customerContact?.foreignDomainReason : undefined;

/** What the history keeps of such a contact. */
export const mailboxDetail = (claim: Pick<Claim, 'customerContact'>): Record<string, string> =>
  isForeignMailbox(claim)
    ? present({ mailbox: claim.customerContact?.mailbox, foreignDomainReason: foreignDomainReason(claim) })
    : {};

/** What a contact with a public or foreign mailbox still needs, or that it is refused. `callerEmail`: who asks. */
export const mailboxErrors = (claim: Contacts, policy: ForeignContactPolicy, callerEmail?: string): FieldError[] => {
  const { customer, customerContact: { email = '', mailbox } = {} } = claim;
  // A partner's own mailbox is refused, reason or not.
  if (!isForeignMailbox(claim) || separationErrors(claim, callerEmail).length > 0) return [];
  const known = `an address at ${customer.domain} or at another domain of the customer's directory`;
  if (policy === 'refuse') {
    const message = `${email} is not known to belong to the customer. Use ${known}.`;
    return [{ path: 'customerContact.email', code: 'foreign-contact-refused', message }];
  }
  if (foreignDomainReason(claim)) return [];
  const where = mailbox === 'public' ? 'is at a public mail host' : `is not known to belong to ${customer.domain}`;
  const message = `${email} ${where}. Say why this person answers from there, or use ${known}.`;
  return [{ path: 'customerContact.foreignDomainReason', code: 'foreign-domain-reason-required', message }];
};
