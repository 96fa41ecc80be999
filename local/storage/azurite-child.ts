import { createRequire } from 'node:module';
import { join } from 'node:path';
import { serveParent } from '../stack/child-main.ts';
import { takeLock } from '../stack/lock.ts';
import { type AzuriteOptions, type AzuriteUrls, accountsSetting, storageConnectionString } from './azurite.ts';
import { type ScanOptions, scanUploads } from './malware-scan.ts';
import { saveOnClose } from './save-on-close.ts';

/** Long enough for a predecessor, whose parent was killed, to write its data out. */
const PREDECESSOR_LIMIT_MS = 10_000;

const LISTENING = /^Azurite (Blob|Queue|Table) service is successfully listening at (\S+)/;
const CLOSING = /^Azurite \w+ service is closing/;
const CLOSED = /^Azurite \w+ service successfully closed/;

/**
 * Runs Azurite's own command line inside this process and follows it by what it prints: three lines when it listens,
 * three when it has flushed. Azurite holds up to 5 s of writes in memory, so the end of a parent must not kill it.
 */
const runAzurite = async (options: AzuriteOptions) => {
  const { dataDir, ports, inMemory, accounts, verdictsTo, reportAll = false } = options;
  if (!inMemory) await takeLock(join(dataDir, 'locks', 'storage.db'), { waitMs: PREDECESSOR_LIMIT_MS });

  const listening = Promise.withResolvers<AzuriteUrls>();
  const flushed = Promise.withResolvers<void>();
  const urls: Record<string, string> = {};
  let closing = false;
  let closed = 0;
  console.log = (line: unknown) => {
    const [, service, url] = LISTENING.exec(String(line)) ?? [];
    if (service && url) urls[service.toLowerCase()] = url;
    const { blob, queue, table } = urls;
    if (blob && queue && table) listening.resolve({ blob, queue, table });
    closing ||= CLOSING.test(String(line));
    if (CLOSED.test(String(line)) && ++closed === 3) flushed.resolve();
  };

  if (accounts) process.env.AZURITE_ACCOUNTS = accountsSetting(accounts);
  process.argv = [
    process.execPath,
    'azurite',
    ...(inMemory ? ['--inMemoryPersistence'] : ['--location', join(dataDir, 'azurite')]),
    '--blobHost',
    '127.0.0.1',
    '--queueHost',
    '127.0.0.1',
    '--tableHost',
    '127.0.0.1',
    '--blobPort',
    `${ports.blob}`,
    '--queuePort',
    `${ports.queue}`,
    '--tablePort',
    `${ports.table}`,
    '--silent',
    '--skipApiVersionCheck',
    '--disableTelemetry',
  ];
  saveOnClose();
  createRequire(import.meta.url)('azurite/dist/src/azurite.js');

  const ready = await listening.promise;
  /** How to end the scan of each account. */
  const scans = new Map<string, () => void>();
  const scan = (wanted: ScanOptions): void => {
    scans.get(wanted.connectionString)?.();
    scans.set(wanted.connectionString, scanUploads(wanted));
  };
  if (verdictsTo) scan({ connectionString: storageConnectionString(ready), queueName: verdictsTo, reportAll });
  return {
    ready,
    handle: ({ kind, options: wanted }: Record<string, unknown>) => {
      // The cast: `startStorage` asks so.
      if (kind === 'scan') scan(wanted as ScanOptions);
    },
    stop: () => {
      // Azurite listens for signals itself; closing twice would be reported as an error. Of messages it hears the first alone.
      if (!closing) process.emit('SIGINT');
      return flushed.promise;
    },
  };
};

serveParent<AzuriteOptions>(runAzurite);
