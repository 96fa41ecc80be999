import * as z from 'zod';
import { locateClaim } from '../../../claims/locate-claim.ts';
import { eraseContactOf } from '../../../claims/operations/actions/erase-contact.ts';
import { holdClaim } from '../../../claims/operations/actions/hold-claim.ts';
import { asActor } from '../../../identity/caller.ts';
import { Problem } from '../../../lib/result.ts';
import { readJson } from '../body.ts';
import { changeProblems, textProblems } from '../problem-groups.ts';
import { reason, reasonBody } from '../reason-body.ts';
import { operator, type Route } from '../route.ts';

const holdBody = z.strictObject({ held: z.boolean().describe('Whether the claim is on hold from now on.'), reason });

/** Legal hold and erasure. */
export const dataRoutes: Route[] = [
  {
    name: 'holdClaim',
    method: 'PUT',
    path: 'api/operations/claims/{id}/hold',
    roles: operator,
    durable: true,
    doc: {
      summary: 'Put a claim on hold, so that it is neither purged nor erased, or release it.',
      body: holdBody,
      problems: [...textProblems, 'too-many-changes'],
      success: { status: 200, answer: 'HeldClaim', description: 'How it is now.' },
    },
    handle: async (deps, { request, caller, param, workflow }) => {
      const body = await readJson(request, holdBody);
      if (body instanceof Problem) return body;
      const ref = await locateClaim(deps, workflow(), param('id'));
      if (ref instanceof Problem) return ref;
      const claim = await holdClaim(deps, { by: asActor(caller, 'operator'), ref, ...body.input });
      if (claim instanceof Problem) return claim;
      const { id, status, legalHold } = claim;
      return { status: 200, json: { id, status, hold: legalHold } };
    },
  },
  {
    name: 'eraseContact',
    method: 'POST',
    path: 'api/operations/claims/{id}/erase-contact',
    roles: operator,
    durable: true,
    doc: {
      summary: 'Take the people at the customer out of a claim that is over, and keep the proof and the history.',
      body: reasonBody,
      problems: [...changeProblems, ...textProblems, 'claim-on-hold'],
      success: { status: 200, answer: 'ErasedClaim', description: 'When it was done.' },
    },
    handle: async (deps, { request, caller, param, workflow }) => {
      const body = await readJson(request, reasonBody);
      if (body instanceof Problem) return body;
      const ref = await locateClaim(deps, workflow(), param('id'));
      if (ref instanceof Problem) return ref;
      const claim = await eraseContactOf(deps, { by: asActor(caller, 'operator'), ref, reason: body.input.reason });
      if (claim instanceof Problem) return claim;
      const { id, status, contactErasedAt } = claim;
      return { status: 200, json: { id, status, contactErasedAt } };
    },
  },
];
