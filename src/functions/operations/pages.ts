import type { HttpRequest } from '@azure/functions';
import type { Deps } from '../../claims/deps.ts';
import { Problem } from '../../domain/result.ts';
import type { CursorScope } from '../../identity/list-cursors.ts';
import { pageAnswer, positionAfter } from '../http/cursor-page.ts';

/** A list of operations, which is no partner's. */
export const scopeOf = (list = 'all'): CursorScope => ({ partnerId: 'operations', list });

/** The page that a request asks for by `top` and `after`, and how to answer with it. */
export const pageOf = (
  deps: Pick<Deps, 'cursors'>,
  request: HttpRequest,
  scope: CursorScope,
  { usual, most }: { usual: number; most: number },
) => {
  const url = new URL(request.url);
  const top = url.searchParams.get('top') ?? `${usual}`;
  if (!/^\d{1,3}$/.test(top) || Number(top) < 1 || Number(top) > most) {
    return new Problem('invalid-query', `top: 1 to ${most}.`);
  }
  const after = positionAfter(deps, scope, url.searchParams.get('after') ?? undefined);
  if (after instanceof Problem) return after;
  return {
    asked: { top: Number(top), ...(after === undefined ? {} : { after }) },
    answer: <T>(found: { value: T[]; next?: string }) => pageAnswer(deps, scope, url, found),
  };
};
