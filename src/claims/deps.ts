import type { ClaimRef } from '../domain/claim.ts';
import type { ForeignContactPolicy } from '../domain/customer/mailbox.ts';
import type { DraftPolicy } from '../domain/draft-expiry.ts';
import type { RandomBytes } from '../domain/ids.ts';
import type { OrchestrationSteps } from '../domain/orchestration-steps.ts';
import type { PoeLimits } from '../domain/proof/poe-rules.ts';
import type { OrchestrationState } from '../domain/redrive.ts';
import type { Holidays } from '../domain/request/policy.ts';
import type { ClaimPolicy } from '../domain/request/policy-shape.ts';
import type { RetentionDays } from '../domain/retention/retention.ts';
import type { Service } from '../domain/service.ts';
import type { AnswerCodes } from '../identity/answer-codes.ts';
import type { CertificateSeal } from '../identity/certificate-seal.ts';
import type { CustomerDirectories } from '../identity/customer-directory.ts';
import type { DecisionLinks } from '../identity/decision-links.ts';
import type { MailSender } from '../mail/sender.ts';
import type { ClaimStore } from '../storage/claims/claim-store.ts';
import type { Ledger } from '../storage/ledger/ledger.ts';
import type { createClaimCounts } from '../storage/lists/claim-counts.ts';
import type { ClaimList } from '../storage/lists/claim-list.ts';
import type { createClaimsOfContact } from '../storage/lists/claims-of-contact.ts';
import type { MailFailures } from '../storage/mail-failures.ts';
import type { OperationsLog } from '../storage/operations-log.ts';
import type { PoeStore } from '../storage/poe-store.ts';
import type { PoisonQueue } from '../storage/poison-queue.ts';
import type { ReferenceStore } from '../storage/reference-store.ts';
import type { Log } from '../telemetry/log.ts';

/** What the operations work with. Only the clock and the source of randomness are abstract. */
export type Deps = {
  claims: ClaimStore;
  list: ClaimList;
  claimsOfContact: ReturnType<typeof createClaimsOfContact>;
  counts: ReturnType<typeof createClaimCounts>;
  ledger: Ledger;
  reference: ReferenceStore;
  poe: PoeStore;
  poison: PoisonQueue;
  operationsLog: OperationsLog;
  mailFailures: MailFailures;
  links: DecisionLinks;
  answerCodes: AnswerCodes;
  certificateSeal: CertificateSeal;
  /** The folder with the fonts of certificates. */
  certificateFonts: URL;
  /** Where people and programs reach the app: what links in answers begin with. */
  publicUrl: string;
  directories: CustomerDirectories;
  mail: MailSender;
  /** Who customers read stands behind mails and pages. */
  service: Service;
  /** Address of operations: replies to their comments go there. */
  operationsContact: string | undefined;
  /** What applies to claims where the catalogue says nothing else: read it through `policyOf`. */
  policy: ClaimPolicy;
  /** Days without business, by country. */
  holidays: Holidays;
  /** What happens to customer contacts whose mailbox is not known to be the customer's. */
  foreignContacts: ForeignContactPolicy;
  /** Whether a request is under inquiry once its customer did not expect it. */
  inquiryOnNotExpected: boolean;
  drafts: DraftPolicy;
  /** Days before the end of its subscriptions on which a claim's partner is told. */
  subscriptionNoticeDays: number;
  retentionDays: RetentionDays;
  limits: PoeLimits;
  /** Whether an uploaded file has to be found clean before anyone gets it. */
  awaitsScan: boolean;
  /** Seconds that a step may be overdue before the reconciler steps in. */
  graceSeconds: number;
  now: () => Date;
  random: RandomBytes;
  log: Log;
};

/** The orchestration of a claim, as the operations see it. Its instance ID is the claim's ID. */
export type Workflow = {
  start: (ref: ClaimRef) => Promise<void>;
  /** Wakes the orchestration so that it looks at the record. It may be lost: the record is the truth. */
  nudge: (claimId: string) => Promise<void>;
  /** The claim that an orchestration was started for; undefined when there is none. */
  refOf: (claimId: string) => Promise<ClaimRef | undefined>;
  state: (claimId: string) => Promise<OrchestrationState>;
  /** Lets a suspended orchestration go on. */
  resume: (claimId: string) => Promise<void>;
  /** Ends an orchestration where it stands; that it has ended shows in its state a little later. */
  terminate: (claimId: string) => Promise<void>;
  /** What the orchestration did until now; undefined when there is none. */
  steps: (claimId: string) => Promise<OrchestrationSteps | undefined>;
  /** Removes what the engine knows of an orchestration that has ended; none is no error. */
  purge: (claimId: string) => Promise<void>;
};
