/** The values at which a chart draws a line, from 0 to its top: at most five, evenly spaced, the top at or above `max`. */
export const ticksUpTo = (max: number): number[] => {
  const step = niceStep(Math.max(max, 1) / 4);
  return Array.from({ length: Math.ceil(Math.max(max, 1) / step) + 1 }, (_, at) => at * step);
};

/** The smallest 1, 2 or 5 times a power of ten that is not below `value`; whole numbers only. */
const niceStep = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 5, 10].find((nice) => nice * power >= value) ?? 10;
  return Math.max(1, factor * power);
};
