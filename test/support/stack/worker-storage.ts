import { tmpdir } from 'node:os';
import {
  type AzuriteUrls,
  type Storage,
  startStorage,
  storageConnectionString,
} from '../../../local/storage/azurite.ts';
import { platformEventsQueue } from '../../../src/storage/table/names.ts';

/**
 * The storage of all stacks that this process starts: one Azurite, in memory, which ends with the process. Each stack has an account
 * of its own, and finds it again after it was killed.
 */

export type Account = { name: string; urls: AzuriteUrls; connectionString: string };

/** More than the stacks that one process starts. */
const names = Array.from({ length: 200 }, (_, at) => `claims${at}`);

let starting: Promise<Storage> | undefined;
const accounts = new Map<string, Account>();

const start = async (): Promise<Storage> => {
  const storage = await startStorage({
    dataDir: tmpdir(),
    ports: { blob: 0, queue: 0, table: 0 },
    inMemory: true,
    accounts: names,
  });
  storage.unref();
  return storage;
};

/** The account of the stack that has its data in this folder. */
export const accountOf = async (dataDir: string): Promise<Account> => {
  starting ??= start();
  const { urls } = await starting;
  const known = accounts.get(dataDir);
  if (known !== undefined) return known;
  const name = names[accounts.size];
  if (name === undefined) throw new Error('This process has started more stacks than its storage has accounts for.');
  const account = { name, urls, connectionString: storageConnectionString(urls, name) };
  accounts.set(dataDir, account);
  return account;
};

/** Scans the account's files from now on. `reportAll`: clean ones too. */
export const scanAccount = async ({ connectionString }: Account, reportAll: boolean): Promise<void> =>
  (await starting)?.scan({ connectionString, queueName: platformEventsQueue, reportAll });
