import { setTimeout as pause } from 'node:timers/promises';

/** Resolves with the first value of `look` that is neither undefined nor false; rejects after `limitMs`. */
export const until = async <T>(
  what: string,
  look: () => Promise<T | undefined | false>,
  limitMs = 45_000,
): Promise<T> => {
  const giveUpAt = performance.now() + limitMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (performance.now() > giveUpAt) throw new Error(`Waited ${limitMs} ms in vain for: ${what}.`);
    await pause(25);
  }
};
