import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';

export type Lock = { release(): void };

/** Another process holds the lock and did not release it in time. */
export class LockHeldError extends Error {
  override name = 'LockHeldError';
}

const SQLITE_BUSY = 5;
const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;

/** Locks of this process. A database without a reference would be collected, and its lock released. */
const held = new Set<DatabaseSync>();

/**
 * Takes an exclusive lock on `file`. It is a lock of the operating system, through SQLite, so it ends with the process
 * however that dies. There is no stale lock file, and no guess whether a process ID was reused.
 */
export const takeLock = async (
  file: string,
  { waitMs, onWait }: { waitMs: number; onWait?: () => void },
): Promise<Lock> => {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  const giveUpAt = performance.now() + waitMs;
  let waited = false;
  for (;;) {
    try {
      database.exec('BEGIN EXCLUSIVE');
      held.add(database);
      return {
        release: () => {
          held.delete(database);
          database.close();
        },
      };
    } catch (error) {
      if (!isBusy(error) || performance.now() >= giveUpAt) {
        database.close();
        throw isBusy(error) ? new LockHeldError(`${file} is held by another process`) : error;
      }
    }
    if (!waited) onWait?.();
    waited = true;
    await pause(50);
  }
};
