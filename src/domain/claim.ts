import type { FieldError } from '../lib/result.ts';
import type { ClaimStatus } from './claim-state.ts';
import type { Delivery } from './delivery.ts';
import type { Actor, HistoryHead } from './history.ts';
import type { Language } from './language.ts';
import type { MailKind, MailSide } from './mail-kinds.ts';
import type { ScanState } from './proof/scan.ts';
import type { Concern } from './request/concern-shape.ts';
import type { ClaimPolicy } from './request/policy-shape.ts';
import type { Comment, OpenQuestion, ReplyNotice } from './request/thread-shape.ts';

/** The stored record of one claim. Callers see `claim-view.ts`. All times are RFC 3339 in UTC. */
export type Claim = {
  id: string;
  /** Directory (tenant) ID of the partner that owns the claim; its storage partition. */
  partnerId: string;
  partnerName: string;
  /** Increments with every change; also the ETag. */
  version: number;
  status: ClaimStatus;
  /** The reason of the partner, customer or operator; `no-answer`, `not-delivered`; `customer` if they gave none. */
  statusReason?: string;
  /** Who ended the approved association. */
  endedBy?: 'partner' | 'customer' | 'system' | 'operator';
  /** Who withdrew the request; `operator`: it was stopped. */
  withdrawnBy?: 'partner' | 'operator';
  consent?: 'explicit' | 'silence';
  catalogueVersion: string;

  /** Absent, like area and track, until the author of the draft chooses it. */
  name?: string;
  partnerLocation: { mpnId: string; name: string; country: string };
  customer: Customer;
  solutionArea?: string;
  track?: string;
  activities: string[];
  products: ClaimProduct[];
  revenue?: Partial<RevenueData>;
  customerContact?: Partial<CustomerContact>;
  /** Names of earlier customer contacts, kept so that an erasure finds them. */
  formerContacts?: string[];
  technicalContact?: Partial<Contact>;
  partnerContact?: Partial<PartnerContact>;
  /** The partner declines the incentive payment. */
  incentiveOptOut?: boolean;
  /** The partner confirms that the public-sector customer signed the disclosure. */
  disclosureSigned?: boolean;
  poe: PoeFile[];
  comments: Comment[];

  /** What applies to it, kept at submission: see `claim-policy.ts`. */
  policy?: ClaimPolicy;
  /** The current decision link. Its address is only in the mail. `contactSince`: the first version for this contact. */
  link?: { version: number; issuedAt: string; contactSince?: number };
  /** How often the partner resent the request. */
  resends?: number;
  /** Units that only this claim may reserve, and those that it shares with others: see `reservation.ts`. */
  reservations?: string[];
  sharedReservations?: string[];
  /** The claim that this one was copied from, and what could not be copied. */
  copiedFrom?: string;
  leftOut?: FieldError[];
  request?: ApprovalRequest;
  /** No answer is taken and no time runs while it is there. */
  inquiry?: Inquiry;
  /** A question of the customer without a reply. */
  question?: OpenQuestion;
  /** When the last inquiry was released. */
  inquiryReleasedAt?: string;
  /** The code that the customer has to type before the answer is taken, while one is out. */
  answerCode?: AnswerCode;
  decision?: Decision;
  /** When it left `submitted`. */
  closedAt?: string;
  /** When the approved association was ended. */
  endedAt?: string;
  /** Set when the outcome mails have left: nothing remains to be done. */
  settledAt?: string;
  /** Why the claim needs a person before it can continue, or why a mail could not be sent. */
  attention?: Attention;
  /** Replies of customer contacts that are no decision, oldest first. */
  concerns?: Concern[];
  /** Mails other than the request that were not delivered. */
  undelivered?: Undelivered[];
  /** Last day of the claim's subscriptions, set once the partner has been notified. */
  subscriptionsEndOn?: string;
  /** Other partners who asked to take over this association, as its partner was told. */
  takeoverRequests?: string[];
  /** How many of these the partner has marked as read. */
  takeoverRequestsRead?: number;
  /** At submission other claims asked for, or held, a subject of this one: see `subject.ts`. */
  subjectShared?: true;
  /** Whom this claim replaced as partner of record, and since when they had been. Not shown to its partner. */
  tookOverFrom?: FormerHolder[];
  /** Who replaced this claim's partner as partner of record. Not shown to its partner. */
  supersededBy?: string;
  /** The last comment that the partner has marked as read. */
  commentsReadTo?: number;
  /** Mails to the partner contact that are due; each is removed once it has been sent. */
  notices?: Notice[];
  /** Exempts the claim from purge and erasure. */
  legalHold?: { since: string; by: Actor; reason: string };
  /** When the people at the customer were erased. */
  contactErasedAt?: string;
  /** Set when the author was warned that the untouched draft will be cancelled. */
  expiry?: DraftExpiry;

  createdAt: string;
  createdBy: Actor;
  /** The creator's address, which neither views nor history show. */
  createdByEmail?: string;
  submittedAt?: string;
  /**
   * What the hashes of the submission need beside the claim: how many files it had, and what is hashed with the contacts, so that no one
   * can guess them from the hash. An erasure removes the salt.
   */
  submission?: { files: number; salt?: string };
  /** W3C `traceparent` of the submission; everything that happens afterwards belongs to this trace. */
  trace?: string;
  updatedAt: string;
  history: HistoryHead;
};

