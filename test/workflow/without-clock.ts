const RealDate = Date;

const refuse = (what: string) => (): never => {
  throw new Error(`The orchestrator ${what}.`);
};

/** A `Date` that can hold a given instant and does not know the present one. */
class TimelessDate extends RealDate {
  constructor(...args: unknown[]) {
    if (args.length === 0) refuse('looked at the clock')();
    // The cast: Date's overloads cannot be spread.
    super(...(args as [number]));
  }
  static override now = refuse('looked at the clock');
}

/** Runs `work` in a process that has neither a clock nor chance. */
export const withoutClock = async <T>(work: () => Promise<T>): Promise<T> => {
  const { random } = Math;
  const { now } = performance;
  // The cast: called without `new`, the class throws, as is wanted here.
  globalThis.Date = TimelessDate as unknown as DateConstructor;
  Math.random = refuse('asked for a random number');
  performance.now = refuse('looked at the clock');
  try {
    return await work();
  } finally {
    globalThis.Date = RealDate;
    Math.random = random;
    performance.now = now;
  }
};
