import * as z from 'zod';
import { issueWords } from './lib/issue-words.ts';
import { platformEventsQueue } from './storage/table/names.ts';

/**
 * Every setting of the app. The only place that reads the environment; a wrong or missing one stops the start and names itself.
 */

// Compiling a checker costs more than the few objects that one instance checks.
z.config({ jitless: true });

const count = (fallback: number, max: number) =>
  z.coerce.number().check(z.int(), z.gte(1), z.lte(max)).default(fallback);

const jsonText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'is not valid JSON' });
    return z.NEVER;
  }
});

const linkKeys = jsonText.pipe(
  z
    .array(
      z.strictObject({
        kid: z.string().min(1),
        key: z.string().regex(/^[\w-]{43,}$/, 'needs 32 bytes or more, base64url'),
      }),
    )
    .min(1)
    .refine((keys) => new Set(keys.map(({ kid }) => kid)).size === keys.length, 'has a kid twice'),
);

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

const holidays = jsonText.pipe(
  z.record(
    z.string().regex(/^[A-Z]{2}$/, 'has a country that is not two capitals'),
    z.array(z.string().refine(isDay, 'has a day that is not in the calendar')),
  ),
);

/** Days for which claims that are over are kept, by how they ended; what is not named keeps its default. */
const retention = jsonText.pipe(
  z.strictObject({
    cancelled: z.int().gte(1).lte(36_500).default(90),
    withdrawn: z.int().gte(1).lte(36_500).default(365),
    expired: z.int().gte(1).lte(36_500).default(730),
    declined: z.int().gte(1).lte(36_500).default(730),
    ended: z.int().gte(1).lte(36_500).default(730),
  }),
);

const mostIn = (days: string[]): number => {
  const years = Map.groupBy(days, (day) => day.slice(0, 4));
  return Math.max(0, ...[...years.values()].map(({ length }) => length));
};

const reminderDays = z
  .string()
  // Aborts: the rule across settings below needs the list.
  .regex(/^(none|\d{1,2}(,\d{1,2})*)$/, { error: 'is a list of business days such as 3,5, or none', abort: true })
  .transform((text) => (text === 'none' ? [] : text.split(',').map(Number)))
  .refine((days) => days.every((day, index) => day > (days[index - 1] ?? 0)), 'must rise');

const storageServices = [
  'CLAIMS_STORAGE__blobServiceUri',
  'CLAIMS_STORAGE__queueServiceUri',
  'CLAIMS_STORAGE__tableServiceUri',
] as const;