export type Customer = {
  domain: string;
  directoryId: string;
  name?: string;
  /** ISO 3166-1 alpha-2; its holidays are not business days. */
  country?: string;
  /** IANA name of the zone in which days begin and end. Default: UTC. */
  timeZone?: string;
  /** Whether it is a public-sector body; required for the countries that the catalogue names. */
  publicSector?: boolean;
  /** Language of mails and pages. Default: English. */
  language?: Language;
  verification: Verification;
};

/** Whether domain and directory belong together, and when that was checked. */
export type Verification = {
  result: VerificationResult;
  checkedAt: string;
  /** The shorter domain that belongs to the directory, where the full name is unknown. */
  suggestedDomain?: string;
};
export type VerificationResult = 'matched' | 'mismatched' | 'unknown-domain' | 'unverifiable';

export type ClaimProduct = { code: string; subscriptionId?: string };
export type RevenueData = { dynamicsSolutionSellerName: string; customerName: string; isvProductName: string };
export type Contact = { name: string; title: string; email: string };
/** The person who decides. `foreignDomainReason`: why this person answers from a domain that is not known as the customer's. */
export type CustomerContact = Contact & { foreignDomainReason?: string; mailbox?: Mailbox };
/**
 * Whose mailbox an address is, by its domain. `public`: at a host where anyone can get an address. `foreign`: at any other domain
 * that is not known to be the customer's.
 */
export type Mailbox = 'customer' | 'partner' | 'public' | 'foreign';
export type PartnerContact = { name: string; email: string };

/** One proof-of-execution file. `size` in bytes, `sha256` in hex. */
export type PoeFile = {
  fileId: string;
  /** Blob of a replaced file; a file that was never replaced is stored under its own ID. */
  storedAs?: string;
  /** What the partner says about the file. */
  note?: string;
  /** Codes of the products that its text mentions; absent if the text was not read. */
  mentions?: string[];
  /** ID of the claim whose template the file was made from. */
  templateOf?: string;
  /** The template was uploaded without being filled in. */
  blank?: true;
  /** When the scan found malware. The file can be neither downloaded nor submitted. */
  malwareFoundAt?: string;
  /** Absent where no scan was awaited at the time of the upload. */
  scan?: ScanState;
  /** When the scan, or an operator in its place, said what `scan` is. */
  checkedAt?: string;
  fileName: string;
  contentType: string;
  size: number;
  sha256: string;
  uploadedAt: string;
  uploadedBy: Actor;
};

/** A mail other than the request that was not delivered, by the last report on it. */
export type Undelivered = { mail: MailKind; number: number; to: MailSide; delivery: Delivery; attemptedAt: string };

