import type { FieldError } from '../lib/result.ts';
import type { ClaimStatus } from './claim-state.ts';
import type { Delivery } from './delivery.ts';
import type { Actor, HistoryHead } from './history.ts';
import type { Language } from './language.ts';
import type { MailKind, MailSide } from './mail-kinds.ts';

/** The record of one claim, as stored. What callers see of it is `claim-view.ts`. All times are UTC, RFC 3339. */
export type Claim = {
  id: string;
  /** Directory (tenant) ID of the partner that owns the claim; its storage partition. */
  partnerId: string;
  partnerName: string;
  /** Counts every change; the ETag. */
  version: number;
  status: ClaimStatus;
  /** Why it ended so: the partner's reason, the customer's reason, or `no-answer`; `customer` when that gave none. */
  statusReason?: string;
  /** Who ended the approved association. */
  endedBy?: 'partner' | 'customer' | 'system';
  consent?: 'explicit' | 'silence';
  catalogueVersion: string;

  /** Missing, as area and track may be, in a draft whose author has not said it yet. */
  name?: string;
  partnerLocation: { mpnId: string; name: string; country: string };
  customer: Customer;
  solutionArea?: string;
  track?: string;
  activities: string[];
  products: ClaimProduct[];
  revenue?: Partial<RevenueData>;
  customerContact?: Partial<Contact>;
  /** Names of customer contacts before the present one, until they are erased with it. */
  formerContacts?: string[];
  technicalContact?: Partial<Contact>;
  partnerContact?: Partial<PartnerContact>;
  /** The partner wants no incentive payment for it. */
  incentiveOptOut?: boolean;
  /** The partner says that a public-sector customer has signed the disclosure. */
  disclosureSigned?: boolean;
  poe: PoeFile[];
  comments: Comment[];

  /** What no answer means, fixed at submission: a setting that changes later does not change what was asked. */
  onSilence?: 'expire' | 'approve';
  /** The decision link that is valid now; the link itself is only ever in the mail. `contactSince`: the present contact's first. */
  link?: { version: number; issuedAt: string; contactSince?: number };
  /** How often the partner asked for the request mail again. */
  resends?: number;
  /** What no other claim of the partner can hold while this one does, and what others may share: see `reservation.ts`. */
  reservations?: string[];
  sharedReservations?: string[];
  /** The claim that this one began as a copy of, and what of that one could not be taken over. */
  copiedFrom?: string;
  leftOut?: FieldError[];
  request?: ApprovalRequest;
  decision?: Decision;
  /** When it left `submitted`, however it did. */
  closedAt?: string;
  /** When the approved association was ended. */
  endedAt?: string;
  /** Set when the outcome mails have left: nothing remains to be done. */
  settledAt?: string;
  /** What somebody has to look at before the claim can go on, or why a mail did not leave. */
  attention?: Attention;
  /** What customer contacts said about the request without answering it, oldest first. */
  concerns?: Concern[];
  /** Mails that did not arrive, beside the request. */
  undelivered?: Undelivered[];
  /** The last day of the subscriptions that it is for, once the partner was told of it. */
  subscriptionsEndOn?: string;
  /** Other partners who claimed the same, as this one's partner was told. */
  contests?: string[];
  /** How many of them the partner has marked as read. */
  contestsRead?: number;
  /** The last comment that the partner has marked as read. */
  commentsReadTo?: number;
  /** Mails to the partner contact that are due. Each is taken off the list when it has left. */
  notices?: Notice[];
  /** Exempts the claim from purge and erasure. */
  legalHold?: { since: string; by: Actor; reason: string };
  /** When the people at the customer were taken out of it. */
  contactErasedAt?: string;
  /** Of a draft that was announced to its author as untouched. */
  expiry?: DraftExpiry;

  createdAt: string;
  createdBy: Actor;
  /** Where its creator is reached; kept out of views and history. */
  createdByEmail?: string;
  submittedAt?: string;
  /** W3C `traceparent` of the submission: all that happens to the claim afterwards belongs to its trace. */
  trace?: string;
  updatedAt: string;
  history: HistoryHead;
};

