// Made from the OpenAPI document by `node local/client/build-client.ts`; edits are lost.

import type { Csv, FileBody } from './bodies.ts';

/** A refusal (RFC 9457). `code` comes from a closed list; texts may change. */
export type Problem = {
  /** Identifies the kind of problem, by its code. */
  type: string;
  /** The kind of problem, for a person. */
  title: string;
  /** The HTTP status of the answer. */
  status: number;
  /** What is wrong with this request, for a person. */
  detail: string;
  /** Path of the request. */
  instance: string;
  code: ProblemCode;
  /** Every field that needs a change; empty if the problem is not about fields. */
  errors: FieldError[];
  /** With `duplicate-claim`: your open or approved claims that this one would duplicate. */
  standing?: {
    /** ID of the claim. */
    claimId: string;
    /** Its address in this API. */
    href: string;
  }[];
  /** Quote this when you report the problem. */
  traceId: string;
};

/** An error of one field. */
export type FieldError = {
  /** Path into the body, such as `customer.domain` or `products.0.code`. */
  path: string;
  code: ProblemCode;
  /** What is wrong and what to do, for a person. */
  message: string;
};

export type ProblemCode = 'malformed-json' | 'malformed-csv' | 'invalid-utf8' | 'body-too-large' | 'unsupported-media-type' | 'unsupported-content-coding' | 'not-acceptable' | 'invalid-query' | 'invalid-idempotency-key' | 'several-errors' | 'unknown-field' | 'required' | 'wrong-type' | 'too-long' | 'too-short' | 'invalid-value' | 'invalid-characters' | 'invalid-guid' | 'invalid-domain' | 'invalid-email' | 'unsendable-email' | 'duplicate' | 'unknown-solution-area' | 'unknown-track' | 'unknown-activity' | 'single-activity' | 'unknown-product' | 'product-of-other-activity' | 'field-not-for-activity' | 'unknown-location' | 'inactive-location' | 'unknown-partner' | 'unknown-subscription' | 'not-a-subscription-id' | 'subscription-of-other-directory' | 'subscription-of-other-product' | 'subscription-not-dynamics' | 'subscription-csp' | 'subscription-not-provisioned' | 'subscription-not-active' | 'subscription-already-claimed' | 'product-not-at-customer' | 'customer-not-matched' | 'claim-incomplete' | 'subscription-required' | 'disclosure-required' | 'poe-required' | 'template-required' | 'customer-mismatched' | 'customer-domain-unknown' | 'acknowledgement-required' | 'contact-is-partner' | 'foreign-domain-reason-required' | 'foreign-contact-refused' | 'poe-empty' | 'poe-duplicate' | 'poe-too-large' | 'poe-too-many' | 'poe-type-not-allowed' | 'poe-altered' | 'poe-malicious' | 'poe-being-checked' | 'poe-not-checked' | 'poe-protected' | 'poe-active-content' | 'poe-type-mismatch' | 'invalid-file-name' | 'range-not-satisfiable' | 'upload-incomplete' | 'action-not-allowed' | 'history-broken' | 'if-match-required' | 'etag-stale' | 'idempotency-key-reused' | 'too-many-changes' | 'duplicate-claim' | 'too-soon' | 'too-many-waiting' | 'under-inquiry' | 'too-many-resends' | 'too-many-comments' | 'load-under-way' | 'claim-on-hold' | 'token-missing' | 'token-invalid' | 'role-missing' | 'not-found' | 'method-not-allowed' | 'claim-not-found' | 'partner-not-found' | 'customer-not-found' | 'poe-not-found' | 'orchestration-not-found' | 'message-not-found' | 'dependency-unavailable' | 'claim-unreadable' | 'internal-error';

export type ClaimStatus = 'draft' | 'submitted' | 'approved' | 'declined' | 'expired' | 'withdrawn' | 'cancelled' | 'ended';

/** Who did it, by the name known at that moment. */
export type Actor = {
  /** On whose side; `system` is this service. */
  kind: 'partner' | 'customer' | 'system' | 'operator';
  /** Name of the person. */
  name?: string;
  /** Object ID of the signed-in user. */
  id?: string;
};

/** A location of the partner. */
export type PartnerLocation = {
  /** Partner ID of the location. */
  mpnId: string;
  /** Name of the location. */
  name: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
};

/** A claim in a list. */
export type ClaimSummary = {
  /** ID of the claim. */
  id: string;
  status: ClaimStatus;
  /** Why it has this status: the reason given, `no-answer`, `not-delivered`, `subscription-ended`, `superseded` (the customer approved another partner), `partner` or `customer`. */
  statusReason?: string;
  /** The same as a sentence. */
  statusReasonMessage?: string;
  /** Who closed the claim. */
  closedBy?: 'customer' | 'partner' | 'system' | 'operator';
  /** How the customer agreed. */
  consent?: 'explicit' | 'silence';
  /** The partner's name for the claim. */
  name?: string;
  /** The customer. */
  customer: {
    /** DNS name, in lower case. */
    domain: string;
    /** Entra tenant ID. */
    directoryId: string;
    /** Name of the organisation. */
    name?: string;
  };
  /** The partner's location. */
  partnerLocation: {
    /** Partner ID of the location. */
    mpnId: string;
    /** Name of the location. */
    name: string;
  };
  /** Code of the solution area. */
  solutionArea?: string;
  /** Codes of the activities. */
  activities: string[];
  /** Number of products. */
  products: number;
  /** Codes of the products. */
  productCodes: string[];
  /** Whether there are attentionReasons. */
  needsAction: boolean;
  /** Why the claim needs action now. */
  attentionReasons: AttentionReason[];
  /** Unread comments of operators; absent if there are none. */
  unreadComments?: number;
  /** Last moment for an answer, while the claim waits for one. */
  deadline?: string;
  /** RFC 3339, UTC. */
  createdAt: string;
  /** RFC 3339, UTC. */
  submittedAt?: string;
  /** When it stopped waiting for an answer. */
  closedAt?: string;
  /** When the approved association ended. */
  endedAt?: string;
  /** RFC 3339, UTC. */
  updatedAt: string;
};

/** One entry of a history. */
export type HistoryEntry = {
  /** Number of the entry, from 1. */
  sequence: number;
  /** RFC 3339, UTC. */
  at: string;
  actor: Actor;
  /** What happened, such as `submitted`; new kinds may come. */
  event: string;
  /** Status before; null for the first entry. */
  from: ClaimStatus | null;
  to: ClaimStatus;
  /** More about the event; members depend on it. */
  detail?: Record<string, unknown>;
  /** People were erased from it; its hash is that of the original entry. A later entry `contact-erased` has, in `detail.digests` by sequence, the SHA-256 of the JSON of what is left, with all members, sorted keys and no blanks. */
  erased?: true;
  /** Only operators see what it is. Its hash is that of the entry itself, so you can check its place, not its hash; `history/verification` checks both. */
  withheld?: true;
  /** Empty for the first entry. */
  previousHash: string;
  /** SHA-256, hex, over previousHash and the JSON of all other members with sorted keys and no blanks. */
  hash: string;
};

export type Customer = {
  /** DNS name, in lower case. */
  domain: string;
  /** Entra tenant ID. */
  directoryId: string;
  /** Name of the organisation. */
  name?: string;
  /** ISO 3166-1 alpha-2; its holidays are not business days. */
  country?: string;
  /** IANA name, where the partner gave one. */
  timeZone?: string;
  /** IANA name of the zone in which deadlines are computed: timeZone, else that of the country, else UTC. */
  deadlineTimeZone: string;
  /** Language of mails and pages; English without it. */
  language?: 'en' | 'de' | 'fr' | 'es' | 'ja' | 'pt-BR';
  /** Whether it is a public-sector body. */
  publicSector?: boolean;
  verification: Verification;
};

/** Whether domain and Directory ID belong together. */
export type Verification = {
  /** `unverifiable`: the directory service did not answer. */
  result: 'matched' | 'mismatched' | 'unknown-domain' | 'unverifiable';
  /** RFC 3339, UTC. */
  checkedAt: string;
  /** With `unknown-domain`: the registered domain above it, which belongs to the directory. */
  suggestedDomain?: string;
  /** The result as a sentence. */
  message: string;
};

export type ClaimProduct = {
  /** Code of a product in the catalogue. */
  code: string;
  /** One of the customer's subscriptions of it; for Dynamics 365 products. */
  subscriptionId?: string;
};

/** Only for the activity Revenue association. */
export type Revenue = {
  /** Name of the Dynamics solution seller. */
  dynamicsSolutionSellerName?: string;
  /** Name of the customer. */
  customerName?: string;
  /** Name of the ISV product or solution. */
  isvProductName?: string;
};

export type Contact = {
  /** Name of the person. */
  name?: string;
  /** Job title. */
  title?: string;
  /** E-mail address. */
  email?: string;
};

export type PartnerContact = {
  /** Name of the person. */
  name?: string;
  /** E-mail address. */
  email?: string;
};

export type Comment = {
  /** Number of the comment, from 1. */
  id: number;
  /** RFC 3339, UTC. */
  at: string;
  /** A partner, an operator, or the customer contact, who asked a question. */
  by: Actor;
  /** What was written. */
  text: string;
  /** Number of the comment, a question of the customer, that it is the reply to. */
  answers?: number;
};

/** The current request to the customer. Absent until the mail has been accepted. */
export type ApprovalRequest = {
  /** When the mail service accepted it; the window starts then. */
  sentAt: string;
  /** Address of the customer contact. */
  sentTo: string;
  /** Sender address. The customer's mail system has to accept it, with the subject. */
  sentFrom: string;
  /** Subject of the mail. */
  subject: string;
  /** Last moment for an answer. Under inquiry, and while a question waits for its reply, it does not run; a new one is set afterwards. */
  deadline: string;
  /** Business days by which operators extended it. */
  extendedBy?: number;
  /** The deadline as text, in the time zone of the customer. */
  deadlineInWords: string;
  /** Reminders of this request, in order. */
  reminders: {
    /** Number of the reminder, from 1. */
    number: number;
    /** RFC 3339, UTC. */
    dueAt: string;
    /** RFC 3339, UTC. */
    sentAt?: string;
    /** It was not sent: a later one was, or its address refuses mail or is the wrong one. */
    skipped?: true;
    /** It tells the customer of a later deadline. */
    extension?: true;
  }[];
  /** How far the mail got: accepted, or what the mail service reported. */
  delivery: 'accepted' | 'delivered' | 'bounced' | 'suppressed' | 'quarantined' | 'filtered' | 'failed';
  /** The same as a sentence. */
  deliveryMessage: string;
  /** RFC 3339, UTC. */
  attemptedAt?: string;
};

/** A mail other than the request that was not delivered. */
export type Undelivered = {
  /** Which mail it was. */
  mail: 'request' | 'reminder' | 'outcome' | 'receipt' | 'withdrawn' | 'not-the-right-person' | 'contact-changed' | 'ended' | 'delivery-failed' | 'draft-expiring' | 'comment' | 'subscription-ending' | 'takeover-requested' | 'malware-found' | 'expired' | 'deadline-near' | 'answer-code' | 'question' | 'question-unanswered' | 'reply' | 'no-reply' | 'inquiry-opened' | 'inquiry-released' | 'deadline-extended';
  /** Whose contact it went to. */
  to: 'customer' | 'partner';
  /** What the mail service reported. */
  delivery: 'accepted' | 'delivered' | 'bounced' | 'suppressed' | 'quarantined' | 'filtered' | 'failed';
  /** The same as a sentence. */
  deliveryMessage: string;
  /** RFC 3339, UTC. */
  attemptedAt: string;
};

