import { setTimeout as pause } from 'node:timers/promises';

const LIMIT_MS = 30_000;

/** Waits until the app reports that it is ready; after the time limit, rejects with what is missing. */
export const awaitReady = async (appUrl: string): Promise<void> => {
  const giveUpAt = performance.now() + LIMIT_MS;
  let said = '';
  while (performance.now() < giveUpAt) {
    const answer = await fetch(`${appUrl}/api/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    said = answer ? `${answer.status} ${await answer.text()}` : 'no answer';
    await pause(100);
  }
  throw new Error(`The app did not become ready within ${LIMIT_MS / 1000} s. It said: ${said}`);
};
