import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { pauseMs } from './patience.ts';
import { needed } from './tools.ts';

/** After a deployment: waits until the app says that it is ready, or tells what it lacks. */

const limitMs = Number(process.env.SMOKE_LIMIT_MS ?? 300_000);
const answerMs = 20_000;

const answer = z.object({ checks: z.array(z.object({ name: z.string(), ok: z.boolean() })) });

/** `undefined`: ready. Else what is missing, in words. */
const lacking = async (url: string): Promise<string | undefined> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(answerMs) }).catch((error: unknown) => error);
  if (!(response instanceof Response)) return 'it cannot be reached';
  if (response.status === 200) return undefined;
  const read = answer.safeParse(await response.json().catch(() => undefined));
  if (!read.success) return `it answers ${response.status}: the settings may be wrong, see the log of the app`;
  const failing = read.data.checks.filter(({ ok }) => !ok).map(({ name }) => name);
  return `it waits for ${failing.join(', ')}`;
};

export const smoke = async (): Promise<void> => {
  const url = `${needed('PUBLIC_URL').replace(/\/$/, '')}/api/health/ready`;
  const giveUpAt = performance.now() + limitMs;
  for (;;) {
    const why = await lacking(url);
    if (why === undefined) {
      console.log(`Ready: ${url}`);
      return;
    }
    if (performance.now() > giveUpAt)
      throw new Error(
        `The app is not ready after ${limitMs / 1000} s: ${why}. See docs/runbooks/readiness-failing.md.`,
      );
    console.log(`Not ready yet: ${why}.`);
    await pause(pauseMs);
  }
};
