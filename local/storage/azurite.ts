import { type Child, startChild } from '../stack/child.ts';
import type { ScanOptions } from './malware-scan.ts';

export type AzuriteOptions = {
  dataDir: string;
  /** 0 picks a free one. */
  ports: { blob: number; queue: number; table: number };
  /** Keep data in memory only: Azurite can't write more than about 500 MB of rows. */
  inMemory?: boolean;
  /** Names of further accounts, with the key of the first. */
  accounts?: string[];
  /** Queue for verdicts on stored files; without it nothing is scanned. */
  verdictsTo?: string;
  /** Queues verdicts on clean files too. */
  reportAll?: boolean;
};

/** Addresses without the account name, such as `http://127.0.0.1:10000`. */
export type AzuriteUrls = { blob: string; queue: string; table: string };

export type Storage = Pick<Child<AzuriteUrls>, 'pid' | 'ended' | 'unref' | 'stop'> & {
  urls: AzuriteUrls;
  /** Scans the files of an account from now on. */
  scan(options: ScanOptions): Promise<void>;
  connectionString: string;
};

const ACCOUNT = 'devstoreaccount1';
/** Azurite's well-known development key: the same on every machine, in Microsoft's documentation, and no secret. */
const ACCOUNT_KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/** A connection string with explicit endpoints, so that any port works. */
export const storageConnectionString = ({ blob, queue, table }: AzuriteUrls, account = ACCOUNT): string =>
  [
    'DefaultEndpointsProtocol=http',
    `AccountName=${account}`,
    `AccountKey=${ACCOUNT_KEY}`,
    `BlobEndpoint=${blob}/${account}`,
    `QueueEndpoint=${queue}/${account}`,
    `TableEndpoint=${table}/${account}`,
  ].join(';');

/** What Azurite reads its accounts from. */
export const accountsSetting = (accounts: string[]): string =>
  [ACCOUNT, ...accounts].map((account) => `${account}:${ACCOUNT_KEY}`).join(';');

/**
 * Starts Azurite (Blob, Queue, Table) with its data below `dataDir/azurite`, and resolves when it listens.
 * It outlives a killed parent just long enough to flush; a successor on the same folder waits for that.
 */
export const startStorage = async (options: AzuriteOptions): Promise<Storage> => {
  const child = await startChild<AzuriteUrls>(new URL('./azurite-child.ts', import.meta.url), options);
  const { pid, ready: urls, ended, unref, stop, ask } = child;
  const scan = (options: ScanOptions): Promise<void> => ask({ kind: 'scan', options });
  return { pid, urls, connectionString: storageConnectionString(urls), scan, ended, unref, stop };
};
