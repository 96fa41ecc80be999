import * as z from 'zod';
import { submitClaim } from '../../../claims/request/submit-claim.ts';
import { withdrawClaim } from '../../../claims/request/withdraw-claim.ts';
import { changing } from '../changing.ts';
import { changeProblems, textProblems } from '../problem-groups.ts';
import { reasonBody } from '../reason-body.ts';
import { partnerAdmin, type Route } from '../route.ts';

const submission = z.strictObject({
  acknowledged: z
    .boolean()
    .refine((value) => value, { params: { code: 'acknowledgement-required' }, error: 'Must be true to submit.' }),
});

/** What moves a claim along. */
export const lifecycleRoutes: Route[] = [
  {
    name: 'submitClaim',
    method: 'POST',
    path: 'api/claims/{id}/submit',
    roles: partnerAdmin,
    durable: true,
    doc: {
      summary: 'Lock the claim and ask the customer for approval.',
      body: submission,
      ifMatch: 'optional',
      idempotent: true,
      problems: [
        ...changeProblems,
        'claim-incomplete',
        'duplicate-claim',
        'acknowledgement-required',
        'customer-mismatched',
      ],
      success: {
        status: 202,
        answer: 'Claim',
        headers: ['ETag'],
        description: 'The submitted claim; the request mail leaves shortly.',
      },
    },
    handle: (deps, call) =>
      changing(
        deps,
        call,
        submission,
        ({ caller, claim, workflow }, _, guard) => submitClaim(deps, workflow(), { caller, ref: claim(), guard }),
        202,
      ),
  },
  {
    name: 'withdrawClaim',
    method: 'POST',
    path: 'api/claims/{id}/withdraw',
    roles: partnerAdmin,
    durable: true,
    doc: {
      summary: 'Take a submitted claim back.',
      body: reasonBody,
      ifMatch: 'optional',
      idempotent: true,
      problems: [...changeProblems, ...textProblems],
      success: { status: 200, answer: 'Claim', headers: ['ETag'], description: 'The withdrawn claim.' },
    },
    handle: (deps, call) =>
      changing(deps, call, reasonBody, ({ caller, claim, workflow }, { reason }, guard) =>
        withdrawClaim(deps, workflow(), { caller, ref: claim(), reason, guard }),
      ),
  },
];
