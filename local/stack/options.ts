import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { settingNames } from '../../src/settings.ts';

export type StartOptions = {
  port: number;
  identityPort: number;
  mailPort: number;
  telemetryPort: number;
  /** Of Blob storage; Queue and Table follow at +1 and +2. 0: three free ports. */
  storagePort: number;
  /** For tests: connection string of a storage that several stacks share, in place of one of the stack's own. */
  sharedStorage?: string;
  dataDir: string;
  reset: boolean;
  json: boolean;
  demo: boolean;
  /** Bundle the app first; otherwise run `dist/` as it is. */
  build: boolean;
  overrides: Record<string, string>;
  /** Addresses, other than the app's own, whose pages may call the API and sign people in. */
  frontEndOrigins: string[];
  /** For tests: shifts every durable timer by this many ms. */
  timerSkewMs: number;
};

export const USAGE = `npm start -- [flags]
  --port N            port of the app (7071); 0 takes a free one, here and below
  --identity-port N   port of the identity provider (7072)
  --mail-port N       port of the mail service and its outbox (7073)
  --telemetry-port N  port of the receiver of traces and metrics, and its pages (7074)
  --storage-port N    port of Blob storage; Queue and Table follow at +1 and +2 (10000)
  --data DIR          folder that keeps all state (.local)
  --front-end-origin URL
                      origin (http://localhost:5173) of a front end that may call the API and the sign-in from a
                      browser; may be repeated
  --reset             start afresh
  --no-demo           without demo data
  --no-build          runs dist/ as it is
  --set NAME=VALUE    another value for a setting of the app, for this start only; may be repeated
  --shared-storage CONNECTION
                      for tests: an account of an Azurite that runs already, in place of one of the stack's own
  --timer-skew=MS     for tests: durable timers early (-1000) or late (30000), as they may be on Azure
  --json              one line of JSON on stdout once everything is ready
  --help              this text`;

/** The command line is invalid; the message is for a person. */
export class UsageError extends Error {
  override name = 'UsageError';
}

const portOf = (flag: string, text: string): number => {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--${flag} must be a port number from 0 to 65535, not "${text}".`);
};

const skewOf = (text: string): number => {
  if (/^-?\d{1,6}$/.test(text)) return Number(text);
  throw new UsageError(`--timer-skew takes milliseconds, not "${text}".`);
};

const overrideOf = (text: string): [string, string] => {
  const [, name, value] = /^([^=\s]+)=(.*)$/s.exec(text) ?? [];
  if (name !== undefined && value !== undefined) {
    // The second are the host's: they go before host.json.
    if (settingNames.includes(name) || name.startsWith('AzureFunctionsJobHost__')) return [name, value];
    throw new UsageError(`--set: there is no setting ${name}. There are: ${settingNames.join(', ')}.`);
  }
  throw new UsageError(`--set takes NAME=VALUE, not "${text}".`);
};

const originOf = (text: string): string => {
  // In the form that browsers send; another spelling of the origin would never match.
  if (URL.canParse(text) && new URL(text).origin === text) return text;
  throw new UsageError(
    `--front-end-origin takes an origin such as http://localhost:5173, without a path, not "${text}".`,
  );
};

const parse = (args: string[]) => {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string', default: '7071' },
        'identity-port': { type: 'string', default: '7072' },
        'mail-port': { type: 'string', default: '7073' },
        'telemetry-port': { type: 'string', default: '7074' },
        'storage-port': { type: 'string', default: '10000' },
        'shared-storage': { type: 'string' },
        data: { type: 'string', default: '.local' },
        set: { type: 'string', multiple: true, default: [] },
        'front-end-origin': { type: 'string', multiple: true, default: [] },
        'timer-skew': { type: 'string', default: '0' },
        reset: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        'no-demo': { type: 'boolean', default: false },
        'no-build': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
};

/** Reads the command line; undefined when only help was asked for. Throws `UsageError`. */
export const readOptions = (args: string[]): StartOptions | undefined => {
  const values = parse(args);
  if (values.help) return undefined;
  return {
    port: portOf('port', values.port),
    identityPort: portOf('identity-port', values['identity-port']),
    mailPort: portOf('mail-port', values['mail-port']),
    telemetryPort: portOf('telemetry-port', values['telemetry-port']),
    storagePort: portOf('storage-port', values['storage-port']),
    ...(values['shared-storage'] === undefined ? {} : { sharedStorage: values['shared-storage'] }),
    dataDir: resolve(values.data),
    reset: values.reset,
    json: values.json,
    demo: !values['no-demo'],
    build: !values['no-build'],
    overrides: Object.fromEntries(values.set.map(overrideOf)),
    frontEndOrigins: values['front-end-origin'].map(originOf),
    timerSkewMs: skewOf(values['timer-skew']),
  };
};
