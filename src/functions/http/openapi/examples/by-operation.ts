import type { Claim } from '../../../../domain/claim.ts';
import { missingForSubmission } from '../../../../domain/draft/completeness.ts';
import { poeView } from '../../../../domain/proof/poe-file.ts';
import { findingMessage, redrivePlan } from '../../../../domain/redrive.ts';
import { claimSummary } from '../../../../domain/view/claim-summary.ts';
import { problemKinds } from '../../../../lib/problem-codes.ts';
import { claimView } from '../../answer/claim-view.ts';
import { csvOf } from '../../partner/claim-csv.ts';
import * as claim from './claim.ts';
import * as operations from './operations.ts';
import * as reference from './reference.ts';

/** What an operation may be sent and answer. */
export type Example = {
  request?: unknown;
  csvRequest?: string;
  answer?: unknown;
  csvAnswer?: string;
  otherwise?: unknown;
};

const viewOf = (record: Claim) =>
  claimView(record, {
    subscriptions: [],
    missing: record.status === 'draft' ? missingForSubmission(record, []) : [],
    reservedBy: new Map(),
    subjects: { own: [], heldByOther: false },
    mayAct: true,
    maxFiles: 10,
    now: new Date(record.updatedAt),
    policy: claim.policyExample,
  });
const { claimId, partnerId } = claim;
const summary = claimSummary(claim.approved);
const checks = ['claims', 'inflight', 'reference', 'poe', 'mail', 'sign-in'].map((name) => ({ name, ok: true }));

const found = {
  value: [
    {
      id: claimId,
      status: 'approved',
      name: summary.name,
      partnerId,
      partnerName: claim.approved.partnerName,
      customerName: 'Contoso',
      createdAt: summary.createdAt,
      updatedAt: summary.updatedAt,
    },
  ],
  more: false,
};

