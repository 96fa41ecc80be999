import type { HttpRequest } from '@azure/functions';
import * as z from 'zod';
import { present } from '../../../lib/present.ts';
import { Problem } from '../../../lib/result.ts';
import type { HttpAnswer } from '../answer/http-answer.ts';
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

type Asked = { top: number; after?: string };
type PageSource<T> = {
  scope: CursorScope;
  sizes: PageSizes;
  load: (asked: Asked) => Promise<{ value: T[]; next?: string }>;
};

/** The page that `top` and `after` ask for, or a refusal. */
export const answerPage = async <T>(
  deps: Pick<HttpDeps, 'cursors' | 'publicUrl'>,
  request: HttpRequest,
  { scope, sizes, load }: PageSource<T>,
): Promise<HttpAnswer | Problem> => {
  const url = new URL(request.url);
  const top = topOf(url.searchParams, sizes);
  if (top === undefined) return new Problem('invalid-query', `top: 1 to ${sizes.max}.`);
  const after = positionAfter(deps, scope, url.searchParams.get('after') ?? undefined);
  if (after instanceof Problem) return after;
  return { status: 200, json: pageAnswer(deps, scope, url, await load(present({ top, after }))) };
};
