import { endAssociation } from '../../../claims/operations/end-association.ts';
import { stopRequest } from '../../../claims/operations/stop-request.ts';
import { changeProblems, textProblems } from '../problem-groups.ts';
import { toldReasonBody } from '../reason-body.ts';
import { operator, type Route } from '../route.ts';
import { operating } from './operating.ts';

/** What operators do to a claim of any partner. */
export const actionRoutes: Route[] = [
  {
    name: 'stopRequest',
    method: 'POST',
    path: 'api/operations/claims/{id}/stop',
    roles: operator,
    durable: true,
    doc: {
      summary:
        'Stop a request that waits for the customer: the claim is withdrawn, its link dies, both sides get a mail.',
      body: toldReasonBody,
      idempotent: true,
      problems: [...changeProblems, ...textProblems],
      success: { status: 200, answer: 'OperatedClaim', description: 'The withdrawn claim; the mails leave shortly.' },
    },
    handle: (deps, call) =>
      operating(deps, call, toldReasonBody, (_input, change) => stopRequest(deps, call.workflow(), change)),
  },
  {
    name: 'endAssociation',
    method: 'POST',
    path: 'api/operations/claims/{id}/end',
    roles: operator,
    durable: true,
    doc: {
      summary: 'End an approved association; both sides get a mail.',
      body: toldReasonBody,
      idempotent: true,
      problems: [...changeProblems, ...textProblems],
      success: { status: 200, answer: 'OperatedClaim', description: 'The ended claim; the mails leave shortly.' },
    },
    handle: (deps, call) =>
      operating(deps, call, toldReasonBody, (_input, change) => endAssociation(deps, call.workflow(), change)),
  },
];
