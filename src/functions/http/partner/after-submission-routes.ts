import * as z from 'zod';
import { endAssociation } from '../../../claims/decision/end-association.ts';
import { copyClaim } from '../../../claims/draft/copy-claim.ts';
import { changeContact } from '../../../claims/request/change-contact.ts';
import { readComments } from '../../../claims/request/comments.ts';
import { resendRequest } from '../../../claims/request/resend-request.ts';
import { foreignDomainReason } from '../../../domain/draft/draft.ts';
import { asActor } from '../../../identity/caller.ts';
import { email } from '../../../lib/address-fields.ts';
import { line } from '../../../lib/fields.ts';
import { personName } from '../../../lib/person-name.ts';
import { Problem } from '../../../lib/result.ts';
import { claimAnswer } from '../answer/claim-answer.ts';
import { changing } from '../changing.ts';
import { withIdempotencyKey } from '../idempotency.ts';
import { changeProblems, textProblems } from '../problem-groups.ts';
import { reasonBody } from '../reason-body.ts';
import { partnerAdmin, type Route } from '../route.ts';

const nothing = z.strictObject({});
const newContact = z.strictObject({
  name: personName.describe('Name of the person.'),
  title: line(100).describe('Job title.'),
  email,
  foreignDomainReason: foreignDomainReason.nullish(),
});

/** What a partner can do with a claim that was submitted. */
export const afterSubmissionRoutes: Route[] = [
  {
    name: 'resendRequest',
    method: 'POST',
    path: 'api/claims/{id}/resend',
    roles: partnerAdmin,
    durable: true,
    doc: {
      summary: 'Ask the customer again, with a new link and a new window; at most 3 times, 15 minutes apart.',
      body: nothing,
      ifMatch: 'optional',
      idempotent: true,
      problems: [...changeProblems, 'too-soon', 'too-many-resends', 'under-inquiry'],
      success: {
        status: 200,
        answer: 'Claim',
        headers: ['ETag'],
        description: 'The claim; the new request mail leaves shortly.',
      },
    },
    handle: (deps, call) =>
      changing(deps, call, nothing, ({ caller, claim, workflow }, _, guard) =>
        resendRequest(deps, workflow(), { caller, ref: claim(), guard }),
      ),
  },
  {
    name: 'changeCustomerContact',
    method: 'POST',
    path: 'api/claims/{id}/customer-contact',
    roles: partnerAdmin,
    durable: true,
    doc: {
      summary:
        'Ask another contact of the customer: the link of the former one dies. The same address under another name is not asked again; one that was asked before counts as a resend.',
      body: newContact,
      ifMatch: 'optional',
      idempotent: true,
      problems: [
        ...changeProblems,
        ...textProblems,
        ...(['invalid-email', 'unsendable-email'] as const),
        'contact-is-partner',
        'foreign-domain-reason-required',
        'foreign-contact-refused',
        'too-soon',
        'too-many-resends',
        'under-inquiry',
      ],
      success: {
        status: 200,
        answer: 'Claim',
        headers: ['ETag'],
        description: 'The claim; the request mail leaves shortly.',
      },
    },
    handle: (deps, call) =>
      changing(deps, call, newContact, ({ caller, claim, workflow }, { foreignDomainReason, ...person }, guard) => {
        const contact = { ...person, ...(foreignDomainReason ? { foreignDomainReason } : {}) };
        return changeContact(deps, workflow(), { caller, ref: claim(), contact, guard });
      }),
  },
  {
    name: 'disassociate',
    method: 'POST',
    path: 'api/claims/{id}/disassociate',
    roles: partnerAdmin,
    durable: true,
    doc: {
      summary: 'End an approved association.',
      body: reasonBody,
      ifMatch: 'optional',
      idempotent: true,
      problems: [...changeProblems, ...textProblems],
      success: { status: 200, answer: 'Claim', headers: ['ETag'], description: 'The ended claim.' },
    },
    handle: (deps, call) =>
      changing(deps, call, reasonBody, ({ caller, claim, workflow }, { reason }, guard) => {
        const by = { ...asActor(caller), kind: 'partner' as const };
        return endAssociation(deps, workflow(), { by, ref: claim(), reason, guard });
      }),
  },
  {
    name: 'readComments',
    method: 'POST',
    path: 'api/claims/{id}/comments/read',
    roles: partnerAdmin,
    doc: {
      summary:
        'Mark as read what the partner was told: comments of operations, and that other partners ask for the same.',
      problems: ['too-many-changes'],
      success: { status: 200, answer: 'Claim', headers: ['ETag'], description: 'The claim; nothing is unread.' },
    },
    handle: async (deps, { caller, claim }) => {
      const stored = await readComments(deps, caller, claim());
      return stored instanceof Problem ? stored : claimAnswer(deps, stored.claim, { caller });
    },
  },
  {
    name: 'copyClaim',
    method: 'POST',
    path: 'api/claims/{id}/copy',
    roles: partnerAdmin,
    doc: {
      summary: 'Make a new draft of any claim, with its proof, and without its comments and decision.',
      idempotent: true,
      problems: ['action-not-allowed', 'unknown-partner'],
      success: {
        status: 201,
        answer: 'Claim',
        headers: ['ETag', 'Location'],
        description:
          'The new draft; leftOut names what was not copied: what the catalogue of today does not know, files with malware, people who were erased.',
      },
    },
    handle: (deps, { request, caller, claim }) =>
      withIdempotencyKey(deps, {
        request,
        caller,
        content: '',
        act: (answerToKeep) => copyClaim(deps, { caller, ref: claim(), answerToKeep }),
        answer: (copy) =>
          claimAnswer(deps, copy, { caller, status: 201, headers: { Location: `/api/claims/${copy.id}` } }),
      }),
  },
];
