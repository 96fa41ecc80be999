import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Client } from '../../../client/client.ts';
import type { ClaimSummary } from '../../../client/generated.ts';
import { orThrow } from '../../../client/result.ts';
import { type ListState, listQueryOf } from './list-state.ts';

export type ClaimRows = { rows: ClaimSummary[]; next: string | undefined; etag: string | undefined };

/** Rows a page. */
const top = 25;
/** How often (ms) an open list looks for news. */
const watchMs = 10_000;

/** One page of the list. The former page stays on screen until the next one is there. */
export const claimsQuery = (api: Client, state: ListState) => {
  const asked = { ...listQueryOf(state), top };
  return queryOptions({
    queryKey: ['claims', 'list', asked],
    placeholderData: keepPreviousData,
    refetchInterval: watchMs,
    queryFn: async ({ client, queryKey, signal }): Promise<ClaimRows> => {
      const known = client.getQueryData<ClaimRows>(queryKey);
      let query: typeof asked = asked;
      // A page may be empty and have another one behind it.
      for (;;) {
        const read =
          known?.etag !== undefined && query === asked
            ? await api.refresh('listClaims', known.etag, { query, signal })
            : await api.call('listClaims', { query, signal });
        if (read === 'unchanged') return known as ClaimRows;
        const { data, etag } = orThrow(read);
        const next = afterOf(data.nextLink);
        if (data.value.length > 0 || next === undefined) {
          return { rows: data.value, next, etag: query === asked ? etag : undefined };
        }
        query = { ...asked, after: next };
      }
    },
  });
};

const afterOf = (nextLink: string | undefined): string | undefined =>
  nextLink === undefined ? undefined : (new URL(nextLink, location.origin).searchParams.get('after') ?? undefined);
