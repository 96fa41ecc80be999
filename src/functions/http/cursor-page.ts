import { Problem } from '../../lib/result.ts';
import type { CursorScope } from './list-cursors.ts';
import type { HttpDeps } from './route.ts';

type Cursors = Pick<HttpDeps, 'cursors' | 'publicUrl'>;

/** The size of a page unless the request names one, and the largest that it may name. */
export type PageSizes = { default: number; max: number };

/** The requested page size; undefined if it is not a number from 1 to `max`. */
export const topOf = (query: URLSearchParams, { default: standard, max }: PageSizes): number | undefined => {
  const text = query.get('top') ?? `${standard}`;
  const top = Number(text);
  return /^\d{1,3}$/.test(text) && top >= 1 && top <= max ? top : undefined;
};

/** Where the `after` of a request points in a list, or a refusal when it is not from a nextLink of that list. */
export const positionAfter = (
  deps: Cursors,
  scope: CursorScope,
  after: string | undefined,
): string | undefined | Problem => {
  if (after === undefined) return undefined;
  return deps.cursors.read(scope, after) ?? new Problem('invalid-query', 'after: not from a nextLink of this list.');
};

/** A page of a list, with the address of the next one if there is more; `url`: that of the request. */
export const pageAnswer = <T>(
  deps: Cursors,
  scope: CursorScope,
  url: URL,
  { value, next }: { value: T[]; next?: string | undefined },
): { value: T[]; nextLink?: string } => {
  if (next === undefined) return { value };
  // Not at the host that the request named: its sender, or a proxy, chose that.
  const nextUrl = new URL(`${url.pathname}${url.search}`, deps.publicUrl);
  nextUrl.searchParams.set('after', deps.cursors.sign(scope, next));
  return { value, nextLink: nextUrl.href };
};
