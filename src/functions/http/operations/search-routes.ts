import * as z from 'zod';
import { searchByContact } from '../../../claims/operations/search-by-contact.ts';
import { searchClaims } from '../../../claims/operations/search-claims.ts';
import { email } from '../../../lib/address-fields.ts';
import { Problem } from '../../../lib/result.ts';
import { readJson } from '../body.ts';
import { operator, type Route } from '../route.ts';

const maxText = 200;
const contactBody = z.strictObject({ email });
const found = { status: 200, answer: 'FoundClaims', description: 'At most 50 claims, newest first.' } as const;

/** Claims of all partners by what an operator knows of them. */
export const searchRoutes: Route[] = [
  {
    name: 'searchClaims',
    method: 'GET',
    path: 'api/operations/search',
    roles: operator,
    doc: {
      summary: 'Find claims of all partners, in flight or not.',
      query: {
        q: {
          description:
            'A claim ID, or the beginnings of words in the name of the partner, the customer, its domain or the claim. No e-mail address.',
          schema: z.string().min(1).max(maxText),
        },
      },
      success: found,
    },
    handle: async (deps, { request }) => {
      const text = request.query.get('q')?.trim() ?? '';
      if (text === '' || text.length > maxText) return new Problem('invalid-query', `q: 1 to ${maxText} characters.`);
      // Addresses of requests are logged on their way here.
      if (text.includes('@')) {
        const detail = 'q: to find the claims of an e-mail address, post it to /api/operations/contact-searches.';
        return new Problem('invalid-query', detail);
      }
      return { status: 200, json: await searchClaims(deps, text) };
    },
  },
  {
    name: 'searchByContact',
    method: 'POST',
    path: 'api/operations/contact-searches',
    roles: operator,
    doc: {
      summary:
        'Find the claims of all partners whose customer contact has an address. It is in the body, since URLs are logged.',
      body: contactBody,
      problems: ['too-long', 'invalid-email', 'unsendable-email'],
      success: found,
    },
    handle: async (deps, { request }) => {
      const body = await readJson(request, contactBody);
      if (body instanceof Problem) return body;
      return { status: 200, json: await searchByContact(deps, body.input.email) };
    },
  },
];