export type Decision = {
  /** The customer's answer. */
  outcome: 'approved' | 'declined';
  /** RFC 3339, UTC. */
  decidedAt: string;
  /** The customer's reason. */
  reason?: string;
  /** What was proven: the customer typed a code from a mail to this address. */
  code?: {
    /** Address that the code was sent to. */
    sentTo: string;
    /** RFC 3339, UTC. */
    sentAt: string;
  };
};

/** A reply of a customer contact that is no decision. */
export type Concern = {
  /** What the contact chose. */
  kind: 'not-the-right-person' | 'not-expected';
  /** RFC 3339, UTC. */
  at: string;
  /** Address of the contact. */
  email: string;
  /** What the contact wrote, such as the name of the right person. */
  text?: string;
};

/** A flag that a person has to look at the claim. */
export type Attention = {
  /** Why, as a sentence. */
  reason: string;
  /** RFC 3339, UTC. */
  since: string;
  /** Who can resolve it. */
  needs: 'operations' | 'partner';
  /** The customer, a report on a mail, a malware scan, a stored file that has changed, or an operator. Absent: a step of the workflow failed. */
  raisedBy?: 'customer' | 'delivery' | 'scan' | 'storage' | 'operator';
  /** When the claim expires unless the partner asks another contact, or again. */
  expiresAt?: string;
};

/** A reason why the claim needs action now. */
export type AttentionReason = {
  /** The reason, from a closed list. */
  code: 'draft-unfinished' | 'malware-found' | 'file-not-checked' | 'request-not-delivered' | 'question-open' | 'wrong-person' | 'not-expected' | 'unread-comment' | 'takeover-requested' | 'association-ending' | 'needs-operations' | 'deadline-near';
  /** The reason as a sentence. */
  text: string;
  /** Until when something can be done about it. */
  dueAt?: string;
};

/** One of the five reasons for refusing proof, and its state. It never blocks. */
export type Readiness = {
  reason: 'missing-or-wrong-file' | 'no-customer-acknowledgment' | 'missing-or-old-dates' | 'service-not-described' | 'product-not-named';
  /** `check`: a person has to judge. */
  state: 'ok' | 'check' | 'missing';
  /** What to look at or do. */
  message: string;
};

/** Advice about the claim in its present status. What it can do now is in `allowedActions`. */
export type Hint = {
  /** The hint, from a closed list. Of a draft: `held-by-other-partner` (the customer decides whether you take over), `own-claim-stands` and `own-claim-ending` (a claim of yours for the same; see `claim`). */
  code: 'location-in-other-region' | 'held-by-other-partner' | 'own-claim-stands' | 'own-claim-ending' | 'locked' | 'figures-pending';
  /** The hint as a sentence. */
  message: string;
  /** The day from which it no longer applies. */
  until?: string;
  /** The claim of yours that the hint is about. */
  claim?: {
    /** ID of the claim. */
    claimId: string;
    /** Its address in this API. */
    href: string;
  };
};

/** A subscription of the customer, for a draft to choose. */
export type SubscriptionChoice = {
  /** ID of the subscription. */
  subscriptionId: string;
  /** Code in the catalogue. */
  product: string;
  /** Name of the product. */
  productName: string;
  /** State of the subscription. */
  state: 'active' | 'in-grace' | 'provisioning' | 'suspended' | 'ended';
  /** Whether this claim can choose it. */
  claimable: boolean;
  /** Why it cannot be claimed. */
  code?: ProblemCode;
  /** The same as a sentence. */
  message?: string;
};

export type ContactInput = {
  /** Name of the person. */
  name?: string | null;
  /** Job title. */
  title?: string | null;
  email?: string | null;
};

export type PartnerContactInput = {
  /** Name of the person. */
  name?: string | null;
  email?: string | null;
};

export type ProductInput = {
  /** Code of a product in the catalogue. */
  code: string;
  subscriptionId?: string | null;
};

/** One claim. */
export type Claim = {
  /** ID of the claim. */
  id: string;
  status: ClaimStatus;
  /** Why it has this status: the reason given, `no-answer`, `not-delivered`, `subscription-ended`, `superseded` (the customer approved another partner), `partner` or `customer`. */
  statusReason?: string;
  /** The same as a sentence. */
  statusReasonMessage?: string;
  /** Who closed the claim. */
  closedBy?: 'customer' | 'partner' | 'system' | 'operator';
  /** Who ended the approved association. */
  endedBy?: 'customer' | 'partner' | 'system' | 'operator';
  /** Last day of its subscriptions, once the partner has been notified. */
  subscriptionsEndOn?: string;
  /** How the customer agreed. */
  consent?: 'explicit' | 'silence';
  /** Version of the catalogue that it was created with and keeps. */
  catalogueVersion: string;
  /** The partner's name for the claim. A draft may lack it, like area and track. */
  name?: string;
  partnerLocation: PartnerLocation;
  customer: Customer;
  /** Code of the solution area. */
  solutionArea?: string;
  /** Code of the track. */
  track?: string;
  /** Codes of the activities. */
  activities: string[];
  /** What is claimed. */
  products: ClaimProduct[];
  revenue?: Revenue;
  customerContact?: {
    /** Name of the person. */
    name?: string;
    /** Job title. */
    title?: string;
    /** E-mail address. */
    email?: string;
    /** Why this person answers from an address that is not known as the customer's. */
    foreignDomainReason?: string;
  };
  /** Whose mailbox the customer contact has, by its domain: the customer's, the partner's, at a public mail host, or at another domain. Only the first can approve by silence; the last two need a reason. */
  contactMailbox?: 'customer' | 'partner' | 'public' | 'foreign';
  technicalContact?: Contact;
  partnerContact?: PartnerContact;
  /** The partner declines the incentive payment. */
  incentiveOptOut?: boolean;
  /** The public-sector customer has signed the disclosure. */
  disclosureSigned?: boolean;
  /** Files of the proof of execution. */
  poe: PoeFile[];
  /** Comments of partner and operators, and questions of the customer, oldest first. */
  comments: Comment[];
  /** Comments of operations that the partner has not marked as read. */
  unreadComments: number;
  /** Mails other than the request that were not delivered. */
  undelivered?: Undelivered[];
  /** How often the partner resent the request. */
  resends?: number;
  /** The claim that this one was copied from. */
  copiedFrom?: string;
  /** When the people at the customer were erased. */
  contactErasedAt?: string;
  /** What could not be copied. */
  leftOut?: FieldError[];
  request?: ApprovalRequest;
  /** Operators look at the request. Until they release it, no answer is taken and no time runs. */
  inquiry?: {
    /** RFC 3339, UTC. */
    since: string;
    /** The operator who opened it, or the customer who did not expect the request. */
    by: Actor;
    /** Why. */
    reason: string;
    /** When the request expires unless it is released. */
    until: string;
  };
  /** A question of the customer without a reply. A comment of the partner whose `answers` names it is the reply. */
  question?: {
    /** Number of the comment that is the question. */
    comment: number;
    /** RFC 3339, UTC. */
    askedAt: string;
    /** When the time to answer goes on without a reply. Absent: no pause, the time runs. */
    pausedUntil?: string;
  };
  decision?: Decision;
  /** Its approval ended the association of another partner. */
  tookOver?: true;
  /** What silence means. Fixed at submission, unless something since then keeps silence from approving. */
  onSilence?: 'expire' | 'approve';
  /** When it left `submitted`. */
  closedAt?: string;
  /** RFC 3339, UTC. */
  endedAt?: string;
  attention?: Attention;
  /** Replies of customer contacts that are no decision, oldest first. */
  concerns?: Concern[];
  /** When an untouched draft will be cancelled. Any change prevents it. */
  expiry?: {
    /** RFC 3339, UTC. */
    announcedAt: string;
    /** RFC 3339, UTC. */
    cancelAt: string;
  };
  /** RFC 3339, UTC. */
  createdAt: string;
  createdBy: Actor;
  /** RFC 3339, UTC. */
  submittedAt?: string;
  /** RFC 3339, UTC. */
  updatedAt: string;
  /** Whether the customer's subscriptions are known. */
  subscriptionsKnown: boolean;
  /** What applies to the claim: kept from its submission; for a draft, what would apply now. Where activities differ, the stricter one wins. */
  policy: {
    /** Business days that the customer has to answer. */
    windowBusinessDays: number;
    /** Business days of the window on which a reminder leaves. */
    reminderDays: number[];
    /** What no answer means. */
    onSilence: 'expire' | 'approve';
    /** Whether the claim's template, filled in, has to be among its files. */
    templateMandatory: boolean;
    /** Whether the customer types a code that is mailed to them before their answer is taken. */
    secondFactor: boolean;
  };
  /** How the proof looks, one line per reason for refusing it. */
  readiness: Readiness[];
  /** Advice; empty if there is none. */
  hints: Hint[];
  /** What the submission of a draft still needs; empty for all other claims. */
  missing: FieldError[];
  /** Why the claim needs action now; empty if it needs none. */
  attentionReasons: AttentionReason[];
  /** Of a draft: your open or approved claims that it would duplicate. */
  standing?: {
    /** ID of the claim. */
    claimId: string;
    /** Its address in this API. */
    href: string;
  }[];
  /** What the caller can do now; nothing for a Partner.Reader. */
  allowedActions: ('edit' | 'add-poe' | 'remove-poe' | 'comment' | 'cancel' | 'submit' | 'copy' | 'withdraw' | 'resend' | 'change-contact' | 'disassociate')[];
  /** All other actions, each with the reason for refusing it now. */
  notAllowed: ({
    /** The action. */
    action: 'edit' | 'add-poe' | 'remove-poe' | 'comment' | 'cancel' | 'submit' | 'copy' | 'withdraw' | 'resend' | 'change-contact' | 'disassociate';
    code: ProblemCode;
    /** The reason as a sentence. */
    text: string;
  })[];
  /** When a resend is possible, while it is one of the actions. */
  resendFrom?: string;
};

export type ClaimPage = {
  /** The claims of this page. */
  value: ClaimSummary[];
  /** The next page; absent on the last one. */
  nextLink?: string;
};

/** The partner's claims, counted. */
export type ClaimCounts = {
  /** Number of claims by status. */
  byStatus: Record<string, number>;
  /** Claims for which needsAction is true. */
  needsAction: number;
};

/** The mail that asks the customer for approval. */
export type RequestPreview = {
  /** Subject of the mail. */
  subject: string;
  /** A whole document; show it in a frame of its own, sandboxed. */
  html: string;
  /** The text part of the mail. */
  text: string;
};

export type History = {
  /** Oldest first. */
  value: HistoryEntry[];
};

/** What a check of a history found. */
export type HistoryVerification = {
  /** The chain holds, and nothing in the record differs from it. */
  intact: boolean;
  /** The chain of hashes. */
  chain: {
    /** Every entry fits the one before, and the last one is where the claim says it is. */
    holds: boolean;
    /** How many entries there are. */
    entries: number;
    /** The hash of the last entry, as the claim has it. */
    headHash: string;
    /** Number of the first entry that does not fit; beyond the last one if entries are missing. */
    firstBrokenEntry?: number;
    /** Entries from which people were erased. A later entry vouches for what is left of them. */
    erasedEntries: number;
  };
  /** What was submitted; absent for a claim that was not. */
  submission?: {
    /** Number of the `submitted` entry. */
    entry: number;
    /** The hash of the submission in that entry. */
    sha256: string;
    /** All parts together. */
    agreement: 'matches' | 'differs' | 'erased';
    /** Whether the record still has what was submitted, part by part. */
    parts: {
      /** The partner and its location. */
      partner: 'matches' | 'differs' | 'erased';
      /** The customer, without the contacts. */
      customer: 'matches' | 'differs' | 'erased';
      /** What is claimed: activities, products, revenue data. */
      products: 'matches' | 'differs' | 'erased';
      /** The contacts, as submitted or as changed last. */
      contacts: 'matches' | 'differs' | 'erased';
      /** Names, sizes and hashes of the files that were submitted. */
      proof: 'matches' | 'differs' | 'erased';
    };
  };
  /** Whether the comments are those that were written. */
  comments: {
    /** Comments with the text that was written. */
    matching: number;
    /** Comments with another text, or without an entry, and entries without their comment. */
    differing: number;
    /** Comments from which people were erased. */
    erased: number;
  };
};

