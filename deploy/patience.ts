import { setTimeout as pause } from 'node:timers/promises';

/** What was just made or allowed is known everywhere in Azure only after a while: the hooks try again. */

const usualPauseMs = 5_000;
export const pauseMs = Number(process.env.HOOK_PAUSE_MS ?? usualPauseMs);
const triesWithin = (minutes: number): number => Number(process.env.HOOK_TRIES ?? (minutes * 60_000) / usualPauseMs);

/** Tries again as long as what came out is `tooEarly`, and gives what came out at last. */
export const patiently = async <T>(
  attempt: () => Promise<T>,
  { tooEarly, minutes, saying }: { tooEarly: (result: T) => boolean; minutes: number; saying: string },
): Promise<T> => {
  for (let left = triesWithin(minutes); ; left -= 1) {
    const result = await attempt();
    if (!tooEarly(result) || left <= 1) return result;
    console.log(saying);
    await pause(pauseMs);
  }
};
