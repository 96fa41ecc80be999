import * as z from 'zod';
import { redriveAll } from '../../../claims/operations/actions/redrive-all.ts';
import { type InFlightState, inFlightStates, listInFlight } from '../../../claims/operations/list-in-flight.ts';
import { asActor } from '../../../identity/caller.ts';
import { line } from '../../../lib/fields.ts';
import { present } from '../../../lib/present.ts';
import { Problem } from '../../../lib/result.ts';
import { readJson } from '../body.ts';
import { textProblems } from '../problem-groups.ts';
import { reason } from '../reason-body.ts';
import { operator, type Route } from '../route.ts';
import { answerPage, pageQuery, scopeOf } from './paging.ts';

const redriveBody = z.strictObject({
  state: z.enum(['stuck', 'attention']),
  matching: line(200).optional(),
  reason,
  after: z.string().max(600).optional(),
});

const sizes = { default: 100, max: 200 };

const isState = (text: string): text is InFlightState => (inFlightStates as readonly string[]).includes(text);

/** Claims in flight, and redriving many of them. */
export const inFlightRoutes: Route[] = [
  {
    name: 'listInFlight',
    method: 'GET',
    path: 'api/operations/claims',
    roles: operator,
    durable: true,
    doc: {
      summary: 'List claims in flight for all partners. Stuck and failed claims include what a redrive would do.',
      query: {
        state: { description: 'Which claims; all that wait or are stuck without it.', schema: z.enum(inFlightStates) },
        ...pageQuery('Claims', sizes),
      },
      success: { status: 200, answer: 'InFlightClaims', description: 'A page of claims, the longest overdue first.' },
    },
    handle: async (deps, { request, workflow }) => {
      const state = request.query.get('state') ?? undefined;
      if (state !== undefined && !isState(state))
        return new Problem('invalid-query', `state: one of ${inFlightStates.join(', ')}.`);
      return answerPage(deps, request, {
        scope: scopeOf(state),
        sizes,
        load: (asked) => listInFlight(deps, workflow(), { state, ...asked }),
      });
    },
  },
  {
    name: 'redriveAll',
    method: 'POST',
    path: 'api/operations/redrive',
    roles: operator,
    durable: true,
    doc: {
      summary:
        'Redrive the claims that are stuck or failed, or those of them whose reason has a text, up to 50 a call.',
      body: redriveBody,
      problems: [...textProblems, 'invalid-value', 'invalid-query'],
      success: {
        status: 200,
        answer: 'RedrivenClaims',
        description: 'What became of each, and `next` when there are more: send it as `after` to go on.',
      },
    },
    handle: async (deps, { request, caller, workflow }) => {
      const body = await readJson(request, redriveBody);
      if (body instanceof Problem) return body;
      const { after, ...rest } = body.input;
      const scope = scopeOf(rest.state);
      const position = after === undefined ? undefined : deps.cursors.read(scope, after);
      if (after !== undefined && position === undefined)
        return new Problem('invalid-query', 'after: not the next of a call before.');
      const asked = present({ ...rest, after: position });
      const { value, next } = await redriveAll(deps, workflow(), { by: asActor(caller, 'operator'), ...asked });
      return { status: 200, json: { value, next: next && deps.cursors.sign(scope, next) } };
    },
  },
];
