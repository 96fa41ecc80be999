import { claimOf, labelOf } from '../support/http/call-label.ts';
import type { FaultyStack } from '../support/stack/faulty-stack.ts';
import { until } from '../support/until.ts';

/** A moment at which the host dies: around the `nth` call of one kind that the app makes for a claim. */
export type Point = { at: 'before' | 'after'; label: string; nth: number };

export const nameOf = ({ at, label, nth }: Point): string => `${at} ${label}${nth > 1 ? ` (${nth})` : ''}`;

/**
 * Everything that the app writes and sends for one claim while `run` goes on, in order, each as a pair of points. Reports on
 * mails wait until that is over: one that came between reading and writing would have the app write again, at points that
 * no other life has.
 */
export const pointsOf = async ({ proxy }: FaultyStack, claimId: string, run: () => Promise<void>): Promise<Point[]> => {
  const labels: string[] = [];
  const over = Promise.withResolvers<void>();
  proxy.fateOf = (call) => {
    if (!call.write || claimOf(call) !== claimId) return undefined;
    const label = labelOf(call);
    if (label.endsWith('delivery-reported')) return { before: () => over.promise };
    labels.push(label);
    return undefined;
  };
  await run();
  proxy.fateOf = () => undefined;
  over.resolve();
  return labels.flatMap((label, index) => {
    const nth = labels.slice(0, index + 1).filter((earlier) => earlier === label).length;
    return (['before', 'after'] as const).map((at) => ({ at, label, nth }));
  });
};

const never = new Promise<void>(() => {});

/**
 * Leaves every claim waiting at its own point while `run` goes on, and kills the host when all are there. For each claim
 * that is a SIGKILL at its point: the call has not left, or it has taken effect and nobody was told. `ready`: what else must
 * have happened by then.
 */
export const killAt = async (
  stack: FaultyStack,
  points: Map<string, Point>,
  run: () => unknown,
  ready: () => boolean = () => true,
): Promise<void> => {
  const seen = new Map<string, number>();
  const reached = new Set<string>();
  stack.proxy.fateOf = (call) => {
    const claimId = claimOf(call);
    const point = claimId === undefined ? undefined : points.get(claimId);
    if (claimId === undefined || point === undefined || !call.write || labelOf(call) !== point.label) return undefined;
    const nth = (seen.get(claimId) ?? 0) + 1;
    seen.set(claimId, nth);
    if (nth !== point.nth) return undefined;
    const stay = (): Promise<void> => {
      reached.add(claimId);
      return never;
    };
    return point.at === 'before' ? { before: stay } : { after: stay };
  };
  run();
  const missing = (): string[] => [...points].flatMap(([id, point]) => (reached.has(id) ? [] : [nameOf(point)]));
  await until('each claim at its point', async () => missing().length === 0 && ready()).catch((cause: Error) => {
    throw new Error(`Not reached: ${missing().join(', ')}`, { cause });
  });
  await stack.kill();
};
