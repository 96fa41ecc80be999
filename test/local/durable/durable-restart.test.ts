import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createClock, openScene } from './durable-scenarios.ts';

const children = new Set<ChildProcess>();
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
});

const tempDir = (): string => mkdtempSync(join(tmpdir(), 'durable-restart-'));

test('what waits for an event, a timer or an activity goes on after a stop and a start', async () => {
  const dir = tempDir();
  const clock = createClock();
  const before = await openScene({ dir, clock });
  await before.client('start', { name: 'approval', id: 'event' });
  await before.client('start', { name: 'main', id: 'timer' }, { failures: 0, waitMs: 3 * 86_400_000 });
  await before.client('start', { name: 'approval', id: 'done' });
  await before.client('raise', { id: 'done', event: 'Decision' }, 'kept');
  await before.ended('done');
  await before.turns('event', 2);
  await before.waitFor('timer', ({ customStatus }) => JSON.stringify(customStatus).includes('wait'));
  await before.stop();

  const after = await openScene({ dir, clock });
  expect(await after.status('done')).toMatchObject({ runtimeStatus: 'Completed', output: 'kept' });
  expect((await after.status('event')).runtimeStatus).toBe('Running');
  await after.client('raise', { id: 'event', event: 'Decision' }, 'after the restart');
  expect((await after.ended('event')).output).toBe('after the restart');
  await after.fireNextTimer();
  expect((await after.ended('timer')).output).toMatchObject([{ winner: 'timer' }]);
  await after.close();
});

test('a timer that fell due while nothing ran fires at the start', async () => {
  const dir = tempDir();
  const clock = createClock();
  const before = await openScene({ dir, clock });
  await before.client('start', { name: 'precise', id: 'overdue' }, 86_400_000);
  await before.turns('overdue', 1);
  await before.stop();
  clock.advance(2 * 86_400_000);
  const after = await openScene({ dir, clock });
  expect((await after.ended('overdue')).runtimeStatus).toBe('Completed');
  await after.close();
});

test('two engines cannot open one hub', async () => {
  const scene = await openScene();
  await expect(openScene({ dir: scene.dir })).rejects.toThrow(/locked/);
  await scene.close();
});

test('SIGKILL at any moment loses nothing that was acknowledged, and every activity runs at least once', async () => {
  const dir = tempDir();
  const log = join(dir, 'ran.log');
  const started = new Set<string>();
  const raised = new Set<string>();
  for (let generation = 0; generation < 6; generation++) {
    const child = fork(join(import.meta.dirname, 'durable-child.ts'), [dir, String(generation)], {
      execArgv: [],
      env: { ...process.env, SMOKE_DIR: dir, SMOKE_LOG: log, NODE_OPTIONS: '' },
    });
    children.add(child);
    const enough = 5 + Math.floor(Math.random() * 120);
    let told = 0;
    child.on('message', (message: { started?: string; raised?: string }) => {
      if (message.started) started.add(message.started);
      if (message.raised) raised.add(message.raised);
      if (++told === enough) child.kill('SIGKILL');
    });
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    children.delete(child);
    expect(signal).toBe('SIGKILL');
  }
  expect(raised.size).toBeGreaterThan(10);

  // Before the engine starts: it goes on with interrupted activities at once.
  process.env.SMOKE_LOG = log;
  const scene = await openScene({ dir });
  for (const id of raised) expect((await scene.ended(id)).output).toBe(id);
  for (const id of started) {
    if (!raised.has(id)) await scene.http(`POST instances/${id}/raiseEvent/Decision`, '"late"');
    expect((await scene.ended(id)).runtimeStatus).toBe('Completed');
  }
  delete process.env.SMOKE_LOG;
  const runs = new Map<string, number>();
  for (const line of readFileSync(log, 'utf8').trim().split('\n')) {
    const id = line.split(' ')[0] ?? '';
    runs.set(id, (runs.get(id) ?? 0) + 1);
  }
  for (const id of started) expect(runs.get(id)).toBeGreaterThanOrEqual(2);
  await scene.close();
});
