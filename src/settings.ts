import * as z from 'zod';
import { catalogues } from './domain/catalogue/catalogue.ts';
import { foreignContactPolicies } from './domain/customer/mailbox.ts';
import { issueMessage } from './lib/issue-message.ts';
import { count, holidays, isPrivate, linkKeys, named, reminderDays, retention, schedule } from './setting-kinds.ts';
import { platformEventsQueue } from './storage/table/names.ts';

/**
 * Every setting of the app. The only place that reads the environment; a wrong or missing one stops the start and names itself.
 */

const maxDaysIn = (days: string[]): number => {
  const years = Map.groupBy(days, (day) => day.slice(0, 4));
  return Math.max(0, ...[...years.values()].map(({ length }) => length));
};

/** The longest window that an activity of the catalogue has of its own. */
const longestWindow = Math.max(
  0,
  ...catalogues
    .flatMap(({ solutionAreas }) => solutionAreas.flatMap(({ tracks }) => tracks))
    .flatMap(({ activities }) => activities.map(({ policy }) => policy?.windowBusinessDays ?? 0)),
);

const storageServices = [
  'CLAIMS_STORAGE__blobServiceUri',
  'CLAIMS_STORAGE__queueServiceUri',
  'CLAIMS_STORAGE__tableServiceUri',
] as const;

