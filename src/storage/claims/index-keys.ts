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
 *   l|{MPN ID}  a|{solution area}  v|{activity}  p|{product}  w|{word}  n (somebody has to look at it)
 *                        nothing but the key
 *
 * Why only three kinds hold the summary: what holds it is rewritten at every change, as the row of the last change is anyway.
 * With the summary in all of them each change of a usual claim would write 13 rows in place of 5 to 7, seven times in its
 * life; without it a page of such a list costs 25 point reads, taken at once. A claim is written more often than it comes up
 * in a list by location, and the lists that everybody opens (all, by status, last changed) are one read.
 * Measured by `npm run bench`.
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
};

/** Above every key that begins as the text before it does, and below every other one. */
export const last = '~~';

/**
 * Text as part of a key: keys cannot have / \ # ? and control characters, and their order is that of ASCII on every
 * storage. `~` and four digits for any other UTF-16 unit, so that the beginning of a text is the beginning of its key.
 */
export const keyPart = (text: string): string =>
  text.replaceAll(/[^A-Za-z0-9._-]/g, (unit) => `~${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Where a claim stands in the list of the last changed ones, and in that of deadlines. */
export const changedPosition = ({ id, updatedAt }: ClaimSummary): string => `${countedDown(new Date(updatedAt))}|${id}`;
export const deadlinePosition = ({ id, deadline }: ClaimSummary): string => `${deadline}|${id}`;

/** The headings under which a claim is found: those whose rows hold the summary, and those that are only keys. */
export const headingsOf = (claim: ClaimSummary): { copies: string[]; pointers: string[] } => ({
  copies: [
    headings.status(claim.status),
    `${headings.changed}|${countedDown(new Date(claim.updatedAt))}`,
    ...(claim.deadline === undefined ? [] : [`${headings.deadline}|${claim.deadline}`]),
  ],
  pointers: [
    ...new Set([
      // Drafts wait for the partner by their status.
      ...(claim.needsAction && claim.status !== 'draft' ? [headings.attention] : []),
      headings.location(claim.partnerLocation.mpnId),
      ...(claim.solutionArea === undefined ? [] : [headings.solutionArea(claim.solutionArea)]),
      ...claim.activities.map(headings.activity),
      ...claim.productCodes.map(headings.product),
      ...searchWords(claim).map(headings.word),
    ]),
  ],
});
