import { patiently } from './patience.ts';
import { given, run, runOk } from './tools.ts';

/**
 * The app has the key ring by a reference to the vault, in its setting DECISION_LINK_KEYS. The platform keeps what it fetched for a day,
 * over restarts too, unless it is told to fetch again.
 */

const names = ['AZURE_SUBSCRIPTION_ID', 'AZURE_RESOURCE_GROUP', 'AZURE_FUNCTION_APP_NAME'];

const missingNames = (): string[] => names.filter((name) => given(name) === undefined);

/** Arguments of az; a name that is not set stands in them as such. */
const commands = () => {
  const [subscription = '', group = '', app = ''] = names.map((name) => given(name) ?? `<${name}>`);
  const references =
    `https://management.azure.com/subscriptions/${subscription}/resourceGroups/${group}` +
    `/providers/Microsoft.Web/sites/${app}/config/configreferences/appsettings`;
  const rest = (method: string, path: string): string[] => [
    'rest',
    '--method',
    method,
    '--url',
    `${references}/${path}?api-version=2022-03-01`,
  ];
  return {
    refresh: rest('post', 'refresh'),
    show: rest('get', 'DECISION_LINK_KEYS'),
    restart: ['functionapp', 'restart', '--name', app, '--resource-group', group, '--subscription', subscription],
  };
};

const byHand = (): string => {
  const { refresh, restart } = commands();
  // Quoted: shells read something into < and ?.
  const line = (args: string[]): string => `  az ${args.map((arg) => (/[<?]/.test(arg) ? `'${arg}'` : arg)).join(' ')}`;
  return `${line(refresh)}\n${line(restart)}`;
};

type Seen = { isResolved: boolean; version?: string | undefined; words: string };

const look = async (): Promise<Seen> => {
  const { code, out, said } = await run('az', commands().show);
  if (code !== 0) return { isResolved: false, words: said.trim() };
  // The cast: what the platform answers.
  const { properties } = JSON.parse(out) as {
    properties: { status: string; details?: string; activeVersion?: string };
  };
  const { status, details = '', activeVersion } = properties;
  return {
    isResolved: status === 'Resolved',
    version: activeVersion || undefined,
    words: `${status} ${details}`.trim(),
  };
};

const fetchAgain = async (): Promise<Seen> => {
  const { code, said } = await run('az', commands().refresh);
  return code === 0 ? look() : { isResolved: false, words: said.trim() };
};

/** Lets the app have the ring that was written last, as this version of the secret. */
export const letAppRead = async (version: string): Promise<void> => {
  const missing = missingNames();
  if (missing.length > 0) {
    console.log(`The app does not have the ring yet, and ${missing.join(', ')} is not set. By hand:\n${byHand()}`);
    return;
  }
  // Not every answer tells the version; where it does, `Resolved` may still mean the ring before.
  const isOld = (seen: Seen): boolean => seen.version !== undefined && seen.version !== version;
  const seen = await patiently(fetchAgain, {
    tooEarly: (one) => !one.isResolved || isOld(one),
    minutes: 3,
    saying: 'The app cannot read the ring yet; trying again.',
  });
  if (!seen.isResolved)
    throw new Error(
      `The ring is written, but the app cannot read it: ${seen.words}\nOnce that is mended, by hand:\n${byHand()}`,
    );
  await runOk('az', commands().restart, 'Restarting the app');
  console.log(
    isOld(seen)
      ? `The app was restarted, but the platform still tells version ${seen.version} of the ring, not ${version}: wait before the next step.`
      : 'The app has read the ring and was restarted.',
  );
};

/** Mends what an earlier run left: a ring that was written and not read. */
export const letAppReadIfItCannot = async (version: string): Promise<void> => {
  if (missingNames().length === 0 && !(await look()).isResolved) await letAppRead(version);
};