/** The current request. `sentAt` is when the mail service accepted it; the window starts then. */
export type ApprovalRequest = {
  sentAt: string;
  sentTo: string;
  /** Sender address, so that the partner can have it and the subject allowed by the customer's mail system. */
  sentFrom: string;
  subject: string;
  deadline: string;
  /** Business days by which operators extended the deadline. */
  extendedBy?: number;
  reminders: Reminder[];
  deadlineNotice?: DeadlineNotice;
  delivery: Delivery;
  /** Time of the delivery attempt that `delivery` reports. */
  attemptedAt?: string;
  /** How often the partner was notified of a failed delivery. */
  failuresTold?: number;
};

/**
 * The partner's notice that the time to answer is nearly over. `number` counts those of one request: a deadline that moves may need
 * another one. `sentAt`: when it was offered to the mail service.
 */
export type DeadlineNotice = { number: number; dueAt: string; sentAt?: string };

/**
 * In the order of `dueAt`. `skipped`: it was not sent at its time, since a later one was, or its address refuses mail or is the wrong
 * one. `extension`: it tells the customer of a later deadline.
 */
export type Reminder = { number: number; dueAt: string; sentAt?: string; skipped?: true; extension?: true };

/**
 * `needs`: who can resolve it. `raisedBy`: who or what raised it; without it, a step failed and the service keeps trying.
 * If the customer or a delivery report raised it, the request has been sent.
 */
export type Attention = {
  reason: string;
  since: string;
  needs: 'operations' | 'partner';
  raisedBy?: 'customer' | 'delivery' | 'scan' | 'storage' | 'operator';
  /** The customer could not be asked: the claim expires then, unless the partner asks again. */
  expiresAt?: string;
};

/** A mail to the partner contact, due since `since`. `number` distinguishes mails of one kind. */
export type Notice =
  | {
      kind:
        | 'not-the-right-person'
        | 'comment'
        | 'subscription-ending'
        | 'takeover-requested'
        | 'malware-found'
        | 'question'
        | 'question-unanswered'
        | 'inquiry-opened'
        | 'inquiry-released'
        | 'deadline-extended';
      number: number;
      since: string;
    }
  | DeliveryFailedNotice
  | ReplyNotice
  | ContactChangedNotice;
/** `about`: the customer's mail that was not delivered, if it was not the request. */
export type DeliveryFailedNotice = { kind: 'delivery-failed'; number: number; since: string; about?: MailKind };
/** Goes to the former customer contact rather than to the partner. */
export type ContactChangedNotice = { kind: 'contact-changed'; number: number; since: string; to: PartnerContact };

/** Operators look at a request. One that is not released until `until` expires. */
export type Inquiry = { since: string; by: Actor; reason: string; until: string };

/** `code`: what was proven. The address to which the code that was typed had been sent, and when. */
export type Decision = {
  outcome: 'approved' | 'declined';
  decidedAt: string;
  reason?: string;
  code?: { sentTo: string; sentAt: string };
};

/** What a code is made from. `wrong`: how often it was typed wrong; `sent`: when it and those before it were sent, with which link. */
export type AnswerCode = {
  number: number;
  linkVersion: number;
  outcome: Decision['outcome'];
  issuedAt: string;
  wrong: number;
  sent: { at: string; linkVersion: number }[];
};

/** `since`: when its claim was approved. */
export type FormerHolder = { partnerName: string; since: string };

/** The warning about an untouched draft. A claim version other than `version` means that the draft was edited since. */
export type DraftExpiry = { announcedAt: string; cancelAt: string; version: number };

/** Where a claim is stored. */
export type ClaimRef = { partnerId: string; claimId: string };

export const refOf = (claim: Claim): ClaimRef => ({ partnerId: claim.partnerId, claimId: claim.id });

/** A claim's place and the figures that its ledger rows carry, so that counting needs no claim. */
export type WatchedClaim = ClaimRef & { status: ClaimStatus; submittedAt?: string | undefined };

export const watchedOf = (claim: Claim): WatchedClaim => ({
  ...refOf(claim),
  status: claim.status,
  submittedAt: claim.submittedAt,
});