/** By operationId. Downloads have none: their bytes are no one's example. */
export const examples: Record<string, Example> = {
  readCatalogue: { answer: reference.catalogueExample },
  readPartner: { answer: reference.partnerExample },
  checkCustomer: {
    request: { domain: claim.created.customer.domain, directoryId: claim.created.customer.directoryId },
    answer: reference.customerCheckExample,
  },
  readClaim: { answer: viewOf(claim.approved) },
  listSubscriptions: { answer: reference.choicesExample },
  readHistoryForOperators: { answer: { value: claim.historyExample } },
  verifyHistory: { answer: claim.verificationExample },
  verifyHistoryForOperators: { answer: claim.verificationExample },
  readHistory: { answer: { value: claim.historyExample } },
  listClaims: {
    answer: { value: [summary], nextLink: 'https://claims.example/api/claims?top=1&after=eyJrIjoiY2EifQ.Zm9v' },
    csvAnswer: csvOf([summary]),
  },
  countClaims: {
    answer: {
      byStatus: { draft: 2, submitted: 5, approved: 31, declined: 1, expired: 2, withdrawn: 0, cancelled: 3, ended: 4 },
      needsAction: 3,
    },
  },
  createDraft: { request: claim.newDraftExample, answer: viewOf(claim.created) },
  editDraft: { request: claim.draftPatchExample, answer: viewOf(claim.edited) },
  addComment: { request: { text: 'The number of licences sold.', answers: 2 }, answer: viewOf(claim.replied) },
  addPoe: { answer: poeView(claim.uploadedFile) },
  replacePoe: { answer: poeView(claim.uploadedFile) },
  notePoe: { request: { note: 'Signed by both sides.' }, answer: poeView(claim.file) },
  submitClaim: { request: { acknowledged: true }, answer: viewOf(claim.submitted) },
  previewRequest: { answer: claim.previewExample },
  withdrawClaim: { request: { reason: 'Wrong products.' }, answer: viewOf(claim.withdrawn) },
  resendRequest: { request: {}, answer: viewOf(claim.resent) },
  changeCustomerContact: { request: claim.draftPatchExample.customerContact, answer: viewOf(claim.submitted) },
  disassociate: { request: { reason: 'The project was stopped.' }, answer: viewOf(claim.ended) },
  copyClaim: { answer: viewOf(claim.copied) },
  searchClaims: { answer: found },
  searchByContact: { request: { email: 'dana@contoso.com' }, answer: found },
  listInFlight: {
    answer: {
      value: [
        {
          partnerName: claim.approved.partnerName,
          customerName: 'Contoso',
          claimId,
          partnerId,
          dueAt: '2026-11-21T00:01:01.000Z',
          attempts: 2,
          finding: 'nudged',
          reason: findingMessage('nudged'),
          status: 'submitted',
          redrive: redrivePlan({ remains: true, marked: false }, 'running'),
        },
      ],
    },
  },
  redriveAll: {
    request: { state: 'attention', matching: 'mail service', reason: 'The mail service is back.' },
    answer: { value: [{ claimId, outcome: 'redriven', status: 'submitted' }] },
  },
  readClaimForOperators: {
    answer: {
      claim: viewOf(claim.approved),
      partnerId,
      partnerName: claim.approved.partnerName,
      orchestration: 'ended',
      redrive: redrivePlan({ remains: false, marked: false }, 'ended'),
      operatorActions: [],
    },
  },
  holdClaim: {
    request: { held: true, reason: 'A dispute is before a court.' },
    answer: {
      id: claimId,
      status: 'declined',
      hold: {
        since: operations.actionExample.at,
        by: operations.actionExample.by,
        reason: 'A dispute is before a court.',
      },
    },
  },
  eraseContact: {
    request: { reason: 'Asked for by the contact.' },
    answer: { id: claimId, status: 'declined', contactErasedAt: operations.actionExample.at },
  },
  readOrchestration: { answer: operations.orchestrationExample },
  readLedgerOfClaim: { answer: { value: operations.ledgerExample } },
  overview: { answer: operations.overviewExample },
  measureThroughput: { answer: operations.throughputExample },
  listReconcilerRuns: { answer: { last: operations.runExample, value: [operations.runExample] } },
  listOperatorActions: { answer: { value: [operations.actionExample] } },
  listMailFailures: { answer: { value: [operations.mailFailureExample] } },
  listPoisonMessages: { answer: { value: [operations.poisonExample], count: 1 } },
  replayMessage: { request: { reason: 'The app reads such events now.' } },
  discardMessage: { request: { reason: 'Not from our mail service.' } },
  commentAsOperator: {
    request: { text: claim.operatorComment.text },
    answer: { id: claimId, status: 'approved', comment: claim.operatorComment },
  },
  stopRequest: {
    request: { reason: 'The customer does not know this partner.' },
    answer: { id: claimId, status: 'withdrawn' },
  },
  endAssociation: {
    request: { reason: 'The approval came from a mailbox that is not the customer’s.' },
    answer: { id: claimId, status: 'ended' },
  },
  openInquiry: {
    request: { reason: 'The contact does not know this partner.' },
    answer: {
      id: claimId,
      status: 'submitted',
      inquiry: {
        since: '2026-11-17T10:00:00.000Z',
        by: operations.actionExample.by,
        reason: 'The contact does not know this partner.',
        until: '2026-12-17T10:00:00.000Z',
      },
    },
  },
  releaseInquiry: {
    request: { reason: 'The contact knows the partner after all.' },
    answer: { id: claimId, status: 'submitted', deadline: '2026-11-24T23:59:59.000Z' },
  },
  resumeOrchestration: {
    request: { reason: 'The incident is over.' },
    answer: { id: claimId, status: 'submitted', deadline: '2026-11-24T23:59:59.000Z' },
  },
  restartOrchestration: {
    request: { reason: 'It does not go on after the resume.' },
    answer: { id: claimId, status: 'submitted', deadline: '2026-11-24T23:59:59.000Z' },
  },
  extendDeadline: {
    request: { businessDays: 3, reason: 'The contact is on leave until Monday.' },
    answer: { id: claimId, status: 'submitted', deadline: '2026-11-26T23:59:59.000Z' },
  },
  acceptPoe: {
    request: {
      fileId: claim.file.fileId,
      reason: 'The customer sent the same file to us; our own scanner finds nothing.',
    },
    answer: { id: claimId, status: 'submitted' },
  },
  readComments: { answer: viewOf(claim.approved) },
  redriveClaim: { request: { reason: 'The mail service is back.' }, answer: { id: claimId, status: 'submitted' } },
  readStoredPartner: { answer: reference.storedPartnerExample },
  readStoredCustomer: { answer: reference.storedCustomerExample },
  putPartner: { request: reference.partnerBodyExample, answer: reference.storedPartnerExample },
  putSubscriptions: {
    request: reference.customerBodyExample,
    csvRequest: reference.subscriptionsCsvExample,
    answer: reference.storedCustomerExample,
  },
  listUnverified: { answer: { value: [reference.unverifiedExample] } },
  verifyCustomer: { request: { reason: 'The directory answers again.' }, answer: reference.verifiedExample },
  readProblemKind: {
    answer: { type: '/api/problems/claim-not-found', code: 'claim-not-found', ...problemKinds['claim-not-found'] },
  },
  live: { answer: { status: 'live' } },
  ready: {
    answer: { status: 'ready', checks },
    otherwise: { status: 'not-ready', checks: checks.map(({ name }) => ({ name, ok: name !== 'mail' })) },
  },
};
