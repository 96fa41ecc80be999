import * as z from 'zod';
import { locateClaim } from '../../../claims/locate-claim.ts';
import { redriveClaim } from '../../../claims/operations/actions/redrive-claim.ts';
import { claimForOperators } from '../../../claims/operations/claim-for-operators.ts';
import { ledgerOfClaim } from '../../../claims/operations/ledger-of-claim.ts';
import { readHistory } from '../../../claims/partner-claims.ts';
import { readCheckedRecord } from '../../../claims/record/read-record.ts';
import { commentAsOperator } from '../../../claims/request/comments.ts';
import { commentView } from '../../../domain/comments.ts';
import { asActor } from '../../../identity/caller.ts';
import { paragraph } from '../../../lib/fields.ts';
import { Problem } from '../../../lib/result.ts';
import { claimAnswer } from '../answer/claim-answer.ts';
import { readJson } from '../body.ts';
import { withIdempotencyKey } from '../idempotency.ts';
import { changeProblems, textProblems } from '../problem-groups.ts';
import { reasonBody } from '../reason-body.ts';
import { operator, type Route } from '../route.ts';

const newComment = z.strictObject({
  text: paragraph(2000).describe('The comment; the partner gets it by mail as well.'),
});

/** What operators do with one claim of any partner. */
export const operatorClaimRoutes: Route[] = [
  {
    name: 'readClaimForOperators',
    method: 'GET',
    path: 'api/operations/claims/{id}',
    roles: operator,
    durable: true,
    doc: {
      summary:
        'One claim of whichever partner, how its orchestration is, what a redrive would do, and what operators did.',
      success: { status: 200, answer: 'OperatorClaimView', description: 'The claim as its partner sees it, and more.' },
    },
    handle: async (deps, { param, workflow }) => {
      const ref = await locateClaim(deps, workflow(), param('id'));
      if (ref instanceof Problem) return ref;
      const found = await claimForOperators(deps, workflow(), ref);
      if (found instanceof Problem) return found;
      const { claim, ...more } = found;
      const { json } = await claimAnswer(deps, claim, { caller: 'operator' });
      return {
        status: 200,
        json: { claim: json, partnerId: claim.partnerId, partnerName: claim.partnerName, ...more },
      };
    },
  },
  {
    name: 'readHistoryForOperators',
    method: 'GET',
    path: 'api/operations/claims/{id}/history',
    roles: operator,
    durable: true,
    doc: {
      summary: 'The history of a claim of whichever partner, oldest first; each hash covers the one before.',
      success: { status: 200, answer: 'History', description: 'The history.' },
    },
    handle: async (deps, { param, workflow }) => {
      const ref = await locateClaim(deps, workflow(), param('id'));
      if (ref instanceof Problem) return ref;
      const entries = await readHistory(deps, ref);
      return entries instanceof Problem ? entries : { status: 200, json: { value: entries } };
    },
  },
  {
    name: 'verifyHistoryForOperators',
    method: 'GET',
    path: 'api/operations/claims/{id}/history/verification',
    roles: operator,
    durable: true,
    doc: {
      summary: 'Does the history of a claim of whichever partner hold, and does the record agree with it?',
      problems: ['too-many-changes'],
      success: { status: 200, answer: 'HistoryVerification', description: 'What the check found.' },
    },
    handle: async (deps, { param, workflow }) => {
      const ref = await locateClaim(deps, workflow(), param('id'));
      if (ref instanceof Problem) return ref;
      const read = await readCheckedRecord(deps, ref);
      return read instanceof Problem ? read : { status: 200, json: read.verification };
    },
  },
  {
    name: 'readOrchestration',
    method: 'GET',
    path: 'api/operations/claims/{id}/orchestration',
    roles: operator,
    durable: true,
    doc: {
      summary: 'The orchestration of a claim, with its steps and their times.',
      problems: ['orchestration-not-found'],
      success: { status: 200, answer: 'Orchestration', description: 'Since its last start.' },
    },
    handle: async (deps, { param, workflow }) => {
      const ref = await locateClaim(deps, workflow(), param('id'));
      if (ref instanceof Problem) return ref;
      const found = await workflow().steps(ref.claimId);
      return found === undefined
        ? new Problem('orchestration-not-found')
        : { status: 200, json: { instanceId: ref.claimId, ...found } };
    },
  },
  {
    name: 'readLedgerOfClaim',
    method: 'GET',
    path: 'api/operations/claims/{id}/ledger',
    roles: operator,
    durable: true,
    doc: {
      summary: 'What the in-flight ledger holds of a claim: what is due when, who needs to look, what it has reserved.',
      success: { status: 200, answer: 'LedgerRows', description: 'The rows as they are stored.' },
    },
    handle: async (deps, { param, workflow }) => {
      const ref = await locateClaim(deps, workflow(), param('id'));
      if (ref instanceof Problem) return ref;
      const value = await ledgerOfClaim(deps, ref);
      return value instanceof Problem ? value : { status: 200, json: { value } };
    },
  },
  {
    name: 'redriveClaim',
    method: 'POST',
    path: 'api/operations/claims/{id}/redrive',
    roles: operator,
    durable: true,
    doc: {
      summary:
        'Bring the orchestration of a claim back, or clear the mark on a claim of which nothing remains to be done.',
      body: reasonBody,
      problems: [...changeProblems, ...textProblems],
      success: { status: 202, answer: 'RedrivenClaim', description: 'The orchestration was nudged or started again.' },
    },
    handle: async (deps, { request, caller, param, workflow }) => {
      const body = await readJson(request, reasonBody);
      if (body instanceof Problem) return body;
      const ref = await locateClaim(deps, workflow(), param('id'));
      if (ref instanceof Problem) return ref;
      const by = asActor(caller, 'operator');
      const claim = await redriveClaim(deps, ref, { workflow: workflow(), by, reason: body.input.reason });
      return claim instanceof Problem ? claim : { status: 202, json: { id: claim.id, status: claim.status } };
    },
  },
  {
    name: 'commentAsOperator',
    method: 'POST',
    path: 'api/operations/claims/{id}/comments',
    roles: operator,
    durable: true,
    doc: {
      summary: 'Write to the partner about a claim that was not cancelled: a comment on the claim, and a mail.',
      body: newComment,
      idempotent: true,
      problems: [...changeProblems, ...textProblems, 'too-many-comments'],
      success: { status: 201, answer: 'OperatorComment', description: 'The comment; the mail leaves shortly.' },
    },
    handle: async (deps, { request, caller, param, workflow }) => {
      const body = await readJson(request, newComment);
      if (body instanceof Problem) return body;
      const ref = await locateClaim(deps, workflow(), param('id'));
      if (ref instanceof Problem) return ref;
      return withIdempotencyKey(deps, {
        request,
        // The answer is saved in the partition of the claim.
        caller: { ...caller, partnerId: ref.partnerId },
        asOperator: true,
        content: body.text,
        act: (answerToKeep) =>
          commentAsOperator(deps, workflow(), {
            actor: asActor(caller, 'operator'),
            ref,
            text: body.input.text,
            guard: { answerToKeep },
          }),
        answer: async ({ id, status, comments }) => ({
          status: 201,
          json: { id, status, comment: comments.map(commentView).at(-1) },
        }),
      });
    },
  },
];
