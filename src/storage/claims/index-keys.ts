import { createHash } from 'node:crypto';
import type { ClaimStatus } from '../../domain/claim-state.ts';
import { countedDown } from '../../domain/ids.ts';
import type { ClaimSummary } from '../../domain/view/claim-summary.ts';
import { searchWords } from '../../domain/view/search-words.ts';

/**
 * The rows that lists are read from: `{heading}|{claimId}`, in the claim's partition and written with the claim.
 *
 *   s|{status}           with the summary
 *   u|{time of the last change, counted down}   with the summary
 *   d|{deadline}         with the summary; while the claim waits for an answer
 *   l|{MPN ID}  a|{solution area}  v|{activity}  p|{product}  w|{word}  n (needs action)
 *                        nothing but the key
 *   e|{digest of the customer contact's address}
 *                        nothing but the key; no address belongs into a key, and an erasure removes the row
 *
 * Only three kinds hold the summary, because a row that holds it is rewritten with every change. With the summary in all rows, a
 * usual change would write 13 rows instead of 5 to 7, seven times in the life of a claim. Without it, a page of a list by location
 * costs 25 parallel point reads. Claims are written more often than they are listed by location, and the lists that everybody opens
 * (all, by status, last changed) are one read. Measured by `npm run bench`.
 */
export const headings = {
  status: (status: ClaimStatus) => `s|${status}`,
  changed: 'u',
  deadline: 'd',
  location: (mpnId: string) => `l|${keyPart(mpnId)}`,
  solutionArea: (code: string) => `a|${keyPart(code)}`,
  activity: (code: string) => `v|${keyPart(code)}`,
  product: (code: string) => `p|${keyPart(code)}`,
  word: (word: string) => `w|${keyPart(word)}`,
  attention: 'n',
  contact: (email: string) => `e|${createHash('sha256').update(email.toLowerCase()).digest('hex').slice(0, 32)}`,
};

/** Suffix for the exclusive upper bound of a prefix range. */
export const last = '~~';

/**
 * Encodes text for a key. Keys must not contain / \ # ? and control characters, and only ASCII sorts the same on every storage: any
 * other UTF-16 unit becomes `~` and four hex digits. A prefix of the text stays a prefix of its key.
 */
export const keyPart = (text: string): string =>
  text.replaceAll(/[^A-Za-z0-9._-]/g, (unit) => `~${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A claim's position in the list by last change, and in the list by deadline. */
export const changedPosition = ({ id, updatedAt }: ClaimSummary): string => `${countedDown(new Date(updatedAt))}|${id}`;
export const deadlinePosition = ({ id, deadline }: ClaimSummary): string => `${deadline}|${id}`;

/**
 * The headings of a claim: `copies` have rows with its summary, `pointers` rows that are only keys. `contact`: the address of its
 * customer contact.
 */
export const headingsOf = (claim: ClaimSummary, contact?: string): { copies: string[]; pointers: string[] } => ({
  copies: [
    headings.status(claim.status),
    `${headings.changed}|${countedDown(new Date(claim.updatedAt))}`,
    ...(claim.deadline === undefined ? [] : [`${headings.deadline}|${claim.deadline}`]),
  ],
  pointers: [
    ...new Set([
      // Drafts need action by their status.
      ...(claim.needsAction && claim.status !== 'draft' ? [headings.attention] : []),
      ...(contact === undefined ? [] : [headings.contact(contact)]),
      headings.location(claim.partnerLocation.mpnId),
      ...(claim.solutionArea === undefined ? [] : [headings.solutionArea(claim.solutionArea)]),
      ...claim.activities.map(headings.activity),
      ...claim.productCodes.map(headings.product),
      ...searchWords(claim).map(headings.word),
    ]),
  ],
});
