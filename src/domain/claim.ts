import type { ClaimStatus } from './claim-state.ts';
import type { Actor, HistoryHead } from './history.ts';

/** The record of one claim, as stored. What callers see of it is `claim-view.ts`. All times are UTC, RFC 3339. */
export type Claim = {
  id: string;
  /** Directory (tenant) ID of the partner that owns the claim; its storage partition. */
  partnerId: string;
  partnerName: string;
  /** Counts every change; the ETag. */
  version: number;
  status: ClaimStatus;
  /** Why it ended so: the withdrawal reason, the customer's reason, or `no-answer`. */
  statusReason?: string;
  consent?: 'explicit' | 'silence';
  catalogueVersion: string;

  name: string;
  partnerLocation: { mpnId: string; name: string };
  customer: Customer;
  solutionArea: string;
  track: string;
  activities: string[];
  products: ClaimProduct[];
  revenue?: Partial<RevenueData>;
  customerContact?: Partial<Contact>;
  technicalContact?: Partial<Contact>;
  partnerContact?: Partial<PartnerContact>;
  poe: PoeFile[];
  comments: Comment[];

  /** What no answer means, fixed at submission: a setting that changes later does not change what was asked. */
  onSilence?: 'expire' | 'approve';
  /** The decision link that is valid now; the link itself is only ever in the mail. */
  link?: { version: number; issuedAt: string };
  request?: ApprovalRequest;
  decision?: Decision;
  /** When it left `submitted`, however it did. */
  closedAt?: string;
  /** Set when the outcome mails have left: nothing remains to be done. */
  carriedThroughAt?: string;
  /** What somebody has to look at before the claim can go on, or why a mail did not leave. */
  attention?: Attention;

  createdAt: string;
  createdBy: Actor;
  submittedAt?: string;
  updatedAt: string;
  history: HistoryHead;
};

export type Customer = {
  domain: string;
  directoryId: string;
  name?: string;
  verification: Verification;
};

/** Do domain and directory belong together, and when was that looked up. */
export type Verification = { result: VerificationResult; checkedAt: string };
export type VerificationResult = 'matched' | 'mismatched' | 'unknown-domain' | 'unverifiable';

export type ClaimProduct = { code: string; subscriptionId?: string };
export type RevenueData = { dynamicsSolutionSellerName: string; customerName: string; isvProductName: string };
export type Contact = { name: string; title: string; email: string };
export type PartnerContact = { name: string; email: string };

/** One proof-of-execution file. `size` in bytes, `sha256` in hex. */
export type PoeFile = {
  fileId: string;
  fileName: string;
  contentType: string;
  size: number;
  sha256: string;
  uploadedAt: string;
  uploadedBy: Actor;
};

export type Comment = { id: number; at: string; by: Actor; text: string };

/** The approval request as it stands: `sentAt` is when the mail service accepted it, which starts the window. */
export type ApprovalRequest = {
  sentAt: string;
  sentTo: string;
  deadline: string;
  reminders: Reminder[];
  delivery: 'accepted';
};

/** `skipped`: its time passed while the service could not send, and a later one was sent instead. */
export type Reminder = { number: number; dueAt: string; sentAt?: string; skipped?: true };

/** `needs`: who can mend it. The service itself goes on trying what `operations` have to look at. */
export type Attention = { reason: string; since: string; needs: 'operations' | 'partner' };

export type Decision = { outcome: 'approved' | 'declined'; decidedAt: string; reason?: string };

/** Where a claim is stored. */
export type ClaimRef = { partnerId: string; claimId: string };

export const refOf = (claim: Claim): ClaimRef => ({ partnerId: claim.partnerId, claimId: claim.id });
