/**
 * A `Date` that can be moved forward, for the whole process. Install it before anything else is loaded: libraries that
 * keep a reference to the original `Date` would stay behind.
 */

const RealDate = Date;
let offsetMs = 0;

class MovedDate extends RealDate {
  constructor(...args: unknown[]) {
    // The one cast: Date's overloads cannot be spread, and what the caller passed is passed on untouched.
    super(...((args.length === 0 ? [MovedDate.now()] : args) as [number]));
  }
  static override now(): number {
    return RealDate.now() + offsetMs;
  }
}

/** Puts the movable clock in place of `Date`, `startOffsetMs` ahead of the machine's clock. */
export const installClock = (startOffsetMs = 0): void => {
  offsetMs = startOffsetMs;
  globalThis.Date = MovedDate as DateConstructor;
};

/** How far (ms) the clock stands ahead of the machine's. */
export const clockOffset = (): number => offsetMs;

/** Sets how far (ms) the clock stands ahead; it never goes back. */
export const setClockOffset = (ms: number): void => {
  offsetMs = Math.max(offsetMs, ms);
};
