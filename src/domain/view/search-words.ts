import { claimIdPattern } from '../ids.ts';

/** What a text search looks at. */
export type Searched = { id: string; name?: string; customer: { domain: string; name?: string } };

/** More words than these are not searched: each is a row in storage. */
const maxWords = 8;
const maxLength = 40;

// Compatibility forms and accents folded, so that `muller` finds Müller.
const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

const wordsOf = (text: string): string[] =>
  (folded(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => [...word].slice(0, maxLength).join(''));

/** The words of a domain name; not its last label, which half of the world shares. */
const domainWords = (domain: string): string[] => wordsOf(domain.slice(0, domain.lastIndexOf('.')));

/**
 * The words that a claim is found by, at most eight: of the domain, the customer's name and its own name, in this order. A
 * word that another one begins with is left out: a search is for beginnings.
 */
export const searchWords = ({ name, customer }: Searched): string[] => {
  const words = [
    ...new Set([...domainWords(customer.domain), ...wordsOf(customer.name ?? ''), ...wordsOf(name ?? '')]),
  ];
  return words.filter((word) => !words.some((other) => other !== word && other.startsWith(word))).slice(0, maxWords);
};

/** The words of a search term that storage is asked for: the end of what may be a domain name is in no index. */
const indexedWords = (term: string): string[] => {
  const words = term.includes('.') ? domainWords(term) : [];
  return words.length > 0 ? words : wordsOf(term);
};

/** A text search, taken apart. `claimId` when the text is one; `words` is empty when there is nothing to look for. */
export type TextSearch = { claimId?: string; words: string[]; matches: (claim: Searched) => boolean };

/** Claims in which every word of `text` begins a word of the name, the customer's name or the domain. */
export const textSearch = (text: string): TextSearch => {
  const whole = text.trim().toLowerCase();
  if (claimIdPattern.test(whole)) return { claimId: whole, words: [], matches: ({ id }) => id === whole };

  const terms = folded(text)
    .split(/\s+/)
    .filter((term) => wordsOf(term).length > 0);
  const pieces = terms.map((term) => wordsOf(term));
  return {
    words: [...new Set(terms.flatMap(indexedWords))],
    matches: (claim) => {
      const words = searchWords(claim);
      const { domain } = claim.customer;
      return (
        terms.length > 0 &&
        terms.every(
          (term, at) =>
            (term.includes('.') && `.${domain}`.includes(`.${term}`)) ||
            pieces[at]?.every((piece) => words.some((word) => word.startsWith(piece))),
        )
      );
    },
  };
};
