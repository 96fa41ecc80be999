import * as z from 'zod';
import { refusal } from '../../../lib/checks.ts';
import { guid, line, mpnId } from '../../../lib/fields.ts';
import { parse } from '../../../lib/parse.ts';
import { Problem } from '../../../lib/result.ts';
import { readJson } from '../body.ts';
import { textProblems } from '../problem-groups.ts';
import { operator, type Route } from '../route.ts';

const path = 'api/operations/partners/{tenantId}';
const partnerBody = z.strictObject({
  name: line(200),
  locations: z
    .array(
      z.strictObject({
        mpnId,
        name: line(200).describe('Name of the location.'),
        country: line(100).describe('ISO 3166-1 alpha-2.'),
        active: z.boolean().describe('New claims can choose active locations only.'),
      }),
    )
    .min(1)
    .max(500)
    .refine(
      (locations) => new Set(locations.map((location) => location.mpnId)).size === locations.length,
      refusal('duplicate', 'An MPN ID is there twice.'),
    ),
});

/** Operators load partners with their locations. */
export const partnerRoutes: Route[] = [
  {
    name: 'putPartner',
    method: 'PUT',
    path,
    roles: operator,
    doc: {
      summary: 'Load a partner with its locations.',
      body: partnerBody,
      problems: [...textProblems, 'invalid-value', 'duplicate'],
      success: { status: 200, answer: 'StoredPartner', description: 'The partner as stored.' },
    },
    handle: async (deps, { request, param }) => {
      const partnerId = parse(guid, param('tenantId'));
      if (partnerId instanceof Problem) return partnerId;
      const body = await readJson(request, partnerBody);
      if (body instanceof Problem) return body;
      const partner = { partnerId, ...body.input };
      await deps.reference.putPartner(partner);
      return { status: 200, json: partner };
    },
  },
  {
    name: 'readStoredPartner',
    method: 'GET',
    path,
    roles: operator,
    doc: {
      summary: 'A partner as it was loaded.',
      problems: ['partner-not-found'],
      success: { status: 200, answer: 'StoredPartner', description: 'The partner as stored.' },
    },
    handle: async (deps, { param }) => {
      const partnerId = parse(guid, param('tenantId'));
      if (partnerId instanceof Problem) return partnerId;
      const partner = await deps.reference.partner(partnerId);
      return partner === undefined ? new Problem('partner-not-found') : { status: 200, json: partner };
    },
  },
];
