import { randomBytes } from 'node:crypto';
import { app } from '@azure/functions';
import type { TokenCredential } from '@azure/identity';
import type { Deps } from './claims/deps.ts';
import { registerCertificates } from './functions/certificates/register.ts';
import { registerDecision } from './functions/decision/register.ts';
import { registerExplanation } from './functions/decision/register-explanation.ts';
import { registerEvents } from './functions/events.ts';
import { createListCursors } from './functions/http/list-cursors.ts';
import { registerHttp } from './functions/http/register.ts';
import { registerTimers } from './functions/timers.ts';
import { registerWeb } from './functions/web/register.ts';
import { createAnswerCodes } from './identity/answer-codes.ts';
import { createBearerTokens } from './identity/bearer-tokens.ts';
import { createCertificateSeal } from './identity/certificate-seal.ts';
import { createCustomerDirectories } from './identity/customer-directory.ts';
import { createDecisionLinks } from './identity/decision-links.ts';
import { lazily } from './lib/lazily.ts';
import { createMailSender } from './mail/sender.ts';
import { watchedSender } from './mail/watched-sender.ts';
import { readSettings } from './settings.ts';
import { createClaimStore } from './storage/claims/claim-store.ts';
import { createLedger } from './storage/ledger/ledger.ts';
import { createClaimCounts } from './storage/lists/claim-counts.ts';
import { createClaimList } from './storage/lists/claim-list.ts';
import { createClaimsOfContact } from './storage/lists/claims-of-contact.ts';
import { createMailFailures } from './storage/mail-failures.ts';
import { createOperationsLog } from './storage/operations-log.ts';
import { createPoeStore } from './storage/poe-store.ts';
import { createPoisonQueue } from './storage/poison-queue.ts';
import { createReferenceStore } from './storage/reference-store.ts';
import { connectStorage, storageChecks } from './storage/table/connect.ts';
import { registerTelemetry } from './telemetry/register.ts';
import { registerWorkflow } from './workflow/register.ts';

// Composition root: settings -> clients -> operations -> every trigger. A setting that is wrong stops the start here.
const settings = readSettings();
const now = (): Date => new Date();
const random = (length: number): Uint8Array => randomBytes(length);
// Loaded by the first token that is needed; with connection strings that is never.
const identity = lazily(async () => new (await import('@azure/identity')).DefaultAzureCredential());
const credential = (): TokenCredential => ({ getToken: async (...asked) => (await identity()).getToken(...asked) });

const storage = connectStorage(settings, credential);
const mail = watchedSender(createMailSender(settings, credential, now));
const tokens = createBearerTokens({
  authority: settings.AUTH_AUTHORITY,
  audience: settings.AUTH_AUDIENCE,
  operatorDirectoryId: settings.OPERATOR_DIRECTORY_ID,
});

const ledger = createLedger(storage.inFlight);
/** What operators read of a claim that cannot be read. */
const unreadable = 'The record cannot be read by this version of the service.';
const deps: Deps = {
  claims: createClaimStore(storage.claims, (ref) => ledger.attention.add(ref, unreadable)),
  list: createClaimList(storage.claims),
  claimsOfContact: createClaimsOfContact(storage.claims),
  counts: createClaimCounts(storage.claims),
  ledger,
  reference: createReferenceStore(storage.reference, now),
  poe: createPoeStore(storage.poe),
  poison: createPoisonQueue(storage.events),
  operationsLog: createOperationsLog(storage.inFlight, random),
  mailFailures: createMailFailures(storage.inFlight),
  publicUrl: settings.PUBLIC_URL,
  links: createDecisionLinks({
    keys: settings.DECISION_LINK_KEYS,
    publicUrl: settings.PUBLIC_URL,
    lifetimeDays: settings.DECISION_LINK_DAYS,
    receiptLinkDays: settings.RECEIPT_LINK_DAYS,
  }),
  answerCodes: createAnswerCodes(settings.DECISION_LINK_KEYS),
  certificateSeal: createCertificateSeal(settings.DECISION_LINK_KEYS),
  certificateFonts: new URL('./fonts/', import.meta.url),
  directories: createCustomerDirectories({ authority: settings.DIRECTORY_AUTHORITY, now }),
  mail,
  service: {
    name: settings.SERVICE_NAME,
    operator: settings.SERVICE_OPERATOR,
    contact: settings.SERVICE_CONTACT ?? settings.OPERATIONS_CONTACT ?? '',
    sender: settings.MAIL_SENDER,
    url: settings.PUBLIC_URL,
  },
  operationsContact: settings.OPERATIONS_CONTACT,
  policy: {
    windowBusinessDays: settings.CONSENT_WINDOW_BUSINESS_DAYS,
    reminderDays: settings.REMINDER_DAYS,
    onSilence: settings.CONSENT_ON_SILENCE,
    templateMandatory: settings.TEMPLATE_MANDATORY === 'on',
    secondFactor: settings.SECOND_FACTOR === 'on',
  },
  holidays: settings.HOLIDAYS,
  foreignContacts: settings.FOREIGN_CONTACTS,
  inquiryOnNotExpected: settings.INQUIRY_ON_NOT_EXPECTED === 'on',
  awaitsScan: settings.AWAIT_POE_SCAN === 'on',
  subscriptionNoticeDays: settings.SUBSCRIPTION_NOTICE_DAYS,
  drafts: { noticeDays: settings.DRAFT_NOTICE_DAYS, expiryDays: settings.DRAFT_EXPIRY_DAYS },
  retentionDays: settings.RETENTION_DAYS,
  limits: { maxFiles: settings.POE_MAX_FILES, maxBytes: settings.POE_MAX_BYTES },
  graceSeconds: settings.RECONCILE_GRACE_SECONDS,
  now,
  random,
  log: (event, facts) => console.log(JSON.stringify({ event, ...facts })),
};

app.setup({ enableHttpStream: true });
registerTelemetry(
  {
    otlpEndpoint: settings.OTEL_EXPORTER_OTLP_ENDPOINT,
    applicationInsights: settings.APPLICATIONINSIGHTS_CONNECTION_STRING,
    spanDelayMs: settings.OTEL_BSP_SCHEDULE_DELAY,
    metricIntervalMs: settings.OTEL_METRIC_EXPORT_INTERVAL,
    credential,
  },
  deps.log,
);
registerWorkflow(deps);
registerHttp({ ...deps, cursors: createListCursors(settings.DECISION_LINK_KEYS) }, tokens, [
  ...storageChecks(storage),
  { name: 'mail', check: mail.ready },
  { name: 'sign-in', check: () => tokens.ready() },
]);
registerDecision(deps);
registerExplanation(deps);
registerCertificates(deps);
registerEvents(deps, { queueName: settings.PLATFORM_EVENTS_QUEUE });
registerTimers(deps, { reconcile: settings.RECONCILE_SCHEDULE, purge: settings.PURGE_SCHEDULE });
registerWeb({
  issuer: settings.AUTH_AUTHORITY,
  audience: settings.AUTH_AUDIENCE,
  clientId: settings.FRONT_END_CLIENT_ID,
});
