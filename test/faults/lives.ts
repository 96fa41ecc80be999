import { setTimeout } from 'node:timers/promises';
import { advance } from '../support/claims/claims.ts';
import { carriedThrough, type EndState, endStateOf } from '../support/claims/end-state.ts';
import { type Reply, signIn } from '../support/http/client.ts';
import type { FaultyStack } from '../support/stack/faulty-stack.ts';
import { killAt, nameOf, type Point, pointsOf } from './kill-points.ts';

/**
 * What people still wait for an answer to: they ask again after the crash, as they would. On a slow machine the writes that wait for
 * their kill may take the app so long that it says 503 before: that is no answer.
 */
export type Asked = Map<string, Reply>;
export const ask = async (asked: Asked, what: string, send: () => Promise<Reply>): Promise<void> => {
  if (asked.has(what)) return;
  const reply = await send();
  if (reply.status !== 503) asked.set(what, reply);
};

type Scenario = {
  claim: () => Promise<string>;
  /** What people do, one after the other; after a crash time passes before each. */
  steps?: ((asked: Asked, claimId: string) => Promise<void>)[];
  /** What the clock does to all claims at once. */
  clock?: (claimId: string) => Promise<void>;
  /** Waits until a claim has nothing more to do for now. */
  settled?: (claimId: string) => Promise<unknown>;
  /** Which of the points to die at; all, unless told. */
  where?: (point: string) => boolean;
  /** How many answers people get before the kill; as many as it lets them, unless told. */
  answersFirst?: number;
};

const inTurn = async (steps: Scenario['steps'] = [], asked: Asked, claimId: string): Promise<void> => {
  for (const step of steps) await step(asked, claimId);
};

/** Lives a claim without faults, then others that die at each point of it; what became of each, by point. */
export const outcomesOf = async (
  stack: FaultyStack,
  { claim, steps, clock, settled, where, answersFirst = 0 }: Scenario,
) => {
  const settle = settled ?? ((claimId: string) => carriedThrough(stack, claimId));
  const model = await claim();
  const found = await pointsOf(stack, model, async () => {
    await inTurn(steps, new Map(), model);
    await clock?.(model);
    await settle(model);
  });
  const points = new Map<string, Point>();
  for (const point of found) if (where?.(nameOf(point)) ?? true) points.set(await claim(), point);

  const claimIds = [...points.keys()];
  const asked: Asked = new Map();
  const live = (): void => {
    // Each on its own: who waits for one claim must not hold up the others. What fails here was cut off by the kill.
    for (const claimId of claimIds) inTurn(steps, asked, claimId).catch(() => undefined);
    if (claimIds[0]) clock?.(claimIds[0]).catch(() => undefined);
  };
  await killAt(stack, points, live, () => asked.size >= answersFirst);

  await stack.restart();
  for (const step of steps ?? []) {
    await advance(stack, 'PT2M');
    await whileTimePasses(stack, Promise.all(claimIds.map((claimId) => step(asked, claimId))));
  }
  // Two runs of the reconciler: all the time that healing may take.
  await advance(stack, 'PT2M');
  await advance(stack, 'PT2M');
  await whileTimePasses(stack, Promise.all(claimIds.map(settle)));
  const answers = new Set([...asked.values()].map(({ status }) => status));

  // Past the last moment that the ledger watched for any of them.
  await advance(stack, 'P14D');
  const client = await signIn(stack, 'avery');
  await Promise.all(claimIds.map((claimId) => carriedThrough(stack, claimId)));
  const expected = await endStateOf(stack, client, model);
  const outcomes: Record<string, EndState> = {};
  for (const [claimId, point] of points) outcomes[nameOf(point)] = await endStateOf(stack, client, claimId);
  report(outcomes, expected);
  return { expected, outcomes, answers: [...answers] };
};

/** What was cut off is tried again after pauses of the app's own clock, which must not take as long here. */
const whileTimePasses = async <Result>(stack: FaultyStack, waiting: Promise<Result>): Promise<Result> => {
  const over = waiting.then(
    () => true,
    () => true,
  );
  while (!(await Promise.race([over, setTimeout(5_000, false, { ref: false })]))) await advance(stack, 'PT1M');
  return waiting;
};

const report = (outcomes: Record<string, EndState>, expected: EndState): void => {
  const lines = Object.entries(outcomes).map(([point, outcome]) => {
    const differs = Object.entries(outcome).filter(
      ([part, value]) => JSON.stringify(value) !== JSON.stringify(expected[part as keyof EndState]),
    );
    const words = differs.map(([part, value]) => `${part}: ${JSON.stringify(value)}`).join('; ');
    return `  ${point.padEnd(64)} ${words || 'as without a fault'}`;
  });
  console.log(lines.join('\n'));
};

/** The same end for each point. */
export const same = (points: string[], expected: EndState): Record<string, EndState> =>
  Object.fromEntries(points.map((point) => [point, expected]));
