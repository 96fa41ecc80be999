import { everyClaim } from '../../domain/view/claim-filter.ts';
import { textSearch } from '../../domain/view/search-words.ts';
import type { Deps } from '../deps.ts';
import { type FoundClaims, findAtPartners, maxFound } from './found-claims.ts';

/** The words of `text` that no word of the partner's name begins with: those that its claims must have. */
const wordsBeyond = (partnerName: string, text: string): string =>
  text
    .split(/\s+/)
    .filter((word) => !textSearch(word).matches({ id: '', name: partnerName, customer: { domain: '' } }))
    .join(' ');

/** Claims of all partners, newest first: by claim ID, or by words of the partner's, the customer's and the claim's name. */
export const searchClaims = (deps: Deps, text: string): Promise<FoundClaims> => {
  const now = deps.now();
  return findAtPartners(deps, async ({ partnerId, name }) => {
    const words = wordsBeyond(name, text.trim());
    const filter = words === '' ? everyClaim : { ...everyClaim, text: textSearch(words) };
    const { value, next } = await deps.list.page({ partnerId, filter, sort: 'newest', now, top: maxFound });
    return { value, more: next !== undefined };
  });
};
