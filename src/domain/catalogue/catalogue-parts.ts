import type { Product } from './catalogue-shape.ts';

/** Helpers to write catalogue versions with. A code means the same product in every version; its name may change. */

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

export const dynamics365 = (...names: string[]): Product[] =>
  names.map((name) => ({ code: slug(name), name, dynamics365: true }));

export const others = (...names: string[]): Product[] =>
  names.map((name) => ({ code: slug(name), name, dynamics365: false }));

/** The codes of several lists, each once. */
export const codes = (...lists: Product[][]): string[] => [...new Set(lists.flat().map(({ code }) => code))];

/** The products of several lists, each once. */
export const onceEach = (...lists: Product[][]): Product[] => [
  ...new Map(lists.flat().map((product) => [product.code, product])).values(),
];
