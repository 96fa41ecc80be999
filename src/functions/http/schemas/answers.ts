import { claim, claimCounts, claimPage, history, requestPreview } from './claim.ts';
import { poeFile } from './claim-parts.ts';
import { historyVerification } from './history-verification.ts';
import * as operations from './operations.ts';
import * as reference from './reference.ts';

/** What the API answers with, by the name that a route and the OpenAPI document have for it. */
export const answerSchemas = {
  Claim: claim,
  ClaimPage: claimPage,
  ClaimCounts: claimCounts,
  RequestPreview: requestPreview,
  History: history,
  HistoryVerification: historyVerification,
  PoeFile: poeFile,
  Catalogue: reference.catalogue,
  Partner: reference.partner,
  CustomerCheck: reference.customerCheck,
  SubscriptionChoices: reference.subscriptionChoices,
  InFlightClaims: operations.inFlightClaims,
  FoundClaims: operations.foundClaims,
  RedrivenClaims: operations.redrivenClaims,
  HeldClaim: operations.heldClaim,
  ErasedClaim: operations.erasedClaim,
  OperatorClaimView: operations.operatorClaimView,
  Orchestration: operations.orchestration,
  LedgerRows: operations.ledgerRows,
  Overview: operations.overview,
  Throughput: operations.throughput,
  ReconcilerRuns: operations.reconcilerRuns,
  OperatorActions: operations.operatorActions,
  MailFailures: operations.mailFailures,
  PoisonMessages: operations.poisonMessages,
  UnverifiedCustomers: operations.unverifiedCustomers,
  RedrivenClaim: operations.redrivenClaim,
  OperatedClaim: operations.operatedClaim,
  OperatorComment: operations.operatorComment,
  VerifiedCustomer: operations.verifiedCustomer,
  StoredPartner: reference.storedPartner,
  StoredCustomer: operations.storedCustomer,
  LoadedCustomer: operations.loadedCustomer,
  ProblemKind: operations.problemKind,
  Liveness: operations.liveness,
  ServiceReadiness: operations.readinessOfService,
  OpenApi: operations.openApi,
};

export type AnswerName = keyof typeof answerSchemas;
