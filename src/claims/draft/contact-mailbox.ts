import type { Claim } from '../../domain/claim.ts';
import { domainOf, isSameHouse, mailboxAt } from '../../domain/customer/mailbox.ts';
import type { Deps } from '../deps.ts';

/**
 * The claim with whose mailbox its customer contact has, as of now. A directory that does not answer proves nothing: the
 * mailbox is then `foreign`.
 */
export const withMailbox = async (deps: Pick<Deps, 'directories'>, claim: Claim): Promise<Claim> => {
  const { customerContact, ...rest } = claim;
  if (customerContact === undefined) return claim;
  const { mailbox, ...contact } = customerContact;
  const domain = domainOf(contact.email);
  if (domain === undefined) {
    return Object.keys(contact).length === 0 ? rest : { ...rest, customerContact: contact };
  }
  const { isPublicMailHost } = await import('../../lib/hosts/public-mail-hosts.ts');
  const isPublic = isPublicMailHost(domain);
  const needsDirectory = !isPublic && !isSameHouse(domain, claim.customer.domain);
  const directoryId = needsDirectory ? await deps.directories.directoryOf(domain) : undefined;
  return { ...rest, customerContact: { ...contact, mailbox: mailboxAt(domain, claim, { isPublic, directoryId }) } };
};
