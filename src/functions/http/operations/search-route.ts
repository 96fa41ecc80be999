import * as z from 'zod';
import { searchClaims } from '../../../claims/operations/search-claims.ts';
import { Problem } from '../../../lib/result.ts';
import { operator, type Route } from '../route.ts';

const maxText = 200;

/** Claims of all partners by what an operator knows of them. */
export const searchRoute: Route = {
  name: 'searchClaims',
  method: 'GET',
  path: 'api/operations/search',
  roles: operator,
  doc: {
    summary: 'Find claims of all partners, in flight or not.',
    query: {
      q: {
        description:
          'A claim ID; or words, each of which begins a word of the partner name, the customer name, its domain or the claim name.',
        schema: z.string().min(1).max(maxText),
      },
    },
    success: { status: 200, answer: 'FoundClaims', description: 'At most 50 claims, newest first.' },
  },
  handle: async (deps, { request }) => {
    const text = request.query.get('q')?.trim() ?? '';
    if (text === '' || text.length > maxText) return new Problem('invalid-query', `q: 1 to ${maxText} characters.`);
    return { status: 200, json: await searchClaims(deps, text) };
  },
};
