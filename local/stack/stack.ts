import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AUDIENCE, WEB_CLIENT } from '../services/identity/names.ts';
import type { ReportsOptions } from '../services/mail/delivery-reports.ts';
import { type Child, startChild } from './child.ts';

export { startStorage } from '../storage/azurite.ts';

/** Secrets of one local stack, created at its first start and kept in its data folder. */
export type Secrets = { mailKey: string; linkKeys: { kid: string; key: string }[] };

/** Reads the secrets below `dataDir`, or makes them. */
export const loadSecrets = async (dataDir: string): Promise<Secrets> => {
  const file = join(dataDir, 'secrets.json');
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  // The cast: the file is written below and nowhere else.
  if (kept !== undefined) return JSON.parse(kept) as Secrets;
  const secrets = {
    mailKey: randomBytes(64).toString('base64'),
    linkKeys: [{ kid: 'local-1', key: randomBytes(32).toString('base64url') }],
  };
  await mkdir(dataDir, { recursive: true });
  await writeFile(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
};

export type ServicesOptions = {
  dataDir: string;
  /** The app that people sign in to. */
  appUrl: string;
  /** Other addresses that people may sign in from. */
  frontEndOrigins: string[];
  /** Real ports, not 0; see `freePort`. */
  identityPort: number;
  mailPort: number;
  telemetryPort: number;
  mailKey: string;
  /** The queue into which mail deliveries are reported. */
  reports: ReportsOptions;
  /** How far (ms) the clock stands ahead at the start. */
  clockOffsetMs: number;
};

export type Services = Pick<Child<unknown>, 'pid' | 'ended' | 'stop'> & {
  identityUrl: string;
  mailUrl: string;
  telemetryUrl: string;
  /** Moves the clock of the services; resolves once it has moved. */
  setClock(offsetMs: number): Promise<void>;
};

/** Starts the mail service, the identity provider and the receiver of telemetry in a process of their own, and resolves when they listen. */
export const startServices = async (options: ServicesOptions): Promise<Services> => {
  const entry = new URL('../services/main.ts', import.meta.url);
  const child = await startChild<Pick<Services, 'identityUrl' | 'mailUrl' | 'telemetryUrl'>>(entry, options);
  const { pid, ended, stop, ask } = child;
  return { ...child.ready, pid, ended, stop, setClock: (clockOffsetMs) => ask({ kind: 'clock', clockOffsetMs }) };
};

export type SettingsSource = {
  /** Where customers and partners reach the app. */
  appUrl: string;
  storage: { connectionString: string };
  services: Pick<Services, 'identityUrl' | 'mailUrl' | 'telemetryUrl'>;
  secrets: Secrets;
  /** Settings given by the user; they win. */
  overrides?: Record<string, string>;
};

/** The app's settings for a local stack: the same names that a deployment has. */
export const settingsFor = ({
  appUrl,
  storage,
  services,
  secrets,
  overrides,
}: SettingsSource): Record<string, string> => ({
  FUNCTIONS_WORKER_RUNTIME: 'node',
  AzureWebJobsStorage: storage.connectionString,
  CLAIMS_STORAGE: storage.connectionString,
  MAIL_CONNECTION_STRING: `endpoint=${services.mailUrl}/;accesskey=${secrets.mailKey}`,
  MAIL_SENDER: 'DoNotReply@claims.example',
  OPERATIONS_CONTACT: 'operations@claims.example',
  SERVICE_OPERATOR: 'Claims Example Ltd',
  SERVICE_CONTACT: 'help@claims.example',
  AUTH_AUTHORITY: services.identityUrl,
  AUTH_AUDIENCE: AUDIENCE,
  FRONT_END_CLIENT_ID: WEB_CLIENT,
  DIRECTORY_AUTHORITY: `${services.identityUrl}/directory`,
  DECISION_LINK_KEYS: JSON.stringify(secrets.linkKeys),
  PUBLIC_URL: appUrl,
  CONSENT_WINDOW_BUSINESS_DAYS: '5',
  CONSENT_ON_SILENCE: 'expire',
  REMINDER_DAYS: '3,5',
  AWAIT_POE_SCAN: 'on',
  OTEL_EXPORTER_OTLP_ENDPOINT: services.telemetryUrl,
  // Short intervals, so that the receiver's pages are up to date.
  OTEL_BSP_SCHEDULE_DELAY: '1000',
  OTEL_METRIC_EXPORT_INTERVAL: '5000',
  ...overrides,
});

/** Whether the app of a stack with these overrides waits for the verdict on every file. */
export const awaitsScan = ({ AWAIT_POE_SCAN = 'on' }: Record<string, string>): boolean => AWAIT_POE_SCAN === 'on';
