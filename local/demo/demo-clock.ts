import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { clockOffset } from '../clock.ts';
import { writeJsonFile } from '../host/atomic-json.ts';

/** Longer than any window of five business days. */
const BEHIND_MS = 10 * 86_400_000;

/**
 * Starts a fresh stack ten days in the past, so that the demo has a claim whose window ended and its clock need not be ahead
 * of the machine's. `hostDir` is the host's data folder; a host that has run before keeps its time.
 */
export const beginInThePast = async (hostDir: string): Promise<void> => {
  if (await stat(hostDir).catch(() => undefined)) return;
  await mkdir(hostDir, { recursive: true });
  await writeJsonFile(join(hostDir, 'clock.json'), { offsetMs: -BEHIND_MS });
};

/** Advances the stack's clock to the machine's, if it is behind. */
export const catchUp = async (appUrl: string): Promise<void> => {
  const behindMs = -clockOffset();
  if (behindMs <= 0) return;
  const answer = await fetch(`${appUrl}/admin/clock`, {
    method: 'POST',
    body: JSON.stringify({ advance: `PT${behindMs / 1000}S` }),
  });
  if (!answer.ok) throw new Error(`The clock could not be moved: ${answer.status}`);
};
