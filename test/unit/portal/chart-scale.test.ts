import { expect, test } from 'vitest';
import { ticksUpTo } from '../../../src/web/operators/throughput/chart-scale.ts';

test.for([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [7, [0, 2, 4, 6, 8]],
  [0.4, [0, 1]],
  [41.3, [0, 20, 40, 60]],
  [1000, [0, 500, 1000]],
  [1234, [0, 500, 1000, 1500]],
] as const)('a chart whose highest value is %s has lines at whole, round figures up to it', ([max, ticks]) => {
  expect(ticksUpTo(max)).toEqual(ticks);
});