/** A proof-of-execution file. */
export type PoeFile = {
  /** ID, unique within the claim. */
  fileId: string;
  /** As it is kept: see the parameter of the upload. */
  fileName: string;
  /** By the content of the file, whatever the upload said. */
  contentType: string;
  /** Bytes. */
  size: number;
  /** SHA-256 of the bytes, in hex. */
  sha256: string;
  /** The partner's note. */
  note?: string;
  /** Codes of the products that its text names; absent if the text was not read. */
  mentions?: string[];
  /** ID of the claim whose template the file was made from. */
  templateOf?: string;
  /** The template was uploaded without being filled in, and proves nothing. */
  blank?: true;
  /** When a scan found malware: the file can be neither downloaded nor submitted. */
  malwareFoundAt?: string;
  /** What the malware scan found: `pending` is being checked, `failed` could not be checked; neither can be downloaded, and the request leaves only without them. `accepted`: operators let it through unchecked. Absent with malware, and where the service awaits no scan. */
  scan?: 'pending' | 'clean' | 'failed' | 'accepted';
  /** When the scan, or an operator in its place, said so. */
  checkedAt?: string;
  /** RFC 3339, UTC. */
  uploadedAt: string;
  uploadedBy: Actor;
};

/** What can be claimed. */
export type Catalogue = {
  /** Name of the version. */
  version: string;
  /** First day of the version. */
  validFrom: string;
  /** First day of the next version; null for the current one. */
  validTo: string | null;
  /** Areas with their tracks and activities. */
  solutionAreas: ({
    /** Code in the catalogue. */
    code: string;
    /** Name for people. */
    name: string;
    /** What is claimed. */
    unit: 'subscription' | 'workload';
    /** The tracks of the area. */
    tracks: ({
      /** Code in the catalogue. */
      code: string;
      /** Name for people. */
      name: string;
      /** Whether one claim may combine several activities. */
      severalActivities: boolean;
      /** The activities of the track. */
      activities: ({
        /** Code in the catalogue. */
        code: 'presales' | 'usage' | 'revenue' | 'm365_usage';
        /** Name for people. */
        name: string;
        /** Microsoft's later name, for help texts. */
        name2023: string;
        /** A product of a customer has one partner of record for all activities of a family. */
        family: string;
        /** Whether it can earn an incentive payment. */
        incentive: boolean;
        /** What is asked of partner and customer. */
        policy: {
          /** Business days that the customer has to answer. */
          windowBusinessDays: number;
          /** Business days of the window on which a reminder leaves. */
          reminderDays: number[];
          /** What no answer means. */
          onSilence: 'expire' | 'approve';
          /** Whether the claim's template, filled in, has to be among its files. */
          templateMandatory: boolean;
          /** Whether the customer types a code that is mailed to them before their answer is taken. */
          secondFactor: boolean;
        };
        /** A claim for it may decline the payment. */
        incentiveOptOut?: true;
        /** Members of `revenue` that it requires. */
        extraFields: ('dynamicsSolutionSellerName' | 'customerName' | 'isvProductName')[];
        /** Codes of the products that can be claimed for it. */
        products: string[];
      })[];
    })[];
  })[];
  /** All products of the version. */
  products: {
    /** Code in the catalogue. */
    code: string;
    /** Name for people. */
    name: string;
    /** A customer with several subscriptions of it must name one. */
    dynamics365: boolean;
    /** First day of its name, if it had others before. */
    nameSince?: string;
    /** Its former names, by which it is found as well; the latest first. */
    formerNames?: {
      /** The former name. */
      name: string;
      /** First day of the name, if known. */
      from?: string;
      /** First day of the next name. */
      to: string;
    }[];
  }[];
  rules: {
    /** Age in months that the customer's signature may have at submission. */
    acknowledgmentMonths: number;
    /** Countries in which a public-sector customer has to sign a disclosure; there it is asked for. */
    disclosureIn: string[];
  };
  /** All versions, oldest first. */
  versions: ({
    /** Name of the version. */
    version: string;
    /** First day of the version. */
    validFrom: string;
    /** First day of the next version; null for the current one. */
    validTo: string | null;
  })[];
  /** Limits of proof of execution. */
  poe: {
    /** Files of one claim. */
    maxFiles: number;
    /** Bytes of one file. */
    maxBytes: number;
    /** Accepted extensions, without the dot. */
    extensions: string[];
  };
};

/** The partner that the caller belongs to, and the caller. */
export type Partner = {
  /** Directory (tenant) ID of the partner. */
  partnerId: string;
  /** Name of the partner. */
  name: string;
  /** All locations of the partner. */
  locations: {
    /** Partner ID of the location. */
    mpnId: string;
    /** Name of the location. */
    name: string;
    /** ISO 3166-1 alpha-2. */
    country: string;
    /** New claims can choose active locations only. */
    active: boolean;
  }[];
  /** The caller. */
  user: {
    /** Name of the caller. */
    name: string;
    /** E-mail address of the caller. */
    email: string;
    /** App roles of the caller. */
    roles: ('Partner.Admin' | 'Partner.Reader' | 'Operator' | 'Reviewer')[];
  };
};

/** Whether a domain and a Directory ID belong together. */
export type CustomerCheck = {
  /** DNS name, in lower case. */
  domain: string;
  directoryId: string;
  /** `unverifiable`: the directory service did not answer. */
  result: 'matched' | 'mismatched' | 'unknown-domain' | 'unverifiable';
  /** RFC 3339, UTC. */
  checkedAt: string;
  /** With `unknown-domain`: the registered domain above it, which belongs to the directory. */
  suggestedDomain?: string;
  /** The result as a sentence. */
  message: string;
};

export type SubscriptionChoices = {
  /** Whether the customer's subscriptions are known. If not, any subscription ID is accepted. */
  known: boolean;
  /** The subscriptions. */
  value: SubscriptionChoice[];
};

export type InFlightClaims = {
  value: ({
    claimId: string;
    partnerId: string;
    /** Name of the partner. */
    partnerName?: string;
    /** Name of the customer. */
    customerName?: string;
    /** RFC 3339, UTC: when the step is overdue. Empty in the list of failed claims. */
    dueAt: string;
    /** How often the reconciler has checked it. */
    attempts: number;
    /** What the reconciler found last. Empty before its first check, and in the list of failed claims. */
    finding: string;
    /** Why the claim waits, is stuck or has failed. */
    reason: string;
    status?: ClaimStatus;
    /** What a redrive does now. */
    redrive?: {
      /** The effect. */
      does: 'nothing' | 'clear-flag' | 'wake' | 'start' | 'leave-suspended';
      /** The effect as a sentence. */
      words: string;
    };
  })[];
  /** The next page; absent on the last. */
  nextLink?: string;
};

export type FoundClaims = {
  value: {
    id: string;
    status: ClaimStatus;
    name?: string;
    partnerId: string;
    partnerName: string;
    /** Its domain where the name is not known. */
    customerName: string;
    /** RFC 3339, UTC. */
    createdAt: string;
    /** RFC 3339, UTC. */
    updatedAt: string;
  }[];
  /** There are more than these: another word narrows them. */
  more: boolean;
};

export type RedrivenClaims = {
  value: ({
    claimId: string;
    outcome: 'redriven' | ProblemCode;
    status?: ClaimStatus;
  })[];
  /** What to send as `after` to go on; absent at the end. */
  next?: string;
};

export type HeldClaim = {
  id: string;
  status: ClaimStatus;
  /** Legal hold: exempt from purge and erasure. */
  hold?: {
    /** RFC 3339, UTC. */
    since: string;
    by: Actor;
    /** The reason that the operator gave. */
    reason: string;
  };
};

export type ErasedClaim = {
  id: string;
  status: ClaimStatus;
  /** Absent if there was no one to erase. */
  contactErasedAt?: string;
};

export type OperatorClaimView = {
  claim: Claim;
  partnerId: string;
  partnerName: string;
  orchestration: 'missing' | 'running' | 'suspended' | 'ended';
  /** What a redrive does now. */
  redrive: {
    /** The effect. */
    does: 'nothing' | 'clear-flag' | 'wake' | 'start' | 'leave-suspended';
    /** The effect as a sentence. */
    words: string;
  };
  /** Legal hold: exempt from purge and erasure. */
  hold?: {
    /** RFC 3339, UTC. */
    since: string;
    by: Actor;
    /** The reason that the operator gave. */
    reason: string;
  };
  /** What operators did with it, and why. */
  operatorActions: HistoryEntry[];
};

export type Orchestration = {
  instanceId: string;
  runtimeStatus: string;
  /** RFC 3339, UTC. */
  createdAt: string;
  /** RFC 3339, UTC. */
  lastUpdatedAt: string;
  steps: ({
    /** When it ended or arrived; if it is still running, when it began. */
    at: string;
    /** Kind of step. */
    kind: 'started' | 'activity' | 'timer' | 'event' | 'ended' | 'other';
    /** Name of the activity or event. */
    name: string;
    /** How far the step got. */
    outcome: 'done' | 'failed' | 'under-way';
    /** RFC 3339, UTC. */
    scheduledAt?: string;
    /** RFC 3339, UTC. */
    dueAt?: string;
  })[];
};

export type LedgerRows = {
  value: ({
    /** What the row is for: `step`, `draft` and `subscriptions` say when the reconciler looks at the claim; `asking` and `holding` which claims ask for the same, and which of them is approved. */
    kind: 'step' | 'draft' | 'subscriptions' | 'files' | 'attention' | 'unverified' | 'asking' | 'holding' | 'reservation' | 'retention';
    /** Row key in storage. */
    key: string;
    /** When the reconciler looks at the claim. */
    dueAt?: string;
    /** How often it has looked. */
    attempts?: number;
    /** What it found last; empty before it has looked. */
    finding?: string;
    /** Why the claim needs attention. */
    reason?: string;
    /** Directory ID of the customer, product, and activity with the subscription or `-`; of `asking` and `holding` the family of activities. */
    about?: string;
    /** All claims that have reserved this, or that ask for it. */
    claimIds?: string[];
    /** The claims that have taken this, of whichever partner, and when they did. */
    holders?: {
      claimId: string;
      partnerName?: string;
      /** RFC 3339, UTC. */
      takenAt?: string;
    }[];
    /** How the claim ended. */
    status?: ClaimStatus;
    /** When its retention began. */
    since?: string;
  })[];
};

export type Overview = {
  /** RFC 3339, UTC. */
  at: string;
  /** Claims for which something remains to be done, by status. */
  inFlight: {
    status: ClaimStatus;
    /** Number of claims. */
    claims: number;
  }[];
  /** Submission of the oldest claim that waits for its customer. */
  oldestWaitingSince?: string;
  /** The first claim of each list of claims in flight. */
  oldest: {
    waiting?: {
      claimId: string;
      /** When a waiting claim was submitted, or when the step of another is due. Absent for a claim that needs attention. */
      at?: string;
    };
    due?: {
      claimId: string;
      /** When a waiting claim was submitted, or when the step of another is due. Absent for a claim that needs attention. */
      at?: string;
    };
    stuck?: {
      claimId: string;
      /** When a waiting claim was submitted, or when the step of another is due. Absent for a claim that needs attention. */
      at?: string;
    };
    attention?: {
      claimId: string;
      /** When a waiting claim was submitted, or when the step of another is due. Absent for a claim that needs attention. */
      at?: string;
    };
  };
  /** Claims with a step due within a day. */
  dueWithinDay: number;
  /** Claims with an overdue step. */
  stuck: number;
  /** Claims that need attention, by reason. */
  attention: {
    reason: string;
    claims: number;
  }[];
  /** Claims whose customer could not be verified. */
  unverifiedCustomers: number;
  /** Mails that were not delivered within the last day, counted up to 1,000. */
  mailFailures: number;
  /** Messages in the poison queue: they could not be handled. */
  poisonMessages: number;
  lastRun?: {
    /** RFC 3339, UTC. */
    at: string;
    /** Duration in ms. */
    tookMs: number;
    /** Number of claims by finding. */
    findings: Record<string, number>;
  };
  /** The same, a sentence each. */
  words: string[];
};

