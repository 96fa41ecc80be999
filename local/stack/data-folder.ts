import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Lock, LockHeldError, takeLock } from './lock.ts';

/** How long a start waits for a predecessor on the same folder to finish. */
const PREDECESSOR_LIMIT_MS = 10_000;

/** The entries that a stack creates; nothing else in the folder is ever deleted. */
const CONTENT = ['azurite', 'host', 'identity', 'logs', 'mail', 'telemetry', 'demo.json', 'secrets.json'];

/** Another local stack runs on this folder; the message says which. */
export class FolderInUseError extends Error {
  override name = 'FolderInUseError';
}

export type DataFolder = {
  /** Notes which process runs here, for the error message of a second start. */
  signIn(app: string): Promise<void>;
  /** Deletes all state. */
  reset(): Promise<void>;
  release(): void;
};

/**
 * Takes `dataDir` for this process. Children of a killed predecessor may still be writing, so this waits for their locks
 * as well. Throws `FolderInUseError` if one remains.
 */
export const takeFolder = async (
  dataDir: string,
  { onWait, waitMs = PREDECESSOR_LIMIT_MS }: { onWait?: () => void; waitMs?: number } = {},
): Promise<DataFolder> => {
  const holderFile = join(dataDir, 'locks', 'holder.json');
  await mkdir(join(dataDir, 'locks'), { recursive: true });

  const take = async (name: string): Promise<Lock> => {
    try {
      return await takeLock(join(dataDir, 'locks', `${name}.db`), { waitMs, ...(onWait && { onWait }) });
    } catch (error) {
      if (!(error instanceof LockHeldError)) throw error;
      const holder = await readFile(holderFile, 'utf8').catch(() => '{}');
      // The cast: the note is written by `signIn`; a missing one leaves both out of the message.
      const { pid, app } = JSON.parse(holder) as { pid?: number; app?: string };
      const who = pid ? ` (process ${pid}, ${app})` : '';
      throw new FolderInUseError(
        `Another local stack${who} runs on ${dataDir}. Stop it first, or choose another folder with --data DIR.`,
      );
    }
  };

  const lock = await take('stack');
  for (const child of ['storage', 'services']) (await take(child)).release();
  return {
    signIn: (app) => writeFile(holderFile, JSON.stringify({ pid: process.pid, app })),
    reset: async () => {
      for (const name of CONTENT) await rm(join(dataDir, name), { recursive: true, force: true });
    },
    release: () => lock.release(),
  };
};
