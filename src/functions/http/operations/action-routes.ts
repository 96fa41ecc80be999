import * as z from 'zod';
import { endAssociation } from '../../../claims/decision/end-association.ts';
import type { Deps, Workflow } from '../../../claims/deps.ts';
import { acceptPoe } from '../../../claims/operations/actions/accept-poe.ts';
import { extendDeadline } from '../../../claims/operations/actions/extend-deadline.ts';
import { openInquiry, releaseInquiry } from '../../../claims/operations/actions/inquire.ts';
import { restartOrchestration, resumeOrchestration } from '../../../claims/operations/actions/operate-orchestration.ts';
import type { OperatorChange } from '../../../claims/operations/actions/operator-change.ts';
import { stopRequest } from '../../../claims/operations/actions/stop-request.ts';
import { maxExtensionDays } from '../../../domain/request/extension.ts';
import type { Problem, ProblemCode } from '../../../lib/result.ts';
import type { StoredClaim } from '../../../storage/claims/claim-rows.ts';
import { changeProblems, textProblems } from '../problem-groups.ts';
import { reason, reasonBody, toldReasonBody } from '../reason-body.ts';
import { operator, type Route } from '../route.ts';
import { fileId } from '../schemas/parts.ts';
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

const acceptance = z.strictObject({ fileId: fileId.describe('ID of the file.'), reason });

/** `path`: below the claim. `description`: of the answer. */
type Action<Body extends { reason: string }> = {
  path: string;
  summary: string;
  body: z.ZodType<Body>;
  problems?: ProblemCode[];
  description: string;
  act: (deps: Deps, workflow: Workflow, change: OperatorChange & Body) => Promise<StoredClaim | Problem>;
};

const action = <Body extends { reason: string }>(
  name: string,
  { path, summary, body, problems = [], description, act }: Action<Body>,
): Route => ({
  name,
  method: 'POST',
  path: `api/operations/claims/{id}/${path}`,
  roles: operator,
  durable: true,
  doc: {
    summary,
    body,
    idempotent: true,
    problems: [...changeProblems, ...textProblems, ...problems],
    success: { status: 200, answer: 'OperatedClaim', description },
  },
  handle: (deps, call) => operating(deps, call, body, (change) => act(deps, call.workflow(), change)),
});

/** What operators do to a claim of any partner. */
export const actionRoutes: Route[] = [
  action('stopRequest', {
    path: 'stop',
    summary:
      'Stop a request that waits for the customer: the claim is withdrawn, its link dies, both sides get a mail.',
    body: toldReasonBody,
    description: 'The withdrawn claim; the mails leave shortly.',
    act: stopRequest,
  }),
  action('endAssociation', {
    path: 'end',
    summary: 'End an approved association; both sides get a mail.',
    body: toldReasonBody,
    description: 'The ended claim; the mails leave shortly.',
    act: endAssociation,
  }),
  action('openInquiry', {
    path: 'inquiry',
    summary:
      'Put a request under inquiry: no answer is taken and its time stands still until it is released. After 30 days it expires.',
    body: reasonBody,
    description: 'The claim with its inquiry.',
    act: openInquiry,
  }),
  action('releaseInquiry', {
    path: 'inquiry/release',
    summary:
      'Release a request from its inquiry: the customer gets the business days back that were left, at least one. The deadline never outlives the link; refused where the link leaves no business day.',
    body: reasonBody,
    description: 'The claim with its new deadline.',
    act: releaseInquiry,
  }),
  action('extendDeadline', {
    path: 'extend-deadline',
    summary: 'Give the customer more business days to answer. Customer and partner get a mail with the new deadline.',
    body: extension,
    problems: ['invalid-value', 'under-inquiry'],
    description: 'The claim with its new deadline.',
    act: extendDeadline,
  }),
  action('acceptPoe', {
    path: 'accept-poe',
    summary:
      'Let a file through that is still being checked for malware, or could not be: it is handed out, and the request leaves if it waited for it.',
    body: acceptance,
    problems: ['poe-not-found', 'poe-malicious'],
    description: 'The claim with the accepted file.',
    act: acceptPoe,
  }),
  action('resumeOrchestration', {
    path: 'orchestration/resume',
    summary: 'Let a suspended orchestration go on where it stopped.',
    body: reasonBody,
    description: 'The orchestration goes on.',
    act: resumeOrchestration,
  }),
  action('restartOrchestration', {
    path: 'orchestration/restart',
    summary: 'Start the orchestration of a claim from its record, where it is gone, has ended or is suspended.',
    body: reasonBody,
    description: 'The orchestration was started again.',
    act: restartOrchestration,
  }),
];
