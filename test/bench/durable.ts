import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDurableEngine } from '../../local/durable/engine.ts';
import { appRunner, loadScenarioApp } from '../local/durable/durable-scenarios.ts';

const INSTANCES = 2000;
const AT_ONCE = 200;

/**
 * Throughput of the engine alone with the unmodified durable-functions on it: a bare approval (activity, wait, event,
 * activity). Starts are counted until the instance waits for its event, completions from the event to the end.
 */
export const benchDurable = async (): Promise<{ startsPerSecond: number; completionsPerSecond: number }> => {
  const worker = await loadScenarioApp();
  const dir = mkdtempSync(join(tmpdir(), 'bench-durable-'));
  const engine = createDurableEngine({
    file: join(dir, 'durable.db'),
    hubName: 'BenchHub',
    now: () => Date.now(),
    functions: appRunner(worker),
    log: (line) => console.error(line),
  });
  await engine.start();
  const base = 'http://127.0.0.1/runtime/webhooks/durabletask';
  const post = async (path: string, body: string): Promise<void> => {
    const { status } = await engine.handle(new Request(`${base}/${path}`, { method: 'POST', body }));
    if (status !== 202) throw new Error(`${path} answered ${status}`);
  };

  const start = await perSecond((n) => post(`orchestrators/approval/b${n}`, '{"claim":1}'), engine.fireDueTimers);
  const complete = await perSecond(
    (n) => post(`instances/b${n}/raiseEvent/Decision`, '{"ok":true}'),
    engine.fireDueTimers,
  );

  const query = new Request(`${base}/instances/?runtimeStatus=Completed&top=${INSTANCES + 1}`);
  const completed = (await (await engine.handle(query)).json()) as unknown[];
  if (completed.length !== INSTANCES) throw new Error(`${completed.length} of ${INSTANCES} completed`);
  await engine.stop();
  rmSync(dir, { recursive: true, force: true });
  return { startsPerSecond: start, completionsPerSecond: complete };
};

const perSecond = async (one: (n: number) => Promise<void>, idle: () => Promise<void>): Promise<number> => {
  const began = performance.now();
  let next = 0;
  const line = async (): Promise<void> => {
    while (next < INSTANCES) await one(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, line));
  await idle();
  return Math.round((INSTANCES * 1000) / (performance.now() - began));
};
