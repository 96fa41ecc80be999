/** How a failing step is repeated: at growing intervals, and with a flag for operators after too many failures. */
export type Patience = { pauseMs: number; needsOperators: boolean };

const firstPauseMs = 5000;
const maxPauseMs = 1_800_000;
const hourMs = 3_600_000;
/** 5 s, 15 s, 45 s and so on, at most half an hour: about 90 minutes until operators are told, then hourly. */
const failuresUntilTold = 9;

/** What follows after `failures` failures in a row, 1 or more. */
export const patienceAfter = (failures: number): Patience =>
  failures < failuresUntilTold
    ? { pauseMs: Math.min(firstPauseMs * 3 ** (failures - 1), maxPauseMs), needsOperators: false }
    : { pauseMs: hourMs, needsOperators: true };
