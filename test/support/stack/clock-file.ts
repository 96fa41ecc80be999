import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Moves the clock of a host that is down: what falls due meanwhile is found by the next start, all at once. */
export const moveClockFile = async (hostDir: string, byMs: number): Promise<void> => {
  const file = join(hostDir, 'clock.json');
  const { offsetMs } = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ offsetMs: offsetMs + byMs }));
};
