import type { Activity, Product, SolutionArea } from './catalogue-shape.ts';

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

/** A new name of a product: its first day, and that of the name before it if known. */
type Renaming = { name: string; since: string; formerSince?: string };

/** The products with the names of `renamed`, by code; the names before are kept. */
export const named = (products: Product[], renamed: Record<string, Renaming>): Product[] =>
  products.map((product) => {
    const renaming = renamed[product.code];
    if (renaming === undefined) return product;
    const { name, since, formerSince } = renaming;
    const former = { name: product.name, ...(formerSince ? { from: formerSince } : {}), to: since };
    return { ...product, name, nameSince: since, formerNames: [former, ...(product.formerNames ?? [])] };
  });

/** The solution areas with these policies of activities, by code. */
export const withPolicies = (
  areas: SolutionArea[],
  policies: Record<string, NonNullable<Activity['policy']>>,
): SolutionArea[] =>
  areas.map((area) => ({
    ...area,
    tracks: area.tracks.map((track) => ({
      ...track,
      activities: track.activities.map((activity) => {
        const policy = policies[activity.code];
        return policy === undefined ? activity : { ...activity, policy };
      }),
    })),
  }));