const environment = z
  .object({
    /** Base address that customers reach, for the link in the mail. */
    PUBLIC_URL: z.url(),

    /** Records, files and the queue: a connection string, or the three service addresses reached with the app's identity. */
    CLAIMS_STORAGE: z.string().min(1).optional(),
    CLAIMS_STORAGE__blobServiceUri: z.url().optional(),
    CLAIMS_STORAGE__tableServiceUri: z.url().optional(),
    /** Read by the Functions host, for the queue trigger. */
    CLAIMS_STORAGE__queueServiceUri: z.url().optional(),

    /** Azure Communication Services e-mail: a connection string, or the endpoint reached with the app's identity. */
    MAIL_CONNECTION_STRING: z.string().min(1).optional(),
    MAIL_ENDPOINT: z.url().optional(),
    MAIL_SENDER: z.email(),

    /** OpenID Connect issuer of bearer tokens, and the audience that they must name. */
    AUTH_AUTHORITY: z.url(),
    AUTH_AUDIENCE: z.string().min(1),
    /** The directory (tenant) whose people may be operators; needed where people of any directory sign in. */
    OPERATOR_DIRECTORY_ID: z.guid().optional(),
    /** Entra's base address, where the directory of a domain is looked up. */
    DIRECTORY_AUTHORITY: z.url().default('https://login.microsoftonline.com'),

    /** Key ring of decision links: the first signs, all verify. */
    DECISION_LINK_KEYS: linkKeys,
    DECISION_LINK_DAYS: count(90, 730),
    /** How long the link of a receipt can take an approval back. */
    TAKE_BACK_LINK_DAYS: count(730, 3650),

    CONSENT_WINDOW_BUSINESS_DAYS: count(5, 60),
    CONSENT_ON_SILENCE: z.enum(['expire', 'approve']).default('expire'),
    REMINDER_DAYS: reminderDays.default([3, 5]),
    /** Days without business, by country of the customer: `{ "DE": ["2026-12-25"] }`. */
    HOLIDAYS: holidays.default({}),

    /** How many days before the end of a claim's subscriptions its partner is told. */
    SUBSCRIPTION_NOTICE_DAYS: count(30, 365),

    /** After how many days without a change a draft is announced to its author, and cancelled. */
    DRAFT_NOTICE_DAYS: count(53, 3650),
    DRAFT_EXPIRY_DAYS: count(60, 3650),

    /** Storage queue, at CLAIMS_STORAGE, into which Event Grid delivers what the platform reports. */
    PLATFORM_EVENTS_QUEUE: z
      .string()
      .regex(/^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a queue name')
      .default(platformEventsQueue),

    POE_MAX_BYTES: count(25 * 1024 * 1024, 100 * 1024 * 1024),
    POE_MAX_FILES: count(10, 50),

    /** When the reconciler runs (NCRONTAB), and how long (s) a step may be overdue before it steps in. */
    RECONCILE_SCHEDULE: z.string().min(1).default('0 * * * * *'),
    RECONCILE_GRACE_SECONDS: count(60, 3600),

    /** `{ "declined": 730 }`: an approved claim is kept for as long as its association stands. */
    RETENTION_DAYS: retention.prefault('{}'),
    /** When claims whose days are over are purged (NCRONTAB). */
    PURGE_SCHEDULE: z.string().min(1).default('0 30 2 * * *'),

    /** Where telemetry goes: an OTLP receiver (HTTP), Application Insights with the app's identity, or both. None: nowhere. */
    OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
    APPLICATIONINSIGHTS_CONNECTION_STRING: z
      .string()
      .regex(/(^|;)InstrumentationKey=[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(;|$)/i, 'has no InstrumentationKey')
      .optional(),
    /** How often (ms) spans and metrics are sent. */
    OTEL_BSP_SCHEDULE_DELAY: count(5000, 60_000),
    OTEL_METRIC_EXPORT_INTERVAL: count(60_000, 600_000),
  })
  .refine((env) => env.REMINDER_DAYS.every((day) => day <= env.CONSENT_WINDOW_BUSINESS_DAYS), {
    path: ['REMINDER_DAYS'],
    error: 'must lie within CONSENT_WINDOW_BUSINESS_DAYS',
  })
  .refine((env) => env.DRAFT_NOTICE_DAYS < env.DRAFT_EXPIRY_DAYS, {
    path: ['DRAFT_NOTICE_DAYS'],
    error: 'must be less than DRAFT_EXPIRY_DAYS',
  })
  // Three business weeks are four calendar weeks at most, and every holiday makes a window a day longer: a link must outlive
  // its window, however late the mail leaves.
  .refine(
    (env) =>
      env.DECISION_LINK_DAYS >=
      env.CONSENT_WINDOW_BUSINESS_DAYS * 2 + 14 + Math.max(0, ...Object.values(env.HOLIDAYS).map(mostIn)),
    {
      path: ['DECISION_LINK_DAYS'],
      error:
        'must be at least twice CONSENT_WINDOW_BUSINESS_DAYS, 14 days more, and as many more as HOLIDAYS has for one country and year',
    },
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
];

export type Settings = z.infer<typeof environment>;

/** Names of all settings, for the documentation and the test that compares it. */
export const settingNames = Object.keys(environment.shape);

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
      (issue) => `${issue.path.join('.')} ${issue.input === undefined ? 'is missing' : issueWords(issue)}`,
    ),
    ...alternatives(given),
  ];
  if (result.success && lines.length === 0) return result.data;
  throw new SettingsError(`Settings are not right:\n${lines.map((line) => `  ${line}`).join('\n')}`);
};
