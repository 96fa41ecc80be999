import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test } from 'vitest';
import { LockHeldError, takeLock } from '../../../local/stack/lock.ts';

const lockFile = async (): Promise<string> => {
  const dir = await mkdtemp(join(tmpdir(), 'lock-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  return join(dir, 'locks', 'some.db');
};

/** Everything that no one refers to goes. */
const collectGarbage = async (): Promise<void> => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  for (let round = 0; round < 5; round += 1) {
    collect();
    await turn();
  }
};

test('a lock is held until it is released', async () => {
  const file = await lockFile();
  const lock = await takeLock(file, { waitMs: 0 });
  await expect(takeLock(file, { waitMs: 0 })).rejects.toThrow(LockHeldError);
  lock.release();
  (await takeLock(file, { waitMs: 0 })).release();
});

test('a lock is held although whoever took it keeps nothing of it', async () => {
  const file = await lockFile();
  await takeLock(file, { waitMs: 0 });
  await collectGarbage();
  await expect(takeLock(file, { waitMs: 0 })).rejects.toThrow(LockHeldError);
});