export type Throughput = {
  /** RFC 3339, UTC. */
  at: string;
  /** Whether all claims are counted: there is a limit to how many are read. */
  complete: boolean;
  /** Days in UTC, oldest first; the last is today. */
  days: {
    day: string;
    /** Claims that were submitted. */
    submitted: number;
    /** Claims that the customer or the end of the window approved, whatever became of them. */
    approved: number;
    /** Claims that the customer declined. */
    declined: number;
    /** Claims that were closed because no answer came. */
    expired: number;
    /** Claims that the partner withdrew. */
    withdrawn: number;
    /** Claims that the customer approved or declined. */
    answered: number;
    /** Median time from submission to these answers. Absent without any. */
    medianSeconds?: number;
    /** The longest such time. */
    longestSeconds?: number;
  }[];
  total: {
    /** Claims that were submitted. */
    submitted: number;
    /** Claims that the customer or the end of the window approved, whatever became of them. */
    approved: number;
    /** Claims that the customer declined. */
    declined: number;
    /** Claims that were closed because no answer came. */
    expired: number;
    /** Claims that the partner withdrew. */
    withdrawn: number;
    /** Claims that the customer approved or declined. */
    answered: number;
    /** Median time from submission to these answers. Absent without any. */
    medianSeconds?: number;
    /** The longest such time. */
    longestSeconds?: number;
  };
};

export type ReconcilerRuns = {
  last?: {
    /** RFC 3339, UTC. */
    at: string;
    /** Duration in ms. */
    tookMs: number;
    /** Number of claims by finding. */
    findings: Record<string, number>;
  };
  value: {
    /** RFC 3339, UTC. */
    at: string;
    /** Duration in ms. */
    tookMs: number;
    /** Number of claims by finding. */
    findings: Record<string, number>;
  }[];
};

export type OperatorActions = {
  value: ({
    /** RFC 3339, UTC. */
    at: string;
    by: Actor;
    /** What was done. */
    action: 'redrive-all' | 'replay-message' | 'discard-message';
    /** What it was done to. */
    subject: string;
    /** The reason that the operator gave. */
    reason: string;
    /** Absent while it is running, or if it was interrupted. */
    outcome?: 'done' | 'message-not-found';
  })[];
  /** The next page; absent on the last. */
  nextLink?: string;
};

export type MailFailures = {
  value: ({
    /** When the mail service last tried. */
    at: string;
    partnerId: string;
    claimId: string;
    /** Which mail it was. */
    mail: 'request' | 'reminder' | 'outcome' | 'receipt' | 'withdrawn' | 'not-the-right-person' | 'contact-changed' | 'ended' | 'delivery-failed' | 'draft-expiring' | 'comment' | 'subscription-ending' | 'takeover-requested' | 'malware-found' | 'expired' | 'deadline-near' | 'answer-code' | 'question' | 'question-unanswered' | 'reply' | 'no-reply' | 'inquiry-opened' | 'inquiry-released' | 'deadline-extended';
    /** Whose contact it went to. */
    to: 'customer' | 'partner';
    /** What the mail service reported. */
    delivery: 'accepted' | 'delivered' | 'bounced' | 'suppressed' | 'quarantined' | 'filtered' | 'failed';
  })[];
  /** The next page; absent on the last. */
  nextLink?: string;
};

export type PoisonMessages = {
  value: {
    /** ID of the message. */
    messageId: string;
    /** When it was moved to the poison queue. */
    movedAt: string;
    /** The first 4,000 characters; of e-mail addresses only the domain. */
    text: string;
    /** How the app reads each event in it. */
    readAs: string[];
  }[];
  /** Approximate number of messages. */
  count: number;
};

export type UnverifiedCustomers = {
  value: ({
    claimId: string;
    partnerId: string;
    /** Name of the partner. */
    partnerName: string;
    /** Name of the customer. */
    customerName: string;
    status: ClaimStatus;
    /** Domain of the customer. */
    domain: string;
    /** Entra tenant ID of the customer. */
    directoryId: string;
    /** `unverifiable`: the directory service did not answer. */
    result: 'matched' | 'mismatched' | 'unknown-domain' | 'unverifiable';
    /** RFC 3339, UTC. */
    checkedAt: string;
  })[];
};

export type RedrivenClaim = {
  id: string;
  status: ClaimStatus;
};

export type OperatedClaim = {
  id: string;
  status: ClaimStatus;
  /** Operators look at the request. Until they release it, no answer is taken and no time runs. */
  inquiry?: {
    /** RFC 3339, UTC. */
    since: string;
    /** The operator who opened it, or the customer who did not expect the request. */
    by: Actor;
    /** Why. */
    reason: string;
    /** When the request expires unless it is released. */
    until: string;
  };
  /** When the time to answer ends; absent in a pause. */
  deadline?: string;
};

export type OperatorComment = {
  id: string;
  status: ClaimStatus;
  comment: Comment;
};

export type VerifiedCustomer = {
  id: string;
  status: ClaimStatus;
  /** `unverifiable`: the directory service did not answer. */
  result: 'matched' | 'mismatched' | 'unknown-domain' | 'unverifiable';
  /** RFC 3339, UTC. */
  checkedAt: string;
  /** With `unknown-domain`: the registered domain above it, which belongs to the directory. */
  suggestedDomain?: string;
  /** The result as a sentence. */
  message: string;
};

export type StoredPartner = {
  /** Directory (tenant) ID of the partner. */
  partnerId: string;
  /** Name of the partner. */
  name: string;
  /** All locations of the partner. */
  locations: {
    /** Partner ID of the location. */
    mpnId: string;
    /** Name of the location. */
    name: string;
    /** ISO 3166-1 alpha-2. */
    country: string;
    /** New claims can choose active locations only. */
    active: boolean;
  }[];
};

export type StoredCustomer = {
  /** Entra tenant ID of the customer. */
  directoryId: string;
  /** Name of the customer. */
  name: string;
  /** Domain of the customer. */
  domain: string;
  subscriptions: ({
    /** ID of the subscription. */
    subscriptionId: string;
    /** Code of a product in the catalogue, or `other`. */
    product: string;
    /** State of the subscription. */
    state: 'active' | 'in-grace' | 'provisioning' | 'suspended' | 'ended';
    /** How the customer bought it. */
    channel?: 'volume-licensing' | 'web-direct' | 'csp';
    /** Its last day. */
    endsOn?: string;
  })[];
};

export type LoadedCustomer = {
  /** Entra tenant ID of the customer. */
  directoryId: string;
  /** Name of the customer. */
  name: string;
  /** Domain of the customer. */
  domain: string;
  subscriptions: ({
    /** ID of the subscription. */
    subscriptionId: string;
    /** Code of a product in the catalogue, or `other`. */
    product: string;
    /** State of the subscription. */
    state: 'active' | 'in-grace' | 'provisioning' | 'suspended' | 'ended';
    /** How the customer bought it. */
    channel?: 'volume-licensing' | 'web-direct' | 'csp';
    /** Its last day. */
    endsOn?: string;
  })[];
  /** What was guessed of a CSV file, such as a product by its name. Absent if nothing was. */
  notes?: {
    /** The cell, such as rows.2.product. */
    path: string;
    message: string;
  }[];
};

export type ProblemKind = {
  /** The address of this answer, as a problem names it. */
  type: string;
  code: ProblemCode;
  /** HTTP status of a refusal with this code. */
  status: number;
  /** What the code means. */
  title: string;
};

export type Liveness = {
  status: 'live';
};

export type ServiceReadiness = {
  status: 'ready' | 'not-ready';
  checks: {
    /** What was checked. */
    name: string;
    /** Whether it answers. */
    ok: boolean;
  }[];
};

export type OpenApi = {
  openapi: string;
  info: Record<string, unknown>;
  paths: Record<string, unknown>;
};

export type CheckCustomerRequest = {
  /** A domain name. It is taken out of a web address or an e-mail address; stored in lower case, international names as xn--. */
  domain: string;
  /** A GUID. Braces, quotes, blanks and other dashes are taken; stored in lower case with hyphens. */
  directoryId: string;
};

export type CreateDraftRequest = {
  /** One of your active locations. */
  partnerLocation: {
    /** A number of 5 to 10 digits. Blanks and separators are taken; stored as digits. */
    mpnId: string;
  };
  customer: {
    /** A domain name. It is taken out of a web address or an e-mail address; stored in lower case, international names as xn--. */
    domain: string;
    /** A GUID. Braces, quotes, blanks and other dashes are taken; stored in lower case with hyphens. */
    directoryId: string;
    /** Name of the organisation. */
    name?: string | null;
    /** ISO 3166-1 alpha-2, in any case; its holidays are not business days. */
    country?: string | null;
    /** IANA or Windows name, for deadlines; else that of the country, or UTC. */
    timeZone?: string | null;
    /** Language of mails and pages, by any near tag; English without it. */
    language?: string | null;
    /** Whether it is a public-sector body. */
    publicSector?: boolean | null;
  };
  /** Your name for the claim. */
  name?: string | null;
  /** Code of the solution area. */
  solutionArea?: string | null;
  /** Code of the track. */
  track?: string | null;
  /** Codes of the activities. */
  activities?: string[];
  /** What is claimed. */
  products?: ProductInput[];
  /** Only for the activity Revenue association. */
  revenue?: {
    /** Name of the Dynamics solution seller. */
    dynamicsSolutionSellerName?: string | null;
    /** Name of the customer. */
    customerName?: string | null;
    /** Name of the ISV product or solution. */
    isvProductName?: string | null;
  } | null;
  /** The person at the customer who approves or declines. */
  customerContact?: {
    /** Name of the person. */
    name?: string | null;
    /** Job title. */
    title?: string | null;
    email?: string | null;
    foreignDomainReason?: string | null;
  } | null;
  /** A person at the customer for technical questions. */
  technicalContact?: ContactInput | null;
  /** The person at your company to whom the customer can reply. */
  partnerContact?: PartnerContactInput | null;
  /** Decline the incentive payment. */
  incentiveOptOut?: boolean;
  /** The public-sector customer has signed the disclosure. */
  disclosureSigned?: boolean;
};

