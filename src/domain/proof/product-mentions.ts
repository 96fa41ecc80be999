import { namesOf } from '../catalogue/catalogue.ts';
import type { Product } from '../catalogue/catalogue-shape.ts';

/** As people write names: any case, any blanks, and either of "&" and "and". */
const normal = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replaceAll('&', ' and ').replaceAll(/\s+/g, ' ');

/** With what stands in brackets, and without. */
const spellings = (name: string): Set<string> => new Set([normal(name), normal(name.replaceAll(/\s*\([^)]*\)/g, ''))]);

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What continues the word of a name. Japanese, Chinese and Thai stand right beside it, without a blank. */
const wordCharacter = '[\\p{Script=Latin}\\p{N}]';

/**
 * Codes of the products that a text names, by any name that they ever had. Longer names go first and take their place: "Teams Phone" alone does not
 * name "Teams".
 */
export const mentionsIn = (text: string, products: Product[]): string[] => {
  const wanted = products
    .flatMap((product) => namesOf(product).map((name) => ({ code: product.code, name })))
    .flatMap(({ code, name }) => Array.from(spellings(name), (spelling) => ({ code, spelling })))
    .toSorted((one, other) => other.spelling.length - one.spelling.length);
  const found = new Set<string>();
  let rest = normal(text);
  for (const { code, spelling } of wanted) {
    rest = rest.replaceAll(new RegExp(`(?<!${wordCharacter})${escaped(spelling)}(?!${wordCharacter})`, 'gu'), () => {
      found.add(code);
      return '\n';
    });
  }
  return products.flatMap(({ code }) => (found.has(code) ? [code] : []));
};
