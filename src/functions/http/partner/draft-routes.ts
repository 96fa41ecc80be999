import * as z from 'zod';
import { cancelDraft } from '../../../claims/draft/cancel-draft.ts';
import { createDraft } from '../../../claims/draft/create-draft.ts';
import { editDraft } from '../../../claims/draft/edit-draft.ts';
import { addComment } from '../../../claims/request/comments.ts';
import { draftPatch, newDraft } from '../../../domain/draft/draft.ts';
import { paragraph } from '../../../lib/fields.ts';
import { Problem } from '../../../lib/result.ts';
import { claimAnswer } from '../answer/claim-answer.ts';
import { readJson } from '../body.ts';
import { changing } from '../changing.ts';
import { withIdempotencyKey } from '../idempotency.ts';
import { etagOf, requiredVersion } from '../preconditions.ts';
import { changeProblems, draftProblems, textProblems } from '../problem-groups.ts';
import { partnerAdmin, type Route } from '../route.ts';
import { count, maybe } from '../schemas/parts.ts';

const newComment = z.strictObject({
  text: paragraph(2000).describe('The comment.'),
  answers: maybe(
    count.describe(
      'Makes the comment the reply to the open question, and sends it to the customer: the value of `question.comment`. Absent: the customer never sees the comment.',
    ),
  ),
});

/** Making and changing drafts. */
export const draftRoutes: Route[] = [
  {
    name: 'createDraft',
    method: 'POST',
    path: 'api/claims',
    roles: partnerAdmin,
    doc: {
      summary: 'Create a draft with location and customer, and whatever else is known.',
      body: newDraft,
      idempotent: true,
      problems: draftProblems,
      success: { status: 201, answer: 'Claim', headers: ['ETag', 'Location'], description: 'The new claim.' },
    },
    handle: async (deps, { request, caller }) => {
      const body = await readJson(request, newDraft);
      if (body instanceof Problem) return body;
      return withIdempotencyKey(deps, {
        request,
        caller,
        content: body.text,
        act: (answerToKeep) => createDraft(deps, { caller, input: body.input, answerToKeep }),
        answer: (claim) =>
          claimAnswer(deps, claim, { caller, status: 201, headers: { Location: `/api/claims/${claim.id}` } }),
      });
    },
  },
  {
    name: 'editDraft',
    method: 'PATCH',
    path: 'api/claims/{id}',
    roles: partnerAdmin,
    doc: {
      summary: 'Change a draft by a JSON merge patch (RFC 7396).',
      body: draftPatch,
      ifMatch: 'required',
      problems: [...draftProblems, ...changeProblems],
      success: { status: 200, answer: 'Claim', headers: ['ETag'], description: 'The claim after the change.' },
    },
    handle: async (deps, call) => {
      const { request, caller, claim } = call;
      const ifVersion = await requiredVersion(deps, call);
      if (ifVersion instanceof Problem) return ifVersion;
      const body = await readJson(request, draftPatch);
      if (body instanceof Problem) return body;
      const stored = await editDraft(deps, { caller, ref: claim(), patch: body.input, guard: { ifVersion } });
      return stored instanceof Problem ? stored : claimAnswer(deps, stored.claim, { caller });
    },
  },
  {
    name: 'cancelDraft',
    method: 'DELETE',
    path: 'api/claims/{id}',
    roles: partnerAdmin,
    doc: {
      summary: 'Cancel a draft.',
      ifMatch: 'required',
      problems: changeProblems,
      success: { status: 204, headers: ['ETag'], description: 'Cancelled.' },
    },
    handle: async (deps, call) => {
      const { caller, claim } = call;
      const ifVersion = await requiredVersion(deps, call);
      if (ifVersion instanceof Problem) return ifVersion;
      const stored = await cancelDraft(deps, { caller, ref: claim(), guard: { ifVersion } });
      return stored instanceof Problem ? stored : { status: 204, headers: { ETag: etagOf(stored.claim) } };
    },
  },
  {
    name: 'addComment',
    method: 'POST',
    path: 'api/claims/{id}/comments',
    roles: partnerAdmin,
    durable: true,
    doc: {
      summary:
        'Add a comment to a claim. With `answers` it is the reply to the open question of the customer, who gets it by mail, and the time to answer goes on. It is refused with `action-not-allowed` if that question is not open.',
      body: newComment,
      ifMatch: 'optional',
      idempotent: true,
      problems: [...changeProblems, ...textProblems, 'too-many-comments'],
      success: { status: 201, answer: 'Claim', headers: ['ETag'], description: 'The claim with the comment.' },
    },
    handle: (deps, call) =>
      changing(
        deps,
        call,
        newComment,
        ({ caller, claim, workflow }, { text, answers }, guard) =>
          addComment(deps, workflow, { caller, ref: claim(), text, answers, guard }),
        201,
      ),
  },
];