export type EditDraftRequest = {
  /** One of your active locations. */
  partnerLocation?: {
    /** A number of 5 to 10 digits. Blanks and separators are taken; stored as digits. */
    mpnId: string;
  };
  customer?: {
    /** A domain name. It is taken out of a web address or an e-mail address; stored in lower case, international names as xn--. */
    domain?: string;
    /** A GUID. Braces, quotes, blanks and other dashes are taken; stored in lower case with hyphens. */
    directoryId?: string;
    /** Name of the organisation. */
    name?: string | null;
    /** ISO 3166-1 alpha-2, in any case; its holidays are not business days. */
    country?: string | null;
    /** IANA or Windows name, for deadlines; else that of the country, or UTC. */
    timeZone?: string | null;
    /** Language of mails and pages, by any near tag; English without it. */
    language?: string | null;
    /** Whether it is a public-sector body. */
    publicSector?: boolean | null;
  };
  /** Your name for the claim. */
  name?: string | null;
  /** Code of the solution area. */
  solutionArea?: string | null;
  /** Code of the track. */
  track?: string | null;
  /** Codes of the activities. */
  activities?: string[];
  /** What is claimed. */
  products?: ProductInput[];
  /** Only for the activity Revenue association. */
  revenue?: {
    /** Name of the Dynamics solution seller. */
    dynamicsSolutionSellerName?: string | null;
    /** Name of the customer. */
    customerName?: string | null;
    /** Name of the ISV product or solution. */
    isvProductName?: string | null;
  } | null;
  /** The person at the customer who approves or declines. */
  customerContact?: {
    /** Name of the person. */
    name?: string | null;
    /** Job title. */
    title?: string | null;
    email?: string | null;
    foreignDomainReason?: string | null;
  } | null;
  /** A person at the customer for technical questions. */
  technicalContact?: ContactInput | null;
  /** The person at your company to whom the customer can reply. */
  partnerContact?: PartnerContactInput | null;
  /** Decline the incentive payment. */
  incentiveOptOut?: boolean;
  /** The public-sector customer has signed the disclosure. */
  disclosureSigned?: boolean;
};

export type AddCommentRequest = {
  /** The comment. */
  text: string;
  /** Makes the comment the reply to the open question, and sends it to the customer: the value of `question.comment`. Absent: the customer never sees the comment. */
  answers?: number;
};

export type NotePoeRequest = {
  /** Your note on the file; null removes it. */
  note: string | null;
};

export type SubmitClaimRequest = {
  acknowledged: boolean;
};

export type WithdrawClaimRequest = {
  /** Why; it is recorded in the history. */
  reason: string;
};

export type ResendRequestRequest = Record<string, never>;

export type ChangeCustomerContactRequest = {
  /** Name of the person. */
  name: string;
  /** Job title. */
  title: string;
  /** An e-mail address, also as `Name <name@contoso.com>` or mailto: link. Stored bare, an international domain as xn--. */
  email: string;
  foreignDomainReason?: string | null;
};

export type DisassociateRequest = {
  /** Why; it is recorded in the history. */
  reason: string;
};

export type RedriveAllRequest = {
  state: 'stuck' | 'attention';
  matching?: string;
  /** Why; it is recorded in the history. */
  reason: string;
  after?: string;
};

export type SearchByContactRequest = {
  /** An e-mail address, also as `Name <name@contoso.com>` or mailto: link. Stored bare, an international domain as xn--. */
  email: string;
};

export type RedriveClaimRequest = {
  /** Why; it is recorded in the history. */
  reason: string;
};

export type CommentAsOperatorRequest = {
  /** The comment; the partner gets it by mail as well. */
  text: string;
};

export type StopRequestRequest = {
  /** Why; the partner and the customer read it, and the history keeps it. */
  reason: string;
};

export type EndAssociationRequest = {
  /** Why; the partner and the customer read it, and the history keeps it. */
  reason: string;
};

export type OpenInquiryRequest = {
  /** Why; it is recorded in the history. */
  reason: string;
};

export type ReleaseInquiryRequest = {
  /** Why; it is recorded in the history. */
  reason: string;
};

export type ExtendDeadlineRequest = {
  /** Business days after the present deadline; 20 at most for one request. */
  businessDays: number;
  /** Why; it is recorded in the history. */
  reason: string;
};

export type AcceptPoeRequest = {
  /** ID of the file. */
  fileId: string;
  /** Why; it is recorded in the history. */
  reason: string;
};

export type ResumeOrchestrationRequest = {
  /** Why; it is recorded in the history. */
  reason: string;
};

export type RestartOrchestrationRequest = {
  /** Why; it is recorded in the history. */
  reason: string;
};

export type HoldClaimRequest = {
  /** Whether the claim is on hold from now on. */
  held: boolean;
  /** Why; it is recorded in the history. */
  reason: string;
};

export type EraseContactRequest = {
  /** Why; it is recorded in the history. */
  reason: string;
};

export type ReplayMessageRequest = {
  /** Why; it is recorded in the history. */
  reason: string;
};

export type DiscardMessageRequest = {
  /** Why; it is recorded in the history. */
  reason: string;
};

export type PutPartnerRequest = {
  name: string;
  locations: {
    /** A number of 5 to 10 digits. Blanks and separators are taken; stored as digits. */
    mpnId: string;
    /** Name of the location. */
    name: string;
    /** ISO 3166-1 alpha-2. */
    country: string;
    /** New claims can choose active locations only. */
    active: boolean;
  }[];
};

export type PutSubscriptionsRequest = {
  name: string;
  /** A domain name. It is taken out of a web address or an e-mail address; stored in lower case, international names as xn--. */
  domain: string;
  subscriptions: ({
    /** A GUID. Braces, quotes, blanks and other dashes are taken; stored in lower case with hyphens. */
    subscriptionId: string;
    product: string;
    state: 'active' | 'in-grace' | 'provisioning' | 'suspended' | 'ended';
    channel?: 'volume-licensing' | 'web-direct' | 'csp';
    endsOn?: string;
  })[];
};

export type VerifyCustomerRequest = {
  /** Why; it is recorded in the history. */
  reason: string;
};

