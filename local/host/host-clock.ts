import { join } from 'node:path';
import { clockOffset, installClock, setClockOffset } from '../clock.ts';
import { readJsonFile, writeJsonFile } from './atomic-json.ts';

const dayMs = 86_400_000;
/** Limits the steps of one advance: a longer one takes steps of more than a day. */
const mostSteps = 100;

/** The host's clock, kept in `dataDir/clock.json`. */
export type HostClock = {
  /**
   * Advances the clock, stopping wherever a durable timer is due, so that it fires at its time, and once a day for the
   * timer triggers, so that what they do on one day is there on the next.
   */
  advance(byMs: number): Promise<void>;
};

/** What moves with the clock. */
export type ClockFollowers = {
  services: (offsetMs: number) => Promise<void>;
  nextTimerDue(): number | undefined;
  fireDurableTimers(): Promise<void>;
  runDueTimers(): Promise<void>;
};

/** Installs the movable clock at the time of the last run. Call this before the app is loaded. */
export const restoreClock = async (dataDir: string): Promise<void> => {
  const kept = (await readJsonFile(join(dataDir, 'clock.json'))) as { offsetMs: number } | undefined;
  installClock(kept?.offsetMs ?? 0);
};

/** Creates the clock of the control endpoint. Advances run one after another. */
export const createHostClock = (dataDir: string, followers: ClockFollowers): HostClock => {
  let last: Promise<void> = Promise.resolve();

  const moveTo = async (offsetMs: number): Promise<void> => {
    setClockOffset(offsetMs);
    // Saved before anything happens at the new time, or the clock could be behind the records after a crash.
    await writeJsonFile(join(dataDir, 'clock.json'), { offsetMs: clockOffset() });
    await followers.services(clockOffset());
  };

  const advance = async (byMs: number): Promise<void> => {
    // Running work arms its timers first, or the jump would pass them.
    await followers.fireDurableTimers();
    const target = clockOffset() + byMs;
    const stepMs = Math.max(dayMs, byMs / mostSteps);
    do await step(Math.min(target, clockOffset() + stepMs));
    while (clockOffset() < target);
  };

  /** Fires durable timers up to `target` at their times, then runs the timer triggers that are due. */
  const step = async (target: number): Promise<void> => {
    let firedAt: number | undefined;
    for (;;) {
      const due = followers.nextTimerDue();
      const offset = due === undefined ? target : due - (Date.now() - clockOffset());
      // A timer that remains after it was fired can't be fired; don't wait for it.
      if (due === undefined || offset > target || due === firedAt) break;
      await moveTo(offset);
      await followers.fireDurableTimers();
      firedAt = due;
    }
    await moveTo(target);
    await followers.runDueTimers();
    // Work that the timer triggers started belongs to this step.
    await followers.fireDurableTimers();
  };

  return {
    advance: (byMs) => {
      const next = () => advance(byMs);
      last = last.then(next, next);
      return last;
    },
  };
};

const unitMs = { weeks: 604_800_000, days: 86_400_000, hours: 3_600_000, minutes: 60_000, seconds: 1000 };
const longestMs = 3660 * unitMs.days;

/** Milliseconds of an ISO 8601 duration of weeks, days, hours, minutes and seconds; undefined for anything else. */
export const parseDuration = (text: unknown): number | undefined => {
  if (typeof text !== 'string') return undefined;
  const pattern = /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/;
  const parts = pattern.exec(text)?.slice(1);
  if (!parts) return undefined;
  const ms = Object.values(unitMs).reduce((sum, unit, index) => sum + Number(parts[index] ?? 0) * unit, 0);
  return ms <= longestMs ? Math.round(ms) : undefined;
};
