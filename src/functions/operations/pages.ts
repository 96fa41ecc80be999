import type { HttpRequest } from '@azure/functions';
import type { Deps } from '../../claims/deps.ts';
import { Problem } from '../../domain/result.ts';
import type { CursorScope } from '../../identity/list-cursors.ts';

/** A list of operations, which is no partner's. */
export const scopeOf = (list = 'all'): CursorScope => ({ partnerId: 'operations', list });

type Found<T> = { value: T[]; next?: string };

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
  const cursor = url.searchParams.get('after');
  const after = cursor === null ? undefined : deps.cursors.read(scope, cursor);
  if (cursor !== null && after === undefined)
    return new Problem('invalid-query', 'after: not from a nextLink of this list.');
  return {
    asked: { top: Number(top), ...(after === undefined ? {} : { after }) },
    answer: <T>({ value, next }: Found<T>) => {
      if (next === undefined) return { value };
      url.searchParams.set('after', deps.cursors.sign(scope, next));
      return { value, nextLink: url.href };
    },
  };
};
