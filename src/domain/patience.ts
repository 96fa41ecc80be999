/** How a step that fails is tried again: more and more rarely, and with somebody told once it has failed too often. */
export type Patience = { pauseMs: number; needsSomebody: boolean };

const firstPauseMs = 5000;
const maxPauseMs = 1_800_000;
const hourMs = 3_600_000;
/** 5 s, 15 s, 45 s and so on, half an hour at most: about an hour and a half until somebody is told; then hourly. */
const failuresUntilTold = 9;

/** What follows after `failures` failures in a row, 1 or more. */
export const patienceAfter = (failures: number): Patience =>
  failures < failuresUntilTold
    ? { pauseMs: Math.min(firstPauseMs * 3 ** (failures - 1), maxPauseMs), needsSomebody: false }
    : { pauseMs: hourMs, needsSomebody: true };
