import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { signInTo } from '../../../local/demo/app-client.ts';
import { loadReferenceData } from '../../../local/demo/load-demo.ts';
import { takeLock } from '../../../local/stack/lock.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Where the parts of a stack are. */
export type StackAddresses = {
  app: string;
  identity: string;
  mail: string;
  telemetry: string;
  /** Blob storage. */
  storage: string;
  queues: string;
  tables: string;
  pid: number;
  dataDir: string;
};

export type Stack = StackAddresses & {
  /** Directory IDs that the demo's users have here, when other than the demo's; see `shared-stack.ts`. */
  directories?: Record<string, string>;
  /** Ends the stack in order and removes its data, or gives a shared one back. */
  stop: () => Promise<void>;
};

/** A stack that nobody else uses. */
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
  /** With partners and customers of the demo (the default), but none of its claims. */
  referenceData?: boolean;
};

/** Starts the whole local stack as `npm start` does, on free ports. `dist/` must be built. */
export const startStack = async (options: StackOptions = {}): Promise<OwnStack> => {
  const { settings = {}, flags = [], referenceData = true } = options;
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'claims-')));
  const ports = ['port', 'identity-port', 'mail-port', 'telemetry-port', 'storage-port'].flatMap((flag) =>
    flags.includes(`--${flag}`) ? [] : [`--${flag}`, '0'],
  );
  // Tests that are not about the scan need not wait for it.
  const set = Object.entries({ AWAIT_POE_SCAN: 'off', ...settings }).flatMap(([name, value]) => [
    '--set',
    `${name}=${value}`,
  ]);
  const child = spawn(
    process.execPath,
    ['local/start.ts', ...ports, '--data', dataDir, '--json', '--no-demo', '--no-build', ...set, ...flags],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const line = await firstLine(child, () => output);
  // The cast: the one line that `npm start -- --json` prints.
  const urls = JSON.parse(line) as Omit<StackAddresses, 'dataDir'>;
  if (referenceData) await loadReferenceData(await signInTo(urls.app, urls.identity, 'ops'));

  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  return {
    ...urls,
    dataDir,
    output: () => output,
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM');
      // The children of a killed stack flush before they leave, and need their folder for it.
      for (const child of ['storage', 'services']) {
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
