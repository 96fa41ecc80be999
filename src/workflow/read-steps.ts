import * as z from 'zod';
import { type OrchestrationSteps, stepsOf } from '../domain/orchestration-steps.ts';
import { DependencyUnavailable } from '../lib/result.ts';

const timeoutMs = 10_000;
const answered = z.object({
  runtimeStatus: z.string(),
  createdTime: z.string(),
  lastUpdatedTime: z.string(),
  historyEvents: z.unknown(),
});

/**
 * The steps of the orchestration at this status address; undefined if there is none. Read over HTTP, because the client's
 * `getStatus` looks for `history` where the answer has `historyEvents` (durable-functions 3.5).
 */
export const readSteps = async (statusQueryGetUri: string): Promise<OrchestrationSteps | undefined> => {
  const url = new URL(statusQueryGetUri);
  for (const [name, value] of [
    ['showHistory', 'true'],
    ['showHistoryOutput', 'false'],
    ['showInput', 'false'],
  ] as const) {
    url.searchParams.set(name, value);
  }
  const answer = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) }).catch((cause: unknown) => {
    // The message must not contain the address, which holds a key.
    throw new DependencyUnavailable('The durable extension cannot be reached.', { cause: nameOf(cause) });
  });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new DependencyUnavailable(`The durable extension answered ${answer.status}.`);
  const { runtimeStatus, createdTime, lastUpdatedTime, historyEvents } = answered.parse(await answer.json());
  return {
    runtimeStatus,
    createdAt: new Date(createdTime).toISOString(),
    lastUpdatedAt: new Date(lastUpdatedTime).toISOString(),
    steps: stepsOf(historyEvents),
  };
};

const nameOf = (cause: unknown): string => (cause instanceof Error ? cause.name : typeof cause);
