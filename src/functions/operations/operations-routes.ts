import * as z from 'zod';
import { type InFlightState, inFlightStates, listInFlight } from '../../claims/list-in-flight.ts';
import { guid, line, mpnId } from '../../domain/fields.ts';
import { parse } from '../../domain/parse.ts';
import { Problem } from '../../domain/result.ts';
import { readJson } from '../http/body.ts';
import { textProblems } from '../http/problem-groups.ts';
import { operator, type Route } from '../http/route.ts';

const partnerBody = z.strictObject({
  name: line(200),
  locations: z
    .array(z.strictObject({ mpnId, name: line(200), country: line(100), active: z.boolean() }))
    .min(1)
    .max(500),
});

const isState = (text: string): text is InFlightState => (inFlightStates as readonly string[]).includes(text);

/** For operations: what is in flight, and reference data. */
export const operationsRoutes: Route[] = [
  {
    name: 'listInFlight',
    method: 'GET',
    path: 'api/operations/claims',
    roles: operator,
    doc: {
      summary: 'Claims in flight of all partners.',
      query: {
        state: { description: 'Which claims; all that wait or are stuck without it.', schema: z.enum(inFlightStates) },
      },
      problems: ['invalid-query'],
      success: { status: 200, answer: 'InFlightClaims', description: 'At most 200 claims, the longest overdue first.' },
    },
    handle: async (deps, { request }) => {
      const state = request.query.get('state') ?? undefined;
      if (state !== undefined && !isState(state))
        return new Problem('invalid-query', `state: one of ${inFlightStates.join(', ')}.`);
      return { status: 200, json: { value: await listInFlight(deps, state) } };
    },
  },
  {
    name: 'putPartner',
    method: 'PUT',
    path: 'api/operations/partners/{tenantId}',
    roles: operator,
    doc: {
      summary: 'Load a partner with its locations.',
      body: partnerBody,
      problems: [...textProblems, 'invalid-value'],
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
];
