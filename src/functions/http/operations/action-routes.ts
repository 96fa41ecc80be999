import * as z from 'zod';
import { endAssociation } from '../../../claims/decision/end-association.ts';
import { extendDeadline } from '../../../claims/operations/extend-deadline.ts';
import { openInquiry, releaseInquiry } from '../../../claims/operations/inquire.ts';
import { restartOrchestration, resumeOrchestration } from '../../../claims/operations/operate-orchestration.ts';
import { stopRequest } from '../../../claims/operations/stop-request.ts';
import { maxExtensionDays } from '../../../domain/request/extension.ts';
import { changeProblems, textProblems } from '../problem-groups.ts';
import { reason, reasonBody, toldReasonBody } from '../reason-body.ts';
import { operator, type Route } from '../route.ts';
import { operating } from './operating.ts';

const extension = z.strictObject({
  businessDays: z
    .int()
    .refine((days) => days >= 1 && days <= maxExtensionDays, {
      params: { code: 'invalid-value' },
      error: `Must be 1 to ${maxExtensionDays}.`,
    })
    .meta({ minimum: 1, maximum: maxExtensionDays })
    .describe(`Business days after the present deadline; ${maxExtensionDays} at most for one request.`),
  reason,
});

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
  {
    name: 'openInquiry',
    method: 'POST',
    path: 'api/operations/claims/{id}/inquiry',
    roles: operator,
    durable: true,
    doc: {
      summary:
        'Put a request under inquiry: no answer is taken and its time stands still until it is released. After 30 days it expires.',
      body: reasonBody,
      idempotent: true,
      problems: [...changeProblems, ...textProblems],
      success: { status: 200, answer: 'OperatedClaim', description: 'The claim with its inquiry.' },
    },
    handle: (deps, call) =>
      operating(deps, call, reasonBody, (_input, change) => openInquiry(deps, call.workflow(), change)),
  },
  {
    name: 'releaseInquiry',
    method: 'POST',
    path: 'api/operations/claims/{id}/inquiry/release',
    roles: operator,
    durable: true,
    doc: {
      summary:
        'Release a request from its inquiry: the customer gets the business days back that were left, at least one.',
      body: reasonBody,
      idempotent: true,
      problems: [...changeProblems, ...textProblems],
      success: { status: 200, answer: 'OperatedClaim', description: 'The claim with its new deadline.' },
    },
    handle: (deps, call) =>
      operating(deps, call, reasonBody, (_input, change) => releaseInquiry(deps, call.workflow(), change)),
  },
  {
    name: 'extendDeadline',
    method: 'POST',
    path: 'api/operations/claims/{id}/extend-deadline',
    roles: operator,
    durable: true,
    doc: {
      summary: 'Give the customer more business days to answer; the customer gets a mail with the new deadline.',
      body: extension,
      idempotent: true,
      problems: [...changeProblems, ...textProblems, 'invalid-value', 'under-inquiry'],
      success: { status: 200, answer: 'OperatedClaim', description: 'The claim with its new deadline.' },
    },
    handle: (deps, call) =>
      operating(deps, call, extension, ({ businessDays }, change) =>
        extendDeadline(deps, call.workflow(), { ...change, businessDays }),
      ),
  },
  {
    name: 'resumeOrchestration',
    method: 'POST',
    path: 'api/operations/claims/{id}/orchestration/resume',
    roles: operator,
    durable: true,
    doc: {
      summary: 'Let a suspended orchestration go on where it stopped.',
      body: reasonBody,
      idempotent: true,
      problems: [...changeProblems, ...textProblems],
      success: { status: 200, answer: 'OperatedClaim', description: 'The orchestration goes on.' },
    },
    handle: (deps, call) =>
      operating(deps, call, reasonBody, (_input, change) => resumeOrchestration(deps, call.workflow(), change)),
  },
  {
    name: 'restartOrchestration',
    method: 'POST',
    path: 'api/operations/claims/{id}/orchestration/restart',
    roles: operator,
    durable: true,
    doc: {
      summary: 'Start the orchestration of a claim from its record, where it is gone, has ended or is suspended.',
      body: reasonBody,
      idempotent: true,
      problems: [...changeProblems, ...textProblems],
      success: { status: 200, answer: 'OperatedClaim', description: 'The orchestration was started again.' },
    },
    handle: (deps, call) =>
      operating(deps, call, reasonBody, (_input, change) => restartOrchestration(deps, call.workflow(), change)),
  },
];