/** Every operation, by operationId: what it takes, what it answers, and the codes of its refusals. */
export type Operations = {
  /** What can be claimed, and which files prove it. */
  readCatalogue: {
    input: {
      query?: {
        /** A version of `versions`; the one that new claims are made with when it is not given. */
        version?: undefined | string;
      };
      signal?: AbortSignal;
    };
    answer: Catalogue;
    problem:
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'invalid-query'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing';
  };
  /** The caller's partner, its locations, and the caller's roles. */
  readPartner: {
    input: {
      signal?: AbortSignal;
    };
    answer: Partner;
    problem:
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing'
      | 'unknown-partner';
  };
  /** Do a domain and a Directory ID belong together? */
  checkCustomer: {
    input: {
      body: CheckCustomerRequest;
      signal?: AbortSignal;
    };
    answer: CustomerCheck;
    problem:
      | 'body-too-large'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'invalid-domain'
      | 'invalid-guid'
      | 'invalid-utf8'
      | 'malformed-json'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'unknown-field'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** One claim. With If-None-Match and `wait`, as soon as it changes or one of its files has been checked. */
  readClaim: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      query?: {
        /** Seconds to wait for a change when If-None-Match names the present version; 304 when there was none. Without If-None-Match the answer comes at once. */
        wait?: undefined | number;
      };
      signal?: AbortSignal;
    };
    answer: Claim;
    problem:
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'invalid-query'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing'
      | 'too-many-waiting';
  };
  /** Change a draft by a JSON merge patch (RFC 7396). */
  editDraft: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      body: EditDraftRequest;
      ifMatch: string;
      signal?: AbortSignal;
    };
    answer: Claim;
    problem:
      | 'action-not-allowed'
      | 'body-too-large'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'duplicate'
      | 'etag-stale'
      | 'field-not-for-activity'
      | 'if-match-required'
      | 'inactive-location'
      | 'internal-error'
      | 'invalid-characters'
      | 'invalid-domain'
      | 'invalid-email'
      | 'invalid-guid'
      | 'invalid-utf8'
      | 'invalid-value'
      | 'malformed-json'
      | 'product-of-other-activity'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'single-activity'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'too-many-changes'
      | 'too-short'
      | 'unknown-activity'
      | 'unknown-field'
      | 'unknown-location'
      | 'unknown-partner'
      | 'unknown-product'
      | 'unknown-solution-area'
      | 'unknown-track'
      | 'unsendable-email'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** Cancel a draft. */
  cancelDraft: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      ifMatch: string;
      signal?: AbortSignal;
    };
    answer: undefined;
    problem:
      | 'action-not-allowed'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'etag-stale'
      | 'if-match-required'
      | 'internal-error'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing'
      | 'too-many-changes';
  };
  /** The Dynamics 365 subscriptions from which a draft may choose. */
  listSubscriptions: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      query?: {
        /** Only those of this product. */
        product?: undefined | string;
      };
      signal?: AbortSignal;
    };
    answer: SubscriptionChoices;
    problem:
      | 'action-not-allowed'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'customer-not-matched'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'invalid-query'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing';
  };
  /** All history entries, oldest first; each hash covers the one before. What only operators see is withheld. */
  readHistory: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      signal?: AbortSignal;
    };
    answer: History;
    problem:
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing';
  };
  /** Does the history hold, and does the record still say what was submitted and written? */
  verifyHistory: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      signal?: AbortSignal;
    };
    answer: HistoryVerification;
    problem:
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing'
      | 'too-many-changes';
  };
  /** The certificate of a decided claim: what was submitted and decided, with hashes. Anyone can verify it. */
  readCertificate: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      query?: {
        /** Language of the text; that of the customer when it is not given. */
        language?: undefined | 'en' | 'de' | 'fr' | 'es' | 'ja' | 'pt-BR';
      };
      signal?: AbortSignal;
    };
    download: 'application/pdf';
    problem:
      | 'action-not-allowed'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'history-broken'
      | 'internal-error'
      | 'invalid-query'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing'
      | 'too-many-changes';
  };
  /** The partner's claims. With `Accept: text/csv` all of the list as CSV, whatever `top` says. What is added or changed while you page is not shown twice, and hides nothing else. */
  listClaims: {
    input: {
      query?: {
        /** One or more of draft, submitted, approved, declined, expired, withdrawn, cancelled, ended; repeated or with commas for any of several. */
        status?: undefined | ('draft' | 'submitted' | 'approved' | 'declined' | 'expired' | 'withdrawn' | 'cancelled' | 'ended')[];
        /** Code of a solution area; repeated or with commas for any of several. */
        solutionArea?: undefined | string[];
        /** MPN ID of a partner location; repeated or with commas for any of several. */
        location?: undefined | string[];
        /** Code of an activity; repeated or with commas for any of several. */
        activity?: undefined | string[];
        /** Code of a product; repeated or with commas for any of several. */
        product?: undefined | string[];
        /** Created at or after: RFC 3339, or a day such as 2026-11-20 in UTC; it counts too. */
        createdFrom?: undefined | string;
        /** Created at or before: RFC 3339, or a day such as 2026-11-20 in UTC; it counts too. */
        createdTo?: undefined | string;
        /** Waits for an answer until this or later: RFC 3339, or a day such as 2026-11-20 in UTC; it counts too. */
        deadlineFrom?: undefined | string;
        /** Waits for an answer until this or earlier: RFC 3339, or a day such as 2026-11-20 in UTC; it counts too. */
        deadlineTo?: undefined | string;
        /** Words, each of which begins a word of the claim name, the customer name or the domain (the first eight are searched), or of a present or former name of a product; or a claim ID. */
        q?: undefined | string;
        /** `true` for claims with attentionReasons: drafts, and claims that wait for more than the customer. */
        needsAction?: undefined | boolean;
        /** Who closed the claim: one of customer, partner, system, operator. For system, time ran out or the subscriptions ended. */
        closedBy?: undefined | 'customer' | 'partner' | 'system' | 'operator';
        /** `newest` (created last; the default), `changed` (changed last), `deadline` (soonest; only claims that wait for an answer). */
        sort?: undefined | 'newest' | 'changed' | 'deadline';
        /** Claims a page, 1 to 100 (25). A page may be shorter, even empty, and have a nextLink: go on until there is none. */
        top?: undefined | number;
        /** Where the page before ended; part of nextLink, and good only for the same list. */
        after?: undefined | string;
      };
      signal?: AbortSignal;
    };
    answer: ClaimPage;
    download: 'text/csv';
    problem:
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'invalid-query'
      | 'not-acceptable'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing';
  };
  /** Create a draft with location and customer, and whatever else is known. */
  createDraft: {
    input: {
      body: CreateDraftRequest;
      idempotencyKey?: string;
      signal?: AbortSignal;
    };
    answer: Claim;
    problem:
      | 'body-too-large'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'duplicate'
      | 'field-not-for-activity'
      | 'idempotency-key-reused'
      | 'inactive-location'
      | 'internal-error'
      | 'invalid-characters'
      | 'invalid-domain'
      | 'invalid-email'
      | 'invalid-guid'
      | 'invalid-idempotency-key'
      | 'invalid-utf8'
      | 'invalid-value'
      | 'malformed-json'
      | 'product-of-other-activity'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'single-activity'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'too-short'
      | 'unknown-activity'
      | 'unknown-field'
      | 'unknown-location'
      | 'unknown-partner'
      | 'unknown-product'
      | 'unknown-solution-area'
      | 'unknown-track'
      | 'unsendable-email'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** How many claims the partner has by status, and how many need action: those of the list's needsAction. */
  countClaims: {
    input: {
      signal?: AbortSignal;
    };
    answer: ClaimCounts;
    problem:
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing';
  };
  /** Add a comment to a claim. With `answers` it is the reply to the open question of the customer, who gets it by mail, and the time to answer goes on. It is refused with `action-not-allowed` if that question is not open. */
  addComment: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      body: AddCommentRequest;
      ifMatch?: string;
      idempotencyKey?: string;
      signal?: AbortSignal;
    };
    answer: Claim;
    problem:
      | 'action-not-allowed'
      | 'body-too-large'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'etag-stale'
      | 'idempotency-key-reused'
      | 'internal-error'
      | 'invalid-characters'
      | 'invalid-idempotency-key'
      | 'invalid-utf8'
      | 'malformed-json'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'too-many-changes'
      | 'too-many-comments'
      | 'too-short'
      | 'unknown-field'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** Add a proof-of-execution file to a draft, to a claim that waits for its customer, or to an approved one. */
  addPoe: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      query: {
        /** Name of the file, with its extension. It is kept without its folder, with _ for what no system takes, and in at most 150 characters; the answer has it. */
        fileName: string;
        /** What to say about the file. */
        note?: undefined | string;
      };
      body: FileBody;
      ifMatch?: string;
      idempotencyKey?: string;
      signal?: AbortSignal;
    };
    answer: PoeFile;
    problem:
      | 'action-not-allowed'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'etag-stale'
      | 'idempotency-key-reused'
      | 'internal-error'
      | 'invalid-characters'
      | 'invalid-file-name'
      | 'invalid-idempotency-key'
      | 'invalid-query'
      | 'poe-active-content'
      | 'poe-duplicate'
      | 'poe-empty'
      | 'poe-protected'
      | 'poe-too-large'
      | 'poe-too-many'
      | 'poe-type-mismatch'
      | 'poe-type-not-allowed'
      | 'required'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'too-many-changes'
      | 'too-short'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete';
  };
  /** Download a file, or a part of it. */
  readPoe: {
    input: {
      path: {
        /** The claim. */
        id: string;
        /** The file. */
        fileId: string;
      };
      range?: string;
      ifRange?: string;
      signal?: AbortSignal;
    };
    download: '*/*';
    problem:
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'poe-altered'
      | 'poe-being-checked'
      | 'poe-malicious'
      | 'poe-not-checked'
      | 'poe-not-found'
      | 'range-not-satisfiable'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing';
  };
  /** Remove a file from a draft. */
  removePoe: {
    input: {
      path: {
        /** The claim. */
        id: string;
        /** The file. */
        fileId: string;
      };
      ifMatch?: string;
      signal?: AbortSignal;
    };
    answer: undefined;
    problem:
      | 'action-not-allowed'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'etag-stale'
      | 'internal-error'
      | 'poe-not-found'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing'
      | 'too-many-changes';
  };
  /** Put other bytes in the place of a file of a draft. */
  replacePoe: {
    input: {
      path: {
        /** The claim. */
        id: string;
        /** The file. */
        fileId: string;
      };
      query: {
        /** Name of the file, with its extension. It is kept without its folder, with _ for what no system takes, and in at most 150 characters; the answer has it. */
        fileName: string;
        /** A new note; the old one stays without it. */
        note?: undefined | string;
      };
      body: FileBody;
      ifMatch?: string;
      signal?: AbortSignal;
    };
    answer: PoeFile;
    problem:
      | 'action-not-allowed'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'etag-stale'
      | 'internal-error'
      | 'invalid-characters'
      | 'invalid-file-name'
      | 'invalid-query'
      | 'poe-active-content'
      | 'poe-duplicate'
      | 'poe-empty'
      | 'poe-not-found'
      | 'poe-protected'
      | 'poe-too-large'
      | 'poe-too-many'
      | 'poe-type-mismatch'
      | 'poe-type-not-allowed'
      | 'required'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'too-many-changes'
      | 'too-short'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete';
  };
  /** Set or remove the note of a file of a draft. */
  notePoe: {
    input: {
      path: {
        /** The claim. */
        id: string;
        /** The file. */
        fileId: string;
      };
      body: NotePoeRequest;
      ifMatch?: string;
      signal?: AbortSignal;
    };
    answer: PoeFile;
    problem:
      | 'action-not-allowed'
      | 'body-too-large'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'etag-stale'
      | 'internal-error'
      | 'invalid-characters'
      | 'invalid-utf8'
      | 'malformed-json'
      | 'poe-not-found'
      | 'poe-too-many'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'too-many-changes'
      | 'too-short'
      | 'unknown-field'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** The template for proof of execution, filled in from the claim. */
  readPoeTemplate: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      signal?: AbortSignal;
    };
    download: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    problem:
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing';
  };
  /** The mail that asks the customer for approval, in the language of the customer and with no link in it. */
  previewRequest: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      signal?: AbortSignal;
    };
    answer: RequestPreview;
    problem:
      | 'action-not-allowed'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing';
  };
  /** Lock the claim and ask the customer for approval. */
  submitClaim: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      body: SubmitClaimRequest;
      ifMatch?: string;
      idempotencyKey?: string;
      signal?: AbortSignal;
    };
    answer: Claim;
    problem:
      | 'acknowledgement-required'
      | 'action-not-allowed'
      | 'body-too-large'
      | 'claim-incomplete'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'customer-mismatched'
      | 'dependency-unavailable'
      | 'duplicate-claim'
      | 'etag-stale'
      | 'idempotency-key-reused'
      | 'internal-error'
      | 'invalid-idempotency-key'
      | 'invalid-utf8'
      | 'malformed-json'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'token-invalid'
      | 'token-missing'
      | 'too-many-changes'
      | 'unknown-field'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** Take a submitted claim back. */
  withdrawClaim: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      body: WithdrawClaimRequest;
      ifMatch?: string;
      idempotencyKey?: string;
      signal?: AbortSignal;
    };
    answer: Claim;
    problem:
      | 'action-not-allowed'
      | 'body-too-large'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'etag-stale'
      | 'idempotency-key-reused'
      | 'internal-error'
      | 'invalid-characters'
      | 'invalid-idempotency-key'
      | 'invalid-utf8'
      | 'malformed-json'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'too-many-changes'
      | 'too-short'
      | 'unknown-field'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** Ask the customer again, with a new link and a new window; at most 3 times, 15 minutes apart. */
  resendRequest: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      body: ResendRequestRequest;
      ifMatch?: string;
      idempotencyKey?: string;
      signal?: AbortSignal;
    };
    answer: Claim;
    problem:
      | 'action-not-allowed'
      | 'body-too-large'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'etag-stale'
      | 'idempotency-key-reused'
      | 'internal-error'
      | 'invalid-idempotency-key'
      | 'invalid-utf8'
      | 'malformed-json'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'token-invalid'
      | 'token-missing'
      | 'too-many-changes'
      | 'too-many-resends'
      | 'too-soon'
      | 'under-inquiry'
      | 'unknown-field'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** Ask another contact of the customer: the link of the former one dies. The same address under another name is not asked again; one that was asked before counts as a resend. */
  changeCustomerContact: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      body: ChangeCustomerContactRequest;
      ifMatch?: string;
      idempotencyKey?: string;
      signal?: AbortSignal;
    };
    answer: Claim;
    problem:
      | 'action-not-allowed'
      | 'body-too-large'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'contact-is-partner'
      | 'dependency-unavailable'
      | 'etag-stale'
      | 'foreign-contact-refused'
      | 'foreign-domain-reason-required'
      | 'idempotency-key-reused'
      | 'internal-error'
      | 'invalid-characters'
      | 'invalid-email'
      | 'invalid-idempotency-key'
      | 'invalid-utf8'
      | 'malformed-json'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'too-many-changes'
      | 'too-many-resends'
      | 'too-short'
      | 'too-soon'
      | 'under-inquiry'
      | 'unknown-field'
      | 'unsendable-email'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** End an approved association. */
  disassociate: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      body: DisassociateRequest;
      ifMatch?: string;
      idempotencyKey?: string;
      signal?: AbortSignal;
    };
    answer: Claim;
    problem:
      | 'action-not-allowed'
      | 'body-too-large'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'etag-stale'
      | 'idempotency-key-reused'
      | 'internal-error'
      | 'invalid-characters'
      | 'invalid-idempotency-key'
      | 'invalid-utf8'
      | 'malformed-json'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'too-many-changes'
      | 'too-short'
      | 'unknown-field'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** Mark as read what the partner was told: comments of operations, and that other partners ask for the same. */
  readComments: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      signal?: AbortSignal;
    };
    answer: Claim;
    problem:
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing'
      | 'too-many-changes';
  };
  /** Make a new draft of any claim, with its proof, and without its comments and decision. */
  copyClaim: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      idempotencyKey?: string;
      signal?: AbortSignal;
    };
    answer: Claim;
    problem:
      | 'action-not-allowed'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'idempotency-key-reused'
      | 'internal-error'
      | 'invalid-idempotency-key'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing'
      | 'unknown-partner';
  };
  /** How the service is doing, in figures and in words: claims that wait, are overdue or need attention; mails and messages that failed. */
  overview: {
    input: {
      signal?: AbortSignal;
    };
    answer: Overview;
    problem:
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing';
  };
  /** Claims submitted and closed on each of the last 14 days, and how long customers took to decide, over all partners. */
  measureThroughput: {
    input: {
      signal?: AbortSignal;
    };
    answer: Throughput;
    problem:
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing';
  };
  /** The last run of the reconciler, and the last ones that found something. */
  listReconcilerRuns: {
    input: {
      signal?: AbortSignal;
    };
    answer: ReconcilerRuns;
    problem:
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing';
  };
  /** What operators did that is not about one claim: who, what and why. The rest is in the histories of claims. */
  listOperatorActions: {
    input: {
      query?: {
        /** Actions a page, 1 to 100 (50). */
        top?: undefined | number;
        /** Where the page before ended; part of nextLink. */
        after?: undefined | string;
      };
      signal?: AbortSignal;
    };
    answer: OperatorActions;
    problem:
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'invalid-query'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing';
  };
  /** Mails that did not arrive in the last 30 days, whatever was done about them since. */
  listMailFailures: {
    input: {
      query?: {
        /** Mails a page, 1 to 100 (50). */
        top?: undefined | number;
        /** Where the page before ended; part of nextLink. */
        after?: undefined | string;
      };
      signal?: AbortSignal;
    };
    answer: MailFailures;
    problem:
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'invalid-query'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing';
  };
  /** List claims in flight for all partners. Stuck and failed claims include what a redrive would do. */
  listInFlight: {
    input: {
      query?: {
        /** Which claims; all that wait or are stuck without it. */
        state?: undefined | 'waiting' | 'due' | 'stuck' | 'attention';
        /** Claims a page, 1 to 200 (100). */
        top?: undefined | number;
        /** Where the page before ended; part of nextLink. */
        after?: undefined | string;
      };
      signal?: AbortSignal;
    };
    answer: InFlightClaims;
    problem:
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'invalid-query'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing';
  };
  /** Redrive the claims that are stuck or failed, or those of them whose reason has a text, up to 50 a call. */
  redriveAll: {
    input: {
      body: RedriveAllRequest;
      signal?: AbortSignal;
    };
    answer: RedrivenClaims;
    problem:
      | 'body-too-large'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'invalid-characters'
      | 'invalid-query'
      | 'invalid-utf8'
      | 'invalid-value'
      | 'malformed-json'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'too-short'
      | 'unknown-field'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** Find claims of all partners, in flight or not. */
  searchClaims: {
    input: {
      query?: {
        /** A claim ID, or the beginnings of words in the name of the partner, the customer, its domain or the claim. No e-mail address. */
        q?: undefined | string;
      };
      signal?: AbortSignal;
    };
    answer: FoundClaims;
    problem:
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'invalid-query'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing';
  };
  /** Find the claims of all partners whose customer contact has an address. It is in the body, since URLs are logged. */
  searchByContact: {
    input: {
      body: SearchByContactRequest;
      signal?: AbortSignal;
    };
    answer: FoundClaims;
    problem:
      | 'body-too-large'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'invalid-email'
      | 'invalid-utf8'
      | 'malformed-json'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'unknown-field'
      | 'unsendable-email'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** One claim of whichever partner, how its orchestration is, what a redrive would do, and what operators did. */
  readClaimForOperators: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      signal?: AbortSignal;
    };
    answer: OperatorClaimView;
    problem:
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing';
  };
  /** The history of a claim of whichever partner, oldest first; each hash covers the one before. */
  readHistoryForOperators: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      signal?: AbortSignal;
    };
    answer: History;
    problem:
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing';
  };
  /** Does the history of a claim of whichever partner hold, and does the record agree with it? */
  verifyHistoryForOperators: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      signal?: AbortSignal;
    };
    answer: HistoryVerification;
    problem:
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing'
      | 'too-many-changes';
  };
  /** The orchestration of a claim, with its steps and their times. */
  readOrchestration: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      signal?: AbortSignal;
    };
    answer: Orchestration;
    problem:
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'orchestration-not-found'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing';
  };
  /** What the in-flight ledger holds of a claim: what is due when, who needs to look, what it has reserved. */
  readLedgerOfClaim: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      signal?: AbortSignal;
    };
    answer: LedgerRows;
    problem:
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing';
  };
  /** Bring the orchestration of a claim back, or clear the mark on a claim of which nothing remains to be done. */
  redriveClaim: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      body: RedriveClaimRequest;
      signal?: AbortSignal;
    };
    answer: RedrivenClaim;
    problem:
      | 'action-not-allowed'
      | 'body-too-large'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'invalid-characters'
      | 'invalid-utf8'
      | 'malformed-json'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'too-many-changes'
      | 'too-short'
      | 'unknown-field'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** Write to the partner about a claim that was not cancelled: a comment on the claim, and a mail. */
  commentAsOperator: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      body: CommentAsOperatorRequest;
      idempotencyKey?: string;
      signal?: AbortSignal;
    };
    answer: OperatorComment;
    problem:
      | 'action-not-allowed'
      | 'body-too-large'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'idempotency-key-reused'
      | 'internal-error'
      | 'invalid-characters'
      | 'invalid-idempotency-key'
      | 'invalid-utf8'
      | 'malformed-json'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'too-many-changes'
      | 'too-many-comments'
      | 'too-short'
      | 'unknown-field'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** Stop a request that waits for the customer: the claim is withdrawn, its link dies, both sides get a mail. */
  stopRequest: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      body: StopRequestRequest;
      idempotencyKey?: string;
      signal?: AbortSignal;
    };
    answer: OperatedClaim;
    problem:
      | 'action-not-allowed'
      | 'body-too-large'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'idempotency-key-reused'
      | 'internal-error'
      | 'invalid-characters'
      | 'invalid-idempotency-key'
      | 'invalid-utf8'
      | 'malformed-json'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'too-many-changes'
      | 'too-short'
      | 'unknown-field'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** End an approved association; both sides get a mail. */
  endAssociation: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      body: EndAssociationRequest;
      idempotencyKey?: string;
      signal?: AbortSignal;
    };
    answer: OperatedClaim;
    problem:
      | 'action-not-allowed'
      | 'body-too-large'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'idempotency-key-reused'
      | 'internal-error'
      | 'invalid-characters'
      | 'invalid-idempotency-key'
      | 'invalid-utf8'
      | 'malformed-json'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'too-many-changes'
      | 'too-short'
      | 'unknown-field'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** Put a request under inquiry: no answer is taken and its time stands still until it is released. After 30 days it expires. */
  openInquiry: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      body: OpenInquiryRequest;
      idempotencyKey?: string;
      signal?: AbortSignal;
    };
    answer: OperatedClaim;
    problem:
      | 'action-not-allowed'
      | 'body-too-large'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'idempotency-key-reused'
      | 'internal-error'
      | 'invalid-characters'
      | 'invalid-idempotency-key'
      | 'invalid-utf8'
      | 'malformed-json'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'too-many-changes'
      | 'too-short'
      | 'unknown-field'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** Release a request from its inquiry: the customer gets the business days back that were left, at least one. The deadline never outlives the link; refused where the link leaves no business day. */
  releaseInquiry: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      body: ReleaseInquiryRequest;
      idempotencyKey?: string;
      signal?: AbortSignal;
    };
    answer: OperatedClaim;
    problem:
      | 'action-not-allowed'
      | 'body-too-large'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'idempotency-key-reused'
      | 'internal-error'
      | 'invalid-characters'
      | 'invalid-idempotency-key'
      | 'invalid-utf8'
      | 'malformed-json'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'too-many-changes'
      | 'too-short'
      | 'unknown-field'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** Give the customer more business days to answer. Customer and partner get a mail with the new deadline. */
  extendDeadline: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      body: ExtendDeadlineRequest;
      idempotencyKey?: string;
      signal?: AbortSignal;
    };
    answer: OperatedClaim;
    problem:
      | 'action-not-allowed'
      | 'body-too-large'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'idempotency-key-reused'
      | 'internal-error'
      | 'invalid-characters'
      | 'invalid-idempotency-key'
      | 'invalid-utf8'
      | 'invalid-value'
      | 'malformed-json'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'too-many-changes'
      | 'too-short'
      | 'under-inquiry'
      | 'unknown-field'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** Let a file through that is still being checked for malware, or could not be: it is handed out, and the request leaves if it waited for it. */
  acceptPoe: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      body: AcceptPoeRequest;
      idempotencyKey?: string;
      signal?: AbortSignal;
    };
    answer: OperatedClaim;
    problem:
      | 'action-not-allowed'
      | 'body-too-large'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'idempotency-key-reused'
      | 'internal-error'
      | 'invalid-characters'
      | 'invalid-idempotency-key'
      | 'invalid-utf8'
      | 'malformed-json'
      | 'poe-malicious'
      | 'poe-not-found'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'too-many-changes'
      | 'too-short'
      | 'unknown-field'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** Let a suspended orchestration go on where it stopped. */
  resumeOrchestration: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      body: ResumeOrchestrationRequest;
      idempotencyKey?: string;
      signal?: AbortSignal;
    };
    answer: OperatedClaim;
    problem:
      | 'action-not-allowed'
      | 'body-too-large'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'idempotency-key-reused'
      | 'internal-error'
      | 'invalid-characters'
      | 'invalid-idempotency-key'
      | 'invalid-utf8'
      | 'malformed-json'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'too-many-changes'
      | 'too-short'
      | 'unknown-field'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** Start the orchestration of a claim from its record, where it is gone, has ended or is suspended. */
  restartOrchestration: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      body: RestartOrchestrationRequest;
      idempotencyKey?: string;
      signal?: AbortSignal;
    };
    answer: OperatedClaim;
    problem:
      | 'action-not-allowed'
      | 'body-too-large'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'idempotency-key-reused'
      | 'internal-error'
      | 'invalid-characters'
      | 'invalid-idempotency-key'
      | 'invalid-utf8'
      | 'malformed-json'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'too-many-changes'
      | 'too-short'
      | 'unknown-field'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** Download a file of a submitted claim of any partner. Each look is in the history of the claim. */
  reviewPoe: {
    input: {
      path: {
        /** The claim. */
        id: string;
        /** The file. */
        fileId: string;
      };
      signal?: AbortSignal;
    };
    download: '*/*';
    problem:
      | 'action-not-allowed'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'poe-altered'
      | 'poe-being-checked'
      | 'poe-malicious'
      | 'poe-not-checked'
      | 'poe-not-found'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing'
      | 'too-many-changes';
  };
  /** Put a claim on hold, so that it is neither purged nor erased, or release it. */
  holdClaim: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      body: HoldClaimRequest;
      signal?: AbortSignal;
    };
    answer: HeldClaim;
    problem:
      | 'body-too-large'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'invalid-characters'
      | 'invalid-utf8'
      | 'malformed-json'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'too-many-changes'
      | 'too-short'
      | 'unknown-field'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** Take the people at the customer out of a claim that is over, and keep the proof and the history. */
  eraseContact: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      body: EraseContactRequest;
      signal?: AbortSignal;
    };
    answer: ErasedClaim;
    problem:
      | 'action-not-allowed'
      | 'body-too-large'
      | 'claim-not-found'
      | 'claim-on-hold'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'invalid-characters'
      | 'invalid-utf8'
      | 'malformed-json'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'too-many-changes'
      | 'too-short'
      | 'unknown-field'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** Messages that could not be handled, with what the app makes of them. */
  listPoisonMessages: {
    input: {
      signal?: AbortSignal;
    };
    answer: PoisonMessages;
    problem:
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing';
  };
  /** Put a message back into its queue, to be handled again. */
  replayMessage: {
    input: {
      path: {
        /** The message. */
        messageId: string;
      };
      body: ReplayMessageRequest;
      signal?: AbortSignal;
    };
    answer: undefined;
    problem:
      | 'body-too-large'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'invalid-characters'
      | 'invalid-utf8'
      | 'malformed-json'
      | 'message-not-found'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'too-short'
      | 'unknown-field'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** Throw a message away. */
  discardMessage: {
    input: {
      path: {
        /** The message. */
        messageId: string;
      };
      body: DiscardMessageRequest;
      signal?: AbortSignal;
    };
    answer: undefined;
    problem:
      | 'body-too-large'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'invalid-characters'
      | 'invalid-utf8'
      | 'malformed-json'
      | 'message-not-found'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'too-short'
      | 'unknown-field'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** Load a partner with its locations. */
  putPartner: {
    input: {
      path: {
        /** The directory of the partner. */
        tenantId: string;
      };
      body: PutPartnerRequest;
      signal?: AbortSignal;
    };
    answer: StoredPartner;
    problem:
      | 'body-too-large'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'duplicate'
      | 'internal-error'
      | 'invalid-characters'
      | 'invalid-guid'
      | 'invalid-utf8'
      | 'invalid-value'
      | 'malformed-json'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'too-short'
      | 'unknown-field'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** A partner as it was loaded. */
  readStoredPartner: {
    input: {
      path: {
        /** The directory of the partner. */
        tenantId: string;
      };
      signal?: AbortSignal;
    };
    answer: StoredPartner;
    problem:
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'invalid-guid'
      | 'partner-not-found'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing';
  };
  /** Load the subscriptions of a customer, all or none: a 422 reports each row that is wrong. */
  putSubscriptions: {
    input: {
      path: {
        /** The directory of the customer. */
        directoryId: string;
      };
      query?: {
        /** With CSV: name of the customer; needed for one that is not known yet. */
        name?: undefined | string;
        /** With CSV: domain of the customer; needed for one that is not known yet. */
        domain?: undefined | string;
      };
      body: PutSubscriptionsRequest | Csv;
      signal?: AbortSignal;
    };
    answer: LoadedCustomer;
    problem:
      | 'body-too-large'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'duplicate'
      | 'internal-error'
      | 'invalid-characters'
      | 'invalid-domain'
      | 'invalid-guid'
      | 'invalid-query'
      | 'invalid-utf8'
      | 'invalid-value'
      | 'load-under-way'
      | 'malformed-csv'
      | 'malformed-json'
      | 'not-a-subscription-id'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'subscription-of-other-directory'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'too-short'
      | 'unknown-field'
      | 'unknown-product'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** A customer and its subscriptions, as they were loaded. */
  readStoredCustomer: {
    input: {
      path: {
        /** The directory of the customer. */
        directoryId: string;
      };
      signal?: AbortSignal;
    };
    answer: StoredCustomer;
    problem:
      | 'claim-unreadable'
      | 'customer-not-found'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'invalid-guid'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing';
  };
  /** Claims that were submitted while their customer could not be verified. */
  listUnverified: {
    input: {
      signal?: AbortSignal;
    };
    answer: UnverifiedCustomers;
    problem:
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'role-missing'
      | 'token-invalid'
      | 'token-missing';
  };
  /** Look the customer of such a claim up again. */
  verifyCustomer: {
    input: {
      path: {
        /** The claim. */
        id: string;
      };
      body: VerifyCustomerRequest;
      signal?: AbortSignal;
    };
    answer: VerifiedCustomer;
    problem:
      | 'body-too-large'
      | 'claim-not-found'
      | 'claim-unreadable'
      | 'dependency-unavailable'
      | 'internal-error'
      | 'invalid-characters'
      | 'invalid-utf8'
      | 'malformed-json'
      | 'required'
      | 'role-missing'
      | 'several-errors'
      | 'token-invalid'
      | 'token-missing'
      | 'too-long'
      | 'too-many-changes'
      | 'too-short'
      | 'unknown-field'
      | 'unsupported-content-coding'
      | 'unsupported-media-type'
      | 'upload-incomplete'
      | 'wrong-type';
  };
  /** The process answers. */
  live: {
    input: {
      signal?: AbortSignal;
    };
    answer: Liveness;
    problem:
      | 'claim-unreadable'
      | 'internal-error';
  };
  /** Everything that the app needs answers; 503 names what does not. */
  ready: {
    input: {
      signal?: AbortSignal;
    };
    answer: ServiceReadiness;
    problem:
      | 'claim-unreadable'
      | 'internal-error';
  };
  /** What a problem code means: the address that the `type` of a problem names. */
  readProblemKind: {
    input: {
      path: {
        /** The problem code. */
        code: 'malformed-json' | 'malformed-csv' | 'invalid-utf8' | 'body-too-large' | 'unsupported-media-type' | 'unsupported-content-coding' | 'not-acceptable' | 'invalid-query' | 'invalid-idempotency-key' | 'several-errors' | 'unknown-field' | 'required' | 'wrong-type' | 'too-long' | 'too-short' | 'invalid-value' | 'invalid-characters' | 'invalid-guid' | 'invalid-domain' | 'invalid-email' | 'unsendable-email' | 'duplicate' | 'unknown-solution-area' | 'unknown-track' | 'unknown-activity' | 'single-activity' | 'unknown-product' | 'product-of-other-activity' | 'field-not-for-activity' | 'unknown-location' | 'inactive-location' | 'unknown-partner' | 'unknown-subscription' | 'not-a-subscription-id' | 'subscription-of-other-directory' | 'subscription-of-other-product' | 'subscription-not-dynamics' | 'subscription-csp' | 'subscription-not-provisioned' | 'subscription-not-active' | 'subscription-already-claimed' | 'product-not-at-customer' | 'customer-not-matched' | 'claim-incomplete' | 'subscription-required' | 'disclosure-required' | 'poe-required' | 'template-required' | 'customer-mismatched' | 'customer-domain-unknown' | 'acknowledgement-required' | 'contact-is-partner' | 'foreign-domain-reason-required' | 'foreign-contact-refused' | 'poe-empty' | 'poe-duplicate' | 'poe-too-large' | 'poe-too-many' | 'poe-type-not-allowed' | 'poe-altered' | 'poe-malicious' | 'poe-being-checked' | 'poe-not-checked' | 'poe-protected' | 'poe-active-content' | 'poe-type-mismatch' | 'invalid-file-name' | 'range-not-satisfiable' | 'upload-incomplete' | 'action-not-allowed' | 'history-broken' | 'if-match-required' | 'etag-stale' | 'idempotency-key-reused' | 'too-many-changes' | 'duplicate-claim' | 'too-soon' | 'too-many-waiting' | 'under-inquiry' | 'too-many-resends' | 'too-many-comments' | 'load-under-way' | 'claim-on-hold' | 'token-missing' | 'token-invalid' | 'role-missing' | 'not-found' | 'method-not-allowed' | 'claim-not-found' | 'partner-not-found' | 'customer-not-found' | 'poe-not-found' | 'orchestration-not-found' | 'message-not-found' | 'dependency-unavailable' | 'claim-unreadable' | 'internal-error';
      };
      signal?: AbortSignal;
    };
    answer: ProblemKind;
    problem:
      | 'claim-unreadable'
      | 'internal-error'
      | 'not-found';
  };
  /** This document. */
  openApi: {
    input: {
      signal?: AbortSignal;
    };
    answer: OpenApi;
    problem:
      | 'claim-unreadable'
      | 'internal-error';
  };
};

/** Where each operation is. `also`: a status besides success that has the answer of success. */
export const operations: Record<keyof Operations, { method: string; path: string; also?: number }> = {
  readCatalogue: { method: 'GET', path: '/api/catalogue' },
  readPartner: { method: 'GET', path: '/api/partner' },
  checkCustomer: { method: 'POST', path: '/api/customer-checks' },
  readClaim: { method: 'GET', path: '/api/claims/{id}' },
  editDraft: { method: 'PATCH', path: '/api/claims/{id}' },
  cancelDraft: { method: 'DELETE', path: '/api/claims/{id}' },
  listSubscriptions: { method: 'GET', path: '/api/claims/{id}/subscriptions' },
  readHistory: { method: 'GET', path: '/api/claims/{id}/history' },
  verifyHistory: { method: 'GET', path: '/api/claims/{id}/history/verification' },
  readCertificate: { method: 'GET', path: '/api/claims/{id}/certificate' },
  listClaims: { method: 'GET', path: '/api/claims' },
  createDraft: { method: 'POST', path: '/api/claims' },
  countClaims: { method: 'GET', path: '/api/claims/counts' },
  addComment: { method: 'POST', path: '/api/claims/{id}/comments' },
  addPoe: { method: 'POST', path: '/api/claims/{id}/poe' },
  readPoe: { method: 'GET', path: '/api/claims/{id}/poe/{fileId}' },
  removePoe: { method: 'DELETE', path: '/api/claims/{id}/poe/{fileId}' },
  replacePoe: { method: 'PUT', path: '/api/claims/{id}/poe/{fileId}' },
  notePoe: { method: 'PATCH', path: '/api/claims/{id}/poe/{fileId}' },
  readPoeTemplate: { method: 'GET', path: '/api/claims/{id}/poe-template' },
  previewRequest: { method: 'GET', path: '/api/claims/{id}/request-preview' },
  submitClaim: { method: 'POST', path: '/api/claims/{id}/submit' },
  withdrawClaim: { method: 'POST', path: '/api/claims/{id}/withdraw' },
  resendRequest: { method: 'POST', path: '/api/claims/{id}/resend' },
  changeCustomerContact: { method: 'POST', path: '/api/claims/{id}/customer-contact' },
  disassociate: { method: 'POST', path: '/api/claims/{id}/disassociate' },
  readComments: { method: 'POST', path: '/api/claims/{id}/comments/read' },
  copyClaim: { method: 'POST', path: '/api/claims/{id}/copy' },
  overview: { method: 'GET', path: '/api/operations/overview' },
  measureThroughput: { method: 'GET', path: '/api/operations/throughput' },
  listReconcilerRuns: { method: 'GET', path: '/api/operations/reconciler-runs' },
  listOperatorActions: { method: 'GET', path: '/api/operations/actions' },
  listMailFailures: { method: 'GET', path: '/api/operations/mail-failures' },
  listInFlight: { method: 'GET', path: '/api/operations/claims' },
  redriveAll: { method: 'POST', path: '/api/operations/redrive' },
  searchClaims: { method: 'GET', path: '/api/operations/search' },
  searchByContact: { method: 'POST', path: '/api/operations/contact-searches' },
  readClaimForOperators: { method: 'GET', path: '/api/operations/claims/{id}' },
  readHistoryForOperators: { method: 'GET', path: '/api/operations/claims/{id}/history' },
  verifyHistoryForOperators: { method: 'GET', path: '/api/operations/claims/{id}/history/verification' },
  readOrchestration: { method: 'GET', path: '/api/operations/claims/{id}/orchestration' },
  readLedgerOfClaim: { method: 'GET', path: '/api/operations/claims/{id}/ledger' },
  redriveClaim: { method: 'POST', path: '/api/operations/claims/{id}/redrive' },
  commentAsOperator: { method: 'POST', path: '/api/operations/claims/{id}/comments' },
  stopRequest: { method: 'POST', path: '/api/operations/claims/{id}/stop' },
  endAssociation: { method: 'POST', path: '/api/operations/claims/{id}/end' },
  openInquiry: { method: 'POST', path: '/api/operations/claims/{id}/inquiry' },
  releaseInquiry: { method: 'POST', path: '/api/operations/claims/{id}/inquiry/release' },
  extendDeadline: { method: 'POST', path: '/api/operations/claims/{id}/extend-deadline' },
  acceptPoe: { method: 'POST', path: '/api/operations/claims/{id}/accept-poe' },
  resumeOrchestration: { method: 'POST', path: '/api/operations/claims/{id}/orchestration/resume' },
  restartOrchestration: { method: 'POST', path: '/api/operations/claims/{id}/orchestration/restart' },
  reviewPoe: { method: 'GET', path: '/api/operations/claims/{id}/poe/{fileId}' },
  holdClaim: { method: 'PUT', path: '/api/operations/claims/{id}/hold' },
  eraseContact: { method: 'POST', path: '/api/operations/claims/{id}/erase-contact' },
  listPoisonMessages: { method: 'GET', path: '/api/operations/poison-messages' },
  replayMessage: { method: 'POST', path: '/api/operations/poison-messages/{messageId}/replay' },
  discardMessage: { method: 'POST', path: '/api/operations/poison-messages/{messageId}/discard' },
  putPartner: { method: 'PUT', path: '/api/operations/partners/{tenantId}' },
  readStoredPartner: { method: 'GET', path: '/api/operations/partners/{tenantId}' },
  putSubscriptions: { method: 'PUT', path: '/api/operations/customers/{directoryId}/subscriptions' },
  readStoredCustomer: { method: 'GET', path: '/api/operations/customers/{directoryId}/subscriptions' },
  listUnverified: { method: 'GET', path: '/api/operations/unverified-customers' },
  verifyCustomer: { method: 'POST', path: '/api/operations/claims/{id}/verify-customer' },
  live: { method: 'GET', path: '/api/health/live' },
  ready: { method: 'GET', path: '/api/health/ready', also: 503 },
  readProblemKind: { method: 'GET', path: '/api/problems/{code}' },
  openApi: { method: 'GET', path: '/api/openapi.json' },
};
