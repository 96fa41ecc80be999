import type { HttpRequest } from '@azure/functions';
import * as z from 'zod';
import { Problem } from '../../../lib/result.ts';
import { type PageSizes, pageAnswer, positionAfter, topOf } from '../cursor-page.ts';
import type { CursorScope } from '../list-cursors.ts';
import type { HttpDeps, QueryParameter } from '../route.ts';

/** The scope of an operators' list, which belongs to no partner. */
export const scopeOf = (list = 'all'): CursorScope => ({ partnerId: 'operations', list });

/** The query parameters for a page of `what`. */
export const pageQuery = (
  what: string,
  { default: standard, max }: PageSizes,
): Record<'top' | 'after', QueryParameter> => ({
  top: { description: `${what} a page, 1 to ${max} (${standard}).`, schema: z.int().min(1).max(max) },
  after: { description: 'Where the page before ended; part of nextLink.', schema: z.string() },
});

/** The page that `top` and `after` ask for, and a function that makes its answer. */
export const pageOf = (
  deps: Pick<HttpDeps, 'cursors' | 'publicUrl'>,
  request: HttpRequest,
  scope: CursorScope,
  sizes: PageSizes,
) => {
  const url = new URL(request.url);
  const top = topOf(url.searchParams, sizes);
  if (top === undefined) return new Problem('invalid-query', `top: 1 to ${sizes.max}.`);
  const after = positionAfter(deps, scope, url.searchParams.get('after') ?? undefined);
  if (after instanceof Problem) return after;
  return {
    asked: { top, ...(after === undefined ? {} : { after }) },
    answer: <T>(found: { value: T[]; next?: string }) => pageAnswer(deps, scope, url, found),
  };
};
