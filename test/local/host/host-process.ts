import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const mainFile = fileURLToPath(new URL('../../../local/host/main.ts', import.meta.url));

/** A host in a process of its own, running one of the apps in `test/local/host/apps`. */
export type HostProcess = {
  url: string;
  pid: number;
  /** All it has logged so far. */
  log(): string;
  /** Asks it to stop; resolves with its exit code. */
  stop(): Promise<number | null>;
  /** kill -9. */
  kill(): Promise<void>;
  /** Closes the IPC channel, as the end of the parent would. */
  disconnect(): Promise<number | null>;
};

type StartOptions = { app: string; dataDir: string; settings?: Record<string, string>; flags?: string[] };

/** Starts the host on a free port; rejects with its log when it exits instead. Ended with the test or suite at the latest. */
export const startHost = async ({ app, dataDir, settings = {}, flags = [] }: StartOptions): Promise<HostProcess> => {
  const settingsFile = join(dataDir, 'settings.json');
  await writeFile(settingsFile, JSON.stringify(settings));
  const appRoot = fileURLToPath(new URL(`./apps/${app}`, import.meta.url));
  const options = ['--app-root', appRoot, '--port', '0', '--data', dataDir, '--settings', settingsFile, ...flags];
  const child = spawn(process.execPath, [mainFile, ...options], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let log = '';
  let out = '';
  child.stderr?.on('data', (chunk) => {
    log += chunk;
  });
  // Not 'close': it never comes once the IPC channel has been closed from this side.
  const exited = Promise.all([once(child, 'exit'), once(child.stderr ?? child, 'end')]).then(
    ([[code]]) => code as number | null,
  );
  const ready = new Promise<{ app: string; pid: number }>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      out += chunk;
      if (out.includes('\n')) resolve(JSON.parse(out));
    });
    exited.then((code) => reject(new Error(`the host exited with ${code}: ${log}`)));
  });
  const { app: url, pid } = await ready;
  return {
    url,
    pid,
    log: () => log,
    stop: () => {
      // Windows has no SIGTERM to handle: there kill() would be kill -9.
      if (process.platform === 'win32') child.disconnect();
      else child.kill('SIGTERM');
      return exited;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    disconnect: () => {
      child.disconnect();
      return exited;
    },
  };
};

/** A folder of its own for one test, removed afterwards. */
export const tempDir = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'host-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
};

/** The host for one test, stopped when the test is over. */
export const startHostForTest = async (options: Omit<StartOptions, 'dataDir'> & { dataDir?: string }) => {
  const dataDir = options.dataDir ?? (await tempDir());
  const host = await startHost({ ...options, dataDir });
  onTestFinished(() => host.kill());
  return { ...host, dataDir };
};

export const getJson = async <T>(url: string): Promise<T> => (await (await fetch(url)).json()) as T;

/** Moves the clock of a host on. */
export const advance = async (host: { url: string }, duration: string): Promise<Response> =>
  fetch(`${host.url}/admin/clock`, { method: 'POST', body: JSON.stringify({ advance: duration }) });
