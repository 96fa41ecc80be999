import { domainToUnicode } from 'node:url';
import { catalogues, namesOf } from '../catalogue/catalogue.ts';
import { claimIdPattern } from '../ids.ts';

/** What a text search looks at. */
export type Searched = {
  id: string;
  name?: string;
  customer: { domain: string; name?: string };
  productCodes?: string[];
};

/** More words than these are not searched: each is a row in storage. */
const maxWords = 8;
/** Where no blanks part the words, particles and halves of words count too. */
const maxUnspacedWords = 16;
const maxLength = 40;

/** Letters that no decomposition makes plain, as people type them without their keyboard. */
const plainLetters: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ς: 'σ',
};

/** Text without capitals, accents and compatibility forms: `muller` finds Müller, `lodz` Łódź, `isik` Işık. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    // What is left of a capital with a dot.
    .replaceAll('\u0307', '')
    .replaceAll(/[ßøłıæœđðþħŧς]/g, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFC');

// Marks stay until the run was parted: Thai words are not known without theirs.
const runsOf = (text: string): string[] => text.normalize('NFKC').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
const asIndexed = (run: string): string => [...folded(run)].slice(0, maxLength).join('');

const wordsOf = (text: string): string[] => runsOf(text).map(asIndexed);

/** Scripts that write no blanks between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Particles and endings, for which no one searches. */
const particle = /^\p{Script=Hiragana}{1,2}$/u;

let segmenter: Intl.Segmenter | undefined;

/**
 * What a run of letters is found by. Where no blanks part the words: the run from the beginning of each word on, so that a
 * search for any of them, or for several in a row, is for a beginning however its own words would be parted.
 */
const beginningsOf = (run: string): string[] => {
  if (!unspaced.test(run)) return [run];
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  return [...segmenter.segment(run)]
    .filter(({ index, segment }) => index === 0 || !particle.test(segment))
    .map(({ index }) => run.slice(index));
};

const indexedWordsOf = (text: string): string[] => runsOf(text).flatMap(beginningsOf).map(asIndexed);

/** A domain name in its own letters, folded. */
const foldedDomain = (domain: string): string => folded(domain.includes('xn--') ? domainToUnicode(domain) : domain);
const withoutLastLabel = (domain: string): string => domain.slice(0, domain.lastIndexOf('.'));

/** The words of a domain name; not its last label, which half of the world shares. */
const domainWords = (domain: string): string[] => wordsOf(withoutLastLabel(foldedDomain(domain)));

/**
 * The words that a claim is found by, at most eight (sixteen in scripts without blanks): of the domain, the customer's name and its own name, in this order. A
 * word that another one begins with is left out: a search is for beginnings.
 */
export const searchWords = ({ name, customer }: Searched): string[] => {
  const words = [
    ...new Set([
      ...domainWords(customer.domain),
      ...indexedWordsOf(customer.name ?? ''),
      ...indexedWordsOf(name ?? ''),
    ]),
  ];
  return words
    .filter((word) => !words.some((other) => other !== word && other.startsWith(word)))
    .slice(0, words.some((word) => unspaced.test(word)) ? maxUnspacedWords : maxWords);
};

let productWords: Map<string, string[]> | undefined;

/** The words of all names that each product has or had, by its code. */
const wordsOfProducts = (): Map<string, string[]> => {
  if (productWords !== undefined) return productWords;
  const names = catalogues.flatMap(({ products }) =>
    products.flatMap((product) => namesOf(product).map((name) => ({ code: product.code, name }))),
  );
  productWords = new Map();
  for (const { code, name } of names) {
    productWords.set(code, [...new Set([...(productWords.get(code) ?? []), ...wordsOf(name)])]);
  }
  return productWords;
};

/** Codes of the products in whose names, today's or former, `word` begins a word. */
export const productsNamed = (word: string): string[] =>
  [...wordsOfProducts()].flatMap(([code, words]) => (words.some((one) => one.startsWith(word)) ? [code] : []));

/** The words of a search term that storage is asked for: the end of what may be a domain name is in no index. */
const indexedWords = (term: string): string[] => {
  const words = term.includes('.') ? domainWords(term) : [];
  return words.length > 0 ? words : wordsOf(term);
};

/** A text search, taken apart. `claimId` when the text is one; `words` is empty when there is nothing to look for. */
export type TextSearch = { claimId?: string; words: string[]; matches: (claim: Searched) => boolean };

/**
 * Claims in which every word of `text` begins a word of the name, the customer's name or the domain, or of a name that one of its
 * products has or had.
 */
export const textSearch = (text: string): TextSearch => {
  const whole = text.trim().toLowerCase();
  if (claimIdPattern.test(whole)) return { claimId: whole, words: [], matches: ({ id }) => id === whole };

  const terms = text
    .normalize('NFKC')
    .split(/\s+/)
    .filter((term) => wordsOf(term).length > 0);
  const pieces = terms.map(wordsOf);
  const asDomains = terms.map(foldedDomain);
  return {
    words: [...new Set(terms.flatMap(indexedWords))],
    matches: (claim) => {
      const words = [
        ...searchWords(claim),
        ...(claim.productCodes ?? []).flatMap((code) => wordsOfProducts().get(code) ?? []),
      ];
      const domain = foldedDomain(claim.customer.domain);
      return (
        terms.length > 0 &&
        terms.every(
          (term, at) =>
            (term.includes('.') && `.${domain}`.includes(`.${asDomains[at]}`)) ||
            pieces[at]?.every((piece) => words.some((word) => word.startsWith(piece))),
        )
      );
    },
  };
};
