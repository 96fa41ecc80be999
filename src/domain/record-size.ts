import { Problem } from '../lib/result.ts';
import type { Claim } from './claim.ts';

/**
 * A record is one table entity, which holds 1 MiB. From this size on a claim takes no more comments, files and notes; what the service
 * and its customers still add to it is bounded by number, and stays below the rest.
 */
const fullBytes = 480 * 1024;

/** Whether the record of a claim has room for more comments, files and notes. Texts are stored in UTF-16. */
export const hasRoom = (claim: Claim): boolean => JSON.stringify(claim).length * 2 < fullBytes;

/** Why a file or a longer note cannot be taken; undefined while there is room. */
export const fullRefusal = (claim: Claim): Problem | undefined =>
  hasRoom(claim)
    ? undefined
    : new Problem('poe-too-many', 'The claim is full: its comments, files and notes leave no room.');

/** Names of former contacts that a record keeps. No claim has more links than that, and few contacts have two names. */
const maxFormerContacts = 50;

/** The names of former contacts with one more, each once; undefined when there are too many. */
export const withFormerContact = (
  { formerContacts = [] }: Claim,
  name: string | undefined,
): { formerContacts?: string[] } | undefined => {
  if (!name || formerContacts.includes(name)) return {};
  return formerContacts.length < maxFormerContacts ? { formerContacts: [...formerContacts, name] } : undefined;
};
