import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { signInTo } from '../../../local/demo/app-client.ts';
import { loadReferenceData } from '../../../local/demo/load-demo.ts';
import { takeLock } from '../../../local/stack/lock.ts';
import { awaitsScan } from '../../../local/stack/stack.ts';
import { storageConnectionString } from '../../../local/storage/azurite.ts';
import { accountOf, scanAccount } from './worker-storage.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Where the parts of a stack are. */
export type StackAddresses = {
  app: string;
  identity: string;
  mail: string;
  telemetry: string;
  /** Connection string of its storage. */
  storage: string;
  pid: number;
  dataDir: string;
};

export type Stack = StackAddresses & {
  /** Directory IDs that the demo's users have here, when other than the demo's; see `shared-stack.ts`. */
  directories?: Record<string, string>;
  /** Ends the stack in order and removes its data, or gives a shared one back. */
  stop: () => Promise<void>;
};

/** A stack that no one else uses. */
export type OwnStack = Stack & {
  /** What the stack has printed on stderr so far. */
  output: () => string;
  /** SIGKILL: the functions host dies at once. The data stays for `startStack({ dataDir })`. */
  kill: () => Promise<void>;
};

export type StackOptions = {
  settings?: Record<string, string>;
  /** Data of an earlier stack to go on with. */
  dataDir?: string;
  /** More flags of `npm start`. */
  flags?: string[];
  /** A storage of its own below its data, instead of an account of the one that the stacks of this process share. */
  ownStorage?: boolean;
  /** With partners and customers of the demo (the default), but none of its claims. */
  referenceData?: boolean;
};

type Printed = Omit<StackAddresses, 'dataDir'> & { queues: string; tables: string };

/** Starts the whole local stack as `npm start` does, on free ports. `dist/` must be built. */
export const startStack = async (options: StackOptions = {}): Promise<OwnStack> => {
  const { settings = {}, flags = [], ownStorage = false, referenceData = true } = options;
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'claims-')));
  const ports = ['port', 'identity-port', 'mail-port', 'telemetry-port', 'storage-port'].flatMap((flag) =>
    flags.includes(`--${flag}`) ? [] : [`--${flag}`, '0'],
  );
  // Tests that are not about the scan need not wait for it.
  const overrides = { AWAIT_POE_SCAN: 'off', ...settings };
  const set = Object.entries(overrides).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
  const account = ownStorage ? undefined : await accountOf(dataDir);
  if (account) await scanAccount(account, awaitsScan(overrides));
  const storageFlags = account ? ['--shared-storage', account.connectionString] : [];
  const child = spawn(
    process.execPath,
    [
      'local/start.ts',
      ...ports,
      '--data',
      dataDir,
      '--json',
      '--no-demo',
      '--no-build',
      ...storageFlags,
      ...set,
      ...flags,
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const line = await firstLine(child, () => output);
  // The cast: the one line that `npm start -- --json` prints.
  const { storage: blob, queues: queue, tables: table, ...urls } = JSON.parse(line) as Printed;
  if (referenceData) await loadReferenceData(await signInTo(urls.app, urls.identity, 'ops'));

  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  return {
    ...urls,
    storage: account?.connectionString ?? storageConnectionString({ blob, queue, table }),
    dataDir,
    output: () => output,
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM');
      // The children of a killed stack flush before they leave, and need their folder for it.
      for (const child of [...(ownStorage ? ['storage'] : []), 'services']) {
        (await takeLock(join(dataDir, 'locks', `${child}.db`), { waitMs: 20_000 })).release();
      }
      await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
};

const firstLine = async (child: ChildProcess, output: () => string): Promise<string> => {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    const end = text.indexOf('\n');
    if (end >= 0) {
      child.stdout?.resume();
      return text.slice(0, end);
    }
  }
  throw new Error(`The stack did not start:\n${output()}`);
};
