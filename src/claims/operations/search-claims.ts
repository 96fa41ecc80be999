import { everyClaim } from '../../domain/view/claim-filter.ts';
import type { ClaimSummary } from '../../domain/view/claim-summary.ts';
import { textSearch } from '../../domain/view/search-words.ts';
import { present } from '../../lib/present.ts';
import type { Deps } from '../deps.ts';

/** A claim as search finds it, with the partner whose it is. */
export type FoundClaim = Pick<ClaimSummary, 'id' | 'status' | 'name' | 'createdAt' | 'updatedAt'> & {
  partnerId: string;
  partnerName: string;
  customerName: string;
};
/** `more`: there are more than these; another word narrows them. */
export type FoundClaims = { value: FoundClaim[]; more: boolean };

const maxFound = 50;
/** How old the list of partners may be. */
const maxAgeMs = 30_000;
const concurrency = 16;

/** The words of `text` that no word of the partner's name begins with: those that its claims must have. */
const wordsBeyond = (partnerName: string, text: string): string =>
  text
    .split(/\s+/)
    .filter((word) => !textSearch(word).matches({ id: '', name: partnerName, customer: { domain: '' } }))
    .join(' ');

/** Claims of all partners, newest first: by claim ID, or by words of the partner's, the customer's and the claim's name. */
export const searchClaims = async (deps: Deps, text: string): Promise<FoundClaims> => {
  const now = deps.now();
  const search = async (partnerId: string): Promise<FoundClaims> => {
    const name = (await deps.reference.partner(partnerId))?.name ?? '';
    const words = wordsBeyond(name, text.trim());
    const filter = words === '' ? everyClaim : { ...everyClaim, text: textSearch(words) };
    const { value, next } = await deps.list.page({ partnerId, filter, sort: 'newest', now, top: maxFound });
    const found = value.map(({ id, status, name: claimName, customer, createdAt, updatedAt }) =>
      present({
        id,
        status,
        createdAt,
        updatedAt,
        partnerId,
        partnerName: name,
        name: claimName,
        customerName: customer.name ?? customer.domain,
      }),
    );
    return { value: found, more: next !== undefined };
  };
  const partners = await deps.reference.partnerIds(maxAgeMs);
  const pages: FoundClaims[] = [];
  for (let at = 0; at < partners.length; at += concurrency) {
    pages.push(...(await Promise.all(partners.slice(at, at + concurrency).map(search))));
  }
  // Claim IDs sort newest first.
  const all = pages.flatMap(({ value }) => value).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { value: all.slice(0, maxFound), more: all.length > maxFound || pages.some(({ more }) => more) };
};
