import { Problem } from '../../../lib/result.ts';
import { bestOf } from '../answer/accepts.ts';
import { pageAnswer, positionAfter } from '../cursor-page.ts';
import { partnerRoles, type Route } from '../route.ts';
import { claimCsv } from './claim-csv.ts';
import { listQueryParameters } from './list-parameters.ts';
import { parseListQuery } from './list-query.ts';

/** The list of claims, by page as JSON, or whole as CSV. */
export const listRoutes: Route[] = [
  {
    name: 'listClaims',
    method: 'GET',
    path: 'api/claims',
    roles: partnerRoles,
    doc: {
      summary:
        "The partner's claims. With `Accept: text/csv` all of the list as CSV, whatever `top` says. What is added or changed while you page is not shown twice, and hides nothing else.",
      query: listQueryParameters,
      problems: ['not-acceptable'],
      success: {
        status: 200,
        answer: 'ClaimPage',
        alsoAs: 'text/csv',
        description:
          'A page of claims, with nextLink when there may be more. A page looks at a bounded number of claims, so one of a filter that few of many claims pass may be short or empty and still have a nextLink.',
      },
    },
    handle: async (deps, { request, caller }) => {
      const url = new URL(request.url);
      const query = parseListQuery(url.searchParams);
      if (query instanceof Problem) return query;
      const { partnerId } = caller;
      const { filter, sort, top } = query;
      const now = deps.now();
      const scope = { partnerId, list: query.list };
      const from = positionAfter(deps, scope, query.after);
      if (from instanceof Problem) return from;

      const mediaType = bestOf(request.headers.get('accept'), ['application/json', 'text/csv']);
      if (mediaType instanceof Problem) return mediaType;
      if (mediaType === 'text/csv') {
        return {
          status: 200,
          headers: {
            'Content-Type': 'text/csv; charset=utf-8; header=present',
            'Content-Disposition': 'attachment; filename="claims.csv"',
            Vary: 'Accept',
          },
          body: await claimCsv(deps.list.all({ partnerId, filter, sort, now })),
        };
      }
      const page = await deps.list.page({ partnerId, filter, sort, now, top, from });
      return { status: 200, headers: { Vary: 'Accept' }, json: pageAnswer(deps, scope, url, page) };
    },
  },
  {
    name: 'countClaims',
    method: 'GET',
    path: 'api/claims/counts',
    roles: partnerRoles,
    doc: {
      summary: "How many claims the partner has by status, and how many need action: those of the list's needsAction.",
      success: { status: 200, answer: 'ClaimCounts', description: 'The counts.' },
    },
    handle: async (deps, { caller }) => ({ status: 200, json: await deps.counts(caller.partnerId, deps.now()) }),
  },
];
