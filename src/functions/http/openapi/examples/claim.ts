import type { Claim, PoeFile } from '../../../../domain/claim.ts';
import { commentDigest, commentedEvent } from '../../../../domain/comments.ts';
import { type Actor, appendHistory, emptyHistory, type NewHistoryEntry } from '../../../../domain/history.ts';
import { submissionDigests, submittedEvent } from '../../../../domain/record/submission.ts';
import { verifyHistory } from '../../../../domain/record/verification.ts';
import type { ClaimPolicy } from '../../../../domain/request/policy-shape.ts';
import type { Comment } from '../../../../domain/request/thread-shape.ts';
import { requestMail } from '../../../../mail/request.ts';
import { wordsIn } from '../../../../words/words.ts';

/** One claim at the moments of its life: every example of the document is made from it, by the functions that make answers. */

export const avery: Actor = { kind: 'partner', name: 'Avery Howard', id: '5b1f6a20-93d4-4e7c-a8b6-0f2d7c9e1a11' };
const contact = { name: 'Maria Rossi', title: 'IT director', email: 'maria.rossi@contoso.example' };
const customer: Actor = { kind: 'customer', name: contact.name };
const system: Actor = { kind: 'system' };

export const partnerId = '3f0b7c52-6d1e-4c8a-9a55-1c2f8e7b4d01';
export const claimId = 'ca-zyh2k9q0p-4m7k2x9a';
export const copyId = 'ca-zyh1c4w7t-9r3d8q2e';

/** The policy of a service whose settings are the defaults. */
export const policyExample: ClaimPolicy = {
  windowBusinessDays: 5,
  reminderDays: [3, 5],
  onSilence: 'expire',
  templateMandatory: false,
  secondFactor: false,
};

/** Body of POST /claims. */
export const newDraftExample = {
  name: 'Contoso roll-out',
  partnerLocation: { mpnId: '4512345' },
  customer: { domain: 'contoso.example', directoryId: 'a1c5e8f2-4b7d-4e90-8c16-7f3d9a2b5e01', name: 'Contoso' },
  solutionArea: 'business_applications',
  track: 'usage_presales',
  activities: ['presales'],
};

/** Body of PATCH /claims/{id}. */
export const draftPatchExample = {
  products: [{ code: 'power-bi' }],
  customerContact: contact,
  partnerContact: { name: 'Avery Howard', email: 'avery@northwind.example' },
};

/** The draft as it was created. */
export const created: Claim = {
  ...newDraftExample,
  id: claimId,
  partnerId,
  partnerName: 'Northwind Partners',
  version: 1,
  status: 'draft',
  catalogueVersion: '2026-01',
  partnerLocation: { mpnId: '4512345', name: 'Northwind Partners, Seattle', country: 'US' },
  customer: { ...newDraftExample.customer, verification: { result: 'matched', checkedAt: '2026-11-16T09:12:03.118Z' } },
  products: [],
  poe: [],
  comments: [],
  createdAt: '2026-11-16T09:12:03.120Z',
  createdBy: avery,
  updatedAt: '2026-11-16T09:12:03.120Z',
  history: emptyHistory,
};

/** After the patch. */
export const edited: Claim = { ...created, ...draftPatchExample, version: 2, updatedAt: '2026-11-16T09:15:40.007Z' };

/** As it was uploaded; its malware scan is under way. */
export const uploadedFile: PoeFile = {
  fileId: 'poe-7k2m9x4a8q3c',
  fileName: 'statement of work.txt',
  contentType: 'text/plain; charset=utf-8',
  size: 54,
  sha256: '0f1e8b6f0cf7e5f7f1c8ae8f5b5f3d5f0c9ed2e2c8b1b9b6d9f9f4f4a1d0c3e2',
  note: 'Signed by both sides.',
  mentions: ['power-bi'],
  scan: 'pending',
  uploadedAt: '2026-11-16T09:17:22.450Z',
  uploadedBy: avery,
};
export const file: PoeFile = { ...uploadedFile, scan: 'clean', checkedAt: '2026-11-16T09:17:25.120Z' };

/** With proof and a comment: nothing is missing. */
export const complete: Claim = {
  ...edited,
  version: 4,
  poe: [file],
  comments: [{ id: 1, at: '2026-11-16T09:18:01.300Z', by: avery, text: 'Signed in October.' }],
  updatedAt: '2026-11-16T09:18:01.300Z',
};

/** What operations wrote about it. */
export const operatorComment: Comment = {
  id: 2,
  at: '2026-11-24T08:00:00.000Z',
  by: { kind: 'operator', name: 'Ola Persson', id: '70f2c9b6-8d35-4e1a-b94c-3a6e1d7f5b31' },
  text: 'Please add the signed statement of work.',
};

