import type { Claim } from '../../../src/domain/claim.ts';
import { emptyHistory } from '../../../src/domain/history.ts';
import { consentWindow } from '../../../src/domain/request/policy.ts';
import type { ClaimPolicy } from '../../../src/domain/request/policy-shape.ts';

/** Claim records for tests without a stack. */

const createdAt = '2026-11-20T10:00:00.000Z';
const partner = { kind: 'partner', name: 'Avery Howard', id: '5b1f6a20-93d4-4e7c-a8b6-0f2d7c9e1a11' } as const;

export const usualPolicy: ClaimPolicy = {
  windowBusinessDays: 5,
  reminderDays: [3, 5],
  onSilence: 'expire',
  templateMandatory: false,
  secondFactor: false,
};
/** The same where silence approves. */
export const silencePolicy: ClaimPolicy = { ...usualPolicy, onSilence: 'approve' };

/** A draft that lacks nothing: Power BI, pre-sales, one file. */
export const completeRecord = (changes: Partial<Claim> = {}): Claim => ({
  id: 'ca-zyh2k9q0p-4m7k2x9a',
  partnerId: '3f0b7c52-6d1e-4c8a-9a55-1c2f8e7b4d01',
  partnerName: 'Northwind Partners',
  version: 1,
  status: 'draft',
  catalogueVersion: '2023-10',
  name: 'Contoso roll-out',
  partnerLocation: { mpnId: '4512345', name: 'Northwind Seattle', country: 'US' },
  customer: {
    domain: 'contoso.example',
    directoryId: '0a1b2c3d-0000-4000-8000-000000000001',
    name: 'Contoso',
    verification: { result: 'matched', checkedAt: createdAt },
  },
  solutionArea: 'business_applications',
  track: 'usage_presales',
  activities: ['presales'],
  products: [{ code: 'power-bi' }],
  customerContact: { name: 'Dana Customer', title: 'IT Director', email: 'dana@contoso.example', mailbox: 'customer' },
  partnerContact: { name: 'Avery Howard', email: 'avery@northwind.example' },
  poe: [
    {
      fileId: 'poe-0123456789ab',
      fileName: 'statement.txt',
      contentType: 'text/plain; charset=utf-8',
      size: 42,
      sha256: 'ab'.repeat(32),
      uploadedAt: createdAt,
      uploadedBy: partner,
    },
  ],
  comments: [],
  createdAt,
  createdBy: partner,
  updatedAt: createdAt,
  history: emptyHistory,
  ...changes,
});

/** The same claim, submitted; its request has not left yet. */
export const submittedRecord = (changes: Partial<Claim> = {}): Claim =>
  completeRecord({
    status: 'submitted',
    submittedAt: createdAt,
    policy: usualPolicy,
    link: { version: 1, issuedAt: createdAt },
    ...changes,
  });

/** Up to when the link of these claims works. */
export const linkUntil = '2027-02-18T10:00:00.000Z';

/** A request that the mail service accepted at `sentAt`. */
export const requestSentAt = (sentAt: Date, policy = usualPolicy): NonNullable<Claim['request']> => {
  const { deadline, reminders } = consentWindow(sentAt, policy);
  return {
    sentAt: sentAt.toISOString(),
    sentTo: 'dana@contoso.example',
    sentFrom: 'donotreply@claims.example',
    subject: 'Northwind Partners asks for your approval',
    deadline: deadline.toISOString(),
    reminders: reminders.map((dueAt, index) => ({ number: index + 1, dueAt: dueAt.toISOString() })),
    delivery: 'accepted',
  };
};

/** The claim while it waits for the customer. */
export const waitingRecord = (changes: Partial<Claim> = {}): Claim =>
  submittedRecord({ request: requestSentAt(new Date(createdAt)), ...changes });

/** The claim after the customer's answer, before anybody was told. */
export const decidedRecord = (outcome: 'approved' | 'declined', changes: Partial<Claim> = {}): Claim =>
  waitingRecord({
    status: outcome,
    closedAt: '2026-11-24T12:00:00.000Z',
    decision: { outcome, decidedAt: '2026-11-24T12:00:00.000Z' },
    ...(outcome === 'approved' ? { consent: 'explicit' } : {}),
    ...changes,
  });
