import { locateClaim } from '../../../claims/locate-claim.ts';
import { listUnverified, verifyCustomer } from '../../../claims/operations/customers/unverified-customers.ts';
import { verificationMessage } from '../../../domain/customer/verification.ts';
import { asActor } from '../../../identity/caller.ts';
import { Problem } from '../../../lib/result.ts';
import { readJson } from '../body.ts';
import { textProblems } from '../problem-groups.ts';
import { reasonBody } from '../reason-body.ts';
import { operator, type Route } from '../route.ts';

/** Customers that could not be verified. */
export const customerRoutes: Route[] = [
  {
    name: 'listUnverified',
    method: 'GET',
    path: 'api/operations/unverified-customers',
    roles: operator,
    doc: {
      summary: 'Claims that were submitted while their customer could not be verified.',
      success: { status: 200, answer: 'UnverifiedCustomers', description: 'At most 200 claims.' },
    },
    handle: async (deps) => ({ status: 200, json: { value: await listUnverified(deps) } }),
  },
  {
    name: 'verifyCustomer',
    method: 'POST',
    path: 'api/operations/claims/{id}/verify-customer',
    roles: operator,
    durable: true,
    doc: {
      summary: 'Look the customer of such a claim up again.',
      body: reasonBody,
      problems: [...textProblems, 'too-many-changes'],
      success: {
        status: 200,
        answer: 'VerifiedCustomer',
        description: 'What was found; a decision stands in any case.',
      },
    },
    handle: async (deps, { request, caller, param, workflow }) => {
      const body = await readJson(request, reasonBody);
      if (body instanceof Problem) return body;
      const ref = await locateClaim(deps, workflow(), param('id'));
      if (ref instanceof Problem) return ref;
      const claim = await verifyCustomer(deps, { by: asActor(caller, 'operator'), ref, ...body.input });
      if (claim instanceof Problem) return claim;
      const { verification } = claim.customer;
      return {
        status: 200,
        json: {
          id: claim.id,
          status: claim.status,
          ...verification,
          message: verificationMessage(verification),
        },
      };
    },
  },
];