/** Just submitted: the request has not left yet. */
export const submitted: Claim = {
  ...complete,
  version: 5,
  status: 'submitted',
  policy: policyExample,
  submittedAt: '2026-11-16T09:20:00.000Z',
  submission: { files: complete.poe.length, salt: '5f0c1d9b2a7e4836c4b1f08d6e93a275' },
  updatedAt: '2026-11-16T09:20:00.000Z',
};

const asked: Claim = {
  ...submitted,
  version: 6,
  request: {
    sentAt: '2026-11-16T09:20:02.610Z',
    sentTo: contact.email,
    sentFrom: 'donotreply@claims.example',
    subject: wordsIn('en').mail.requestSubject('Northwind Partners'),
    deadline: '2026-11-20T23:59:59.000Z',
    reminders: [
      { number: 1, dueAt: '2026-11-18T09:00:00.000Z' },
      { number: 2, dueAt: '2026-11-20T09:00:00.000Z' },
    ],
    delivery: 'delivered',
  },
  updatedAt: '2026-11-16T09:20:02.610Z',
};

/** The customer asked a question, and this is the reply. */
export const replied: Claim = {
  ...asked,
  version: 8,
  comments: [
    ...asked.comments,
    { id: 2, at: '2026-11-17T08:00:00.000Z', by: customer, text: 'Which figures will you see?' },
    { id: 3, at: '2026-11-17T09:12:30.000Z', by: avery, text: 'The number of licences sold.', answers: 2 },
  ],
  updatedAt: '2026-11-17T09:12:30.000Z',
};

export const resent: Claim = { ...submitted, version: 7, resends: 1, updatedAt: '2026-11-16T09:40:00.000Z' };

export const withdrawn: Claim = {
  ...asked,
  version: 7,
  status: 'withdrawn',
  withdrawnBy: 'partner',
  statusReason: 'Wrong products.',
  closedAt: '2026-11-16T10:00:00.000Z',
  updatedAt: '2026-11-16T10:00:00.000Z',
};

export const approved: Claim = {
  ...asked,
  version: 8,
  status: 'approved',
  consent: 'explicit',
  decision: { outcome: 'approved', decidedAt: '2026-11-17T14:03:27.905Z' },
  closedAt: '2026-11-17T14:03:27.905Z',
  updatedAt: '2026-11-17T14:03:27.905Z',
};

export const ended: Claim = {
  ...approved,
  version: 10,
  status: 'ended',
  statusReason: 'The project was stopped.',
  endedBy: 'partner',
  endedAt: '2026-11-19T08:00:00.000Z',
  updatedAt: '2026-11-19T08:00:00.000Z',
};

export const copied: Claim = {
  ...edited,
  id: copyId,
  version: 1,
  copiedFrom: claimId,
  createdAt: '2026-11-19T08:05:00.000Z',
  updatedAt: '2026-11-19T08:05:00.000Z',
};

const draftEntry = { actor: avery, from: 'draft', to: 'draft' } as const;
const steps: { at: string; entry: NewHistoryEntry }[] = [
  { at: created.createdAt, entry: { actor: avery, event: 'created', from: null, to: 'draft' } },
  { at: edited.updatedAt, entry: { actor: avery, event: 'edited', from: 'draft', to: 'draft' } },
  ...complete.comments.map((comment) => ({
    at: comment.at,
    entry: { ...draftEntry, event: commentedEvent, detail: { comment: comment.id, sha256: commentDigest(comment) } },
  })),
  {
    at: submitted.updatedAt,
    entry: {
      ...draftEntry,
      event: submittedEvent,
      to: 'submitted',
      detail: { submission: submissionDigests(submitted) },
    },
  },
  { at: asked.updatedAt, entry: { actor: system, event: 'request-sent', from: 'submitted', to: 'submitted' } },
  { at: approved.updatedAt, entry: { actor: customer, event: 'approved', from: 'submitted', to: 'approved' } },
];

/** Its history, with the hashes that such entries have. */
const chain = steps.reduce(
  ({ head, entries }, { at, entry }) => {
    const more = appendHistory(head, [entry], at);
    return { head: more.head, entries: [...entries, ...more.entries] };
  },
  appendHistory(emptyHistory, [], created.createdAt),
);
export const historyExample = chain.entries;
export const verificationExample = verifyHistory({ ...approved, history: chain.head }, historyExample);

const service = {
  name: 'Customer associations',
  operator: 'Contoso Services',
  contact: 'help@claims.example',
  sender: 'donotreply@claims.example',
  url: 'https://claims.example',
};
const { subject, html, text } = requestMail({
  service,
  claim: complete,
  holders: [],
  link: undefined,
  deadline: '2026-11-20T23:59:59.000Z',
});
export const previewExample = { subject, html, text };