/** The schema by topic. `docs/settings.md` is generated from it; its descriptions are the documentation. */
export const settingGroups = {
  'Addresses and sign-in': {
    PUBLIC_URL: z
      .url()
      .refine(isPrivate, 'must begin with https://, unless it is an address of this machine')
      .describe(
        'Base address that customers reach; the links in mails begin with it. `https`, except for an address of the machine itself.',
      ),
    AUTH_AUTHORITY: z.url().describe('OpenID Connect issuer of the bearer tokens.'),
    AUTH_AUDIENCE: z.string().min(1).describe('Audience that a token must name.'),
    FRONT_END_CLIENT_ID: z
      .string()
      .min(1)
      .optional()
      .describe('Registration of the portal at the issuer. Without it no one can sign in to the portal.'),
    OPERATOR_DIRECTORY_ID: z
      .guid()
      .optional()
      .describe(
        'Directory (tenant) whose people may be operators. Where any directory can sign in, no one is without it.',
      ),
    DIRECTORY_AUTHORITY: z
      .url()
      .default('https://login.microsoftonline.com')
      .describe(
        "Entra's base address in the cloud of the customers, for looking up the directory of a domain. US Government: `https://login.microsoftonline.us`. China: `https://login.partner.microsoftonline.cn`.",
      ),
  },

  Storage: {
    CLAIMS_STORAGE: z
      .string()
      .min(1)
      .optional()
      .describe("Connection string for records, files and the queue. Leave it out to use the app's identity."),
    CLAIMS_STORAGE__blobServiceUri: z.url().optional().describe("Blob service, reached with the app's identity."),
    CLAIMS_STORAGE__tableServiceUri: z.url().optional().describe("Table service, reached with the app's identity."),
    CLAIMS_STORAGE__queueServiceUri: z
      .url()
      .optional()
      .describe("Queue service, reached with the app's identity; the Functions host reads it for the trigger as well."),
    PLATFORM_EVENTS_QUEUE: z
      .string()
      .regex(/^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a queue name')
      .default(platformEventsQueue)
      .describe('Queue into which Event Grid delivers reports on mails and malware verdicts.'),
  },

  Mail: {
    MAIL_CONNECTION_STRING: z.string().min(1).optional().describe('Connection string of Azure Communication Services.'),
    MAIL_ENDPOINT: z.url().optional().describe("Its endpoint instead, reached with the app's identity."),
    MAIL_SENDER: z.email().describe('Address that mails come from.'),
    OPERATIONS_CONTACT: z
      .email()
      .optional()
      .describe(
        "Operations' address. Partners' replies to their comments go there; without it, mails ask to answer on the claim.",
      ),
  },

  'What customers read of the service': {
    SERVICE_NAME: named.default('Customer associations').describe('Name of the service.'),
    SERVICE_OPERATOR: named.describe('Company or body that runs the service.'),
    SERVICE_CONTACT: z
      .email()
      .optional()
      .describe(
        'Address for customers who doubt a mail or want to end an association. Without it, `OPERATIONS_CONTACT`: one of the two is needed.',
      ),
  },

  'Decision links': {
    DECISION_LINK_KEYS: linkKeys.describe(
      'Key ring: `[{ "kid": "…", "key": "…" }]`, each key 32 bytes or more in base64url. The first signs, all verify.',
    ),
    DECISION_LINK_DAYS: count(90, 730).describe("Days for which a request's link works."),
    RECEIPT_LINK_DAYS: count(730, 3650).describe("Days for which a receipt's link can withdraw an approval."),
  },

  "The customer's answer": {
    CONSENT_WINDOW_BUSINESS_DAYS: count(5, 60).describe(
      "Business days that the customer has to answer, in the customer's time zone.",
    ),
    CONSENT_ON_SILENCE: z.enum(['expire', 'approve']).default('expire').describe('What no answer means.'),
    TEMPLATE_MANDATORY: z
      .enum(['on', 'off'])
      .default('off')
      .describe(
        "Whether a claim can be submitted only with its template, filled in. The catalogue's policy for an activity goes first.",
      ),
    SECOND_FACTOR: z
      .enum(['on', 'off'])
      .default('off')
      .describe(
        "Whether customers type a code that is mailed to them before their answer is taken; silence never approves then. The catalogue's policy for an activity goes first.",
      ),
    FOREIGN_CONTACTS: z
      .enum(foreignContactPolicies)
      .default('reason')
      .describe(
        "Customer contacts at a public mail host, or at a domain that is not known as the customer's: the partner gives a `reason`, or they are refused.",
      ),
    INQUIRY_ON_NOT_EXPECTED: z
      .enum(['on', 'off'])
      .default('on')
      .describe(
        'Whether a request waits for its release by operators once the customer says that they did not expect it.',
      ),
    REMINDER_DAYS: reminderDays
      .default([3, 5])
      .describe('Business days of the window on which a reminder leaves, such as `3,5`, or `none`.'),
    HOLIDAYS: holidays
      .default({})
      .describe('Days without business by the customer\'s country: `{ "DE": ["2026-12-25"] }`.'),
  },

  'Drafts and subscriptions': {
    DRAFT_NOTICE_DAYS: count(53, 3650).describe(
      'Days without a change after which the author of a draft gets a warning.',
    ),
    DRAFT_EXPIRY_DAYS: count(60, 3650).describe('Days without a change after which a draft is cancelled.'),
    SUBSCRIPTION_NOTICE_DAYS: count(30, 365).describe(
      "Days before the end of a claim's subscriptions on which its partner gets a notice.",
    ),
  },

  'Proof of execution': {
    POE_MAX_BYTES: count(25 * 1024 * 1024, 100 * 1024 * 1024).describe('Largest file, in bytes.'),
    POE_MAX_FILES: count(10, 50).describe('Most files of one claim.'),
    AWAIT_POE_SCAN: z
      .enum(['on', 'off'])
      .default('off')
      .describe(
        'Whether files are handed out, and requests leave, only after a malware scan. `on` needs a scanner that reports every verdict, clean ones too.',
      ),
  },

  'Reconciler and retention': {
    RECONCILE_SCHEDULE: schedule.default('0 * * * * *').describe('When the reconciler runs.'),
    RECONCILE_GRACE_SECONDS: count(60, 3600).describe('Seconds that a step may be overdue before the reconciler acts.'),
    RETENTION_DAYS: retention
      .prefault('{}')
      .describe(
        'Days for which a closed claim is kept, by how it ended: `{ "declined": 365 }`. Others keep their default.',
      ),
    PURGE_SCHEDULE: schedule.default('0 30 2 * * *').describe('When claims past their retention are purged, in UTC.'),
  },

  Telemetry: {
    OTEL_EXPORTER_OTLP_ENDPOINT: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe('Receiver of traces and metrics, as OTLP over HTTP.'),
    APPLICATIONINSIGHTS_CONNECTION_STRING: z
      .string()
      .regex(/(^|;)InstrumentationKey=[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(;|$)/i, 'has no InstrumentationKey')
      .optional()
      .describe("Application Insights, reached with the app's identity. Without either, telemetry is off."),
    OTEL_BSP_SCHEDULE_DELAY: count(5000, 60_000).describe('Milliseconds between two exports of spans.'),
    OTEL_METRIC_EXPORT_INTERVAL: count(60_000, 600_000).describe('Milliseconds between two exports of metrics.'),
  },
};

const fields = z.object({
  ...settingGroups['Addresses and sign-in'],
  ...settingGroups.Storage,
  ...settingGroups.Mail,
  ...settingGroups['What customers read of the service'],
  ...settingGroups['Decision links'],
  ...settingGroups["The customer's answer"],
  ...settingGroups['Drafts and subscriptions'],
  ...settingGroups['Proof of execution'],
  ...settingGroups['Reconciler and retention'],
  ...settingGroups.Telemetry,
});
export type Settings = z.infer<typeof fields>;

/** Rules that involve more than one setting: `name` is the one to blame. */
export const settingRules: { name: keyof Settings; error: string; holds: (settings: Settings) => boolean }[] = [
  {
    name: 'REMINDER_DAYS',
    error: 'must lie within CONSENT_WINDOW_BUSINESS_DAYS',
    holds: (settings) => settings.REMINDER_DAYS.every((day) => day <= settings.CONSENT_WINDOW_BUSINESS_DAYS),
  },
  {
    name: 'DRAFT_NOTICE_DAYS',
    error: 'must be less than DRAFT_EXPIRY_DAYS',
    holds: (settings) => settings.DRAFT_NOTICE_DAYS < settings.DRAFT_EXPIRY_DAYS,
  },
  {
    // A link must outlive its window, however late the mail leaves. Three business weeks are four calendar weeks at most,
    // and every holiday makes a window a day longer.
    name: 'DECISION_LINK_DAYS',
    error:
      'must be at least twice CONSENT_WINDOW_BUSINESS_DAYS, plus 14, plus the most HOLIDAYS of one country in a year',
    holds: (settings) =>
      settings.DECISION_LINK_DAYS >=
      Math.max(settings.CONSENT_WINDOW_BUSINESS_DAYS, longestWindow) * 2 +
        14 +
        Math.max(0, ...Object.values(settings.HOLIDAYS).map(maxDaysIn)),
  },
];

const environment = settingRules.reduce(
  (schema, { name, error, holds }) => schema.refine(holds, { path: [name], error }),
  fields,
);

type Given = Record<string, string>;

/** Where one setting does as well as others. Asked of the environment itself, so that no other fault hides it. */
const alternatives = (given: Given): string[] => [
  ...(given.CLAIMS_STORAGE || storageServices.every((name) => given[name])
    ? []
    : [`CLAIMS_STORAGE is missing: a connection string, or all of ${storageServices.join(', ')}`]),
  ...(given.MAIL_CONNECTION_STRING || given.MAIL_ENDPOINT
    ? []
    : ['MAIL_CONNECTION_STRING is missing: a connection string, or MAIL_ENDPOINT']),
  ...(given.SERVICE_CONTACT || given.OPERATIONS_CONTACT
    ? []
    : ['SERVICE_CONTACT is missing: an address, or OPERATIONS_CONTACT']),
];

/** Names of all settings. */
export const settingNames = Object.keys(fields.shape);

/** Settings are wrong or missing; the message names each. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** The settings, or an error whose message names each one that is wrong. Values are never in the message. */
export const readSettings = (env: Record<string, string | undefined> = process.env): Settings => {
  const given: Given = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  );
  const result = environment.safeParse(given, { reportInput: true });
  const lines = [
    ...(result.error?.issues ?? []).map(
      (issue) => `${issue.path.join('.')} ${issue.input === undefined ? 'is missing' : issueMessage(issue)}`,
    ),
    ...alternatives(given),
  ];
  if (result.success && lines.length === 0) return result.data;
  throw new SettingsError(`Settings are not right:\n${lines.map((line) => `  ${line}`).join('\n')}`);
};