export type Customer = {
  domain: string;
  directoryId: string;
  name?: string;
  /** ISO 3166-1 alpha-2; which holidays are no business days. */
  country?: string;
  /** IANA name; days begin and end in it. UTC when it is not given. */
  timeZone?: string;
  /** Is it a public-sector body? Asked for where the catalogue names the country. */
  publicSector?: boolean;
  /** What the customer reads mails and pages in. English when it is not given. */
  language?: Language;
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
  /** Where the bytes are, once the file was replaced; before that they are under its own ID. */
  storedAs?: string;
  /** What the partner says about the file. */
  note?: string;
  /** Codes of the catalogue products that its text names; absent where the text was not read. */
  mentions?: string[];
  /** The claim whose template the file is. */
  templateOf?: string;
  /** It came back as it was downloaded: nobody wrote in it. */
  blank?: true;
  /** When the scan found malware in it. Such a file is neither handed out nor submitted. */
  malwareFoundAt?: string;
  fileName: string;
  contentType: string;
  size: number;
  sha256: string;
  uploadedAt: string;
  uploadedBy: Actor;
};

/** `by` is a partner's user or an operator. */
export type Comment = { id: number; at: string; by: Actor; text: string };

/** A mail of ours, other than the request, that did not arrive: the last report on it. */
export type Undelivered = { mail: MailKind; number: number; to: MailSide; delivery: Delivery; attemptedAt: string };

/** The approval request as it stands: `sentAt` is when the mail service accepted it, which starts the window. */
export type ApprovalRequest = {
  sentAt: string;
  sentTo: string;
  /** With the subject, what a customer's mail system has to let through. */
  sentFrom: string;
  subject: string;
  deadline: string;
  reminders: Reminder[];
  delivery: Delivery;
  /** When the mail service last tried, by the report that `delivery` is from. */
  attemptedAt?: string;
  /** How often the partner was told that it did not arrive. */
  failuresTold?: number;
};

/** `skipped`: its time passed while the service could not send, and a later one was sent instead. */
export type Reminder = { number: number; dueAt: string; sentAt?: string; skipped?: true };

/**
 * `needs`: who can mend it. The service itself goes on trying what `operations` have to look at. `raisedBy` the customer,
 * or a report on its delivery: the request did leave. Or by the scan of its files, whatever the request does.
 */
export type Attention = {
  reason: string;
  since: string;
  needs: 'operations' | 'partner';
  raisedBy?: 'customer' | 'delivery' | 'scan';
};

/**
 * Said by the contact with this e-mail address, with the link of this version. `text` names the right person, or says why the
 * request was not expected.
 */
export type Concern = { kind: ConcernKind; at: string; linkVersion: number; email: string; text?: string };
export type ConcernKind = 'not-the-right-person' | 'not-expected';

/** A mail to the partner contact that is due `since` then. `number` tells apart the mails of one kind. */
export type Notice =
  | { kind: 'not-the-right-person' | 'comment' | 'subscription-ending' | 'contested'; number: number; since: string }
  | DeliveryFailedNotice
  | ContactChangedNotice;
/** `about`: the customer's mail that did not arrive, if it is another one than the request. */
export type DeliveryFailedNotice = { kind: 'delivery-failed'; number: number; since: string; about?: MailKind };
/** To the former customer contact, in place of the partner's. */
export type ContactChangedNotice = { kind: 'contact-changed'; number: number; since: string; to: PartnerContact };

export type Decision = { outcome: 'approved' | 'declined'; decidedAt: string; reason?: string };

/** What was announced about a draft that nobody touched. `version` is the claim's with this on it: another one means that it was touched since. */
export type DraftExpiry = { announcedAt: string; cancelAt: string; version: number };

/** Where a claim is stored. */
export type ClaimRef = { partnerId: string; claimId: string };

export const refOf = (claim: Claim): ClaimRef => ({ partnerId: claim.partnerId, claimId: claim.id });

/** Where a claim is stored, and what the in-flight ledger says of it for those who count: no claim is read for that. */
export type WatchedClaim = ClaimRef & { status: ClaimStatus; submittedAt?: string | undefined };

export const watchedOf = (claim: Claim): WatchedClaim => ({
  ...refOf(claim),
  status: claim.status,
  submittedAt: claim.submittedAt,
});
