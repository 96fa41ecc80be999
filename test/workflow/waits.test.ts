import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDurableEngine } from '../../local/durable/engine.ts';
import type { Progress } from '../../src/workflow/advance-claim.ts';
import { activityNames, nudgeEvent, orchestrationName } from '../../src/workflow/claim-lifecycle.ts';
import { loadLifecycle, type RunTurn } from '../support/claims/replay.ts';
import { until } from '../support/until.ts';

/** One look of an activity at the record: what it finds there, when the test lets it return. */
type Look = (call: number, input: unknown) => Progress | Promise<Progress>;

const hour = 3_600_000;
const done: Progress = { done: true, status: 'approved' };
const start = Date.parse('2026-11-20T10:00:00.000Z');
let offset = 0;
const now = (): number => start + offset;
const waiting = (forMs = hour): Progress => ({
  done: false,
  waitingFor: 'the customer',
  wakeAt: new Date(now() + forMs).toISOString(),
});

const looks = new Map<string, { look: Look; calls: string[]; turns: number }>();
let runTurn: RunTurn;
let folder: string;
let engine: ReturnType<typeof createDurableEngine>;

beforeAll(async () => {
  runTurn = await loadLifecycle();
  folder = await mkdtemp(join(tmpdir(), 'waits-'));
  engine = createDurableEngine({
    file: join(folder, 'durable.db'),
    hubName: 'waits',
    now,
    log: () => {},
    functions: {
      hasOrchestrator: (name) => name === orchestrationName,
      hasActivity: (name) => name === activityNames.advance || name === activityNames.recordFailure,
      runOrchestrator: (_, trigger) => {
        const scene = looks.get(trigger.instanceId);
        if (scene) scene.turns += 1;
        // The engine reads the wire format, in which actions are a list of lists.
        return runTurn(trigger).then((answer) => ({ ...answer, actions: [answer.actions] }));
      },
      runActivity: async (name, input, id) => {
        const scene = looks.get(id);
        if (scene === undefined) throw new Error('An unknown claim.');
        scene.calls.push(name);
        return scene.look(scene.calls.length, input);
      },
    },
  });
  await engine.start();
});

afterAll(async () => {
  await engine.stop();
  await rm(folder, { recursive: true, force: true });
});

const call = async (method: string, path: string, body?: unknown) => {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  return engine.handle(new Request(`http://127.0.0.1/runtime/webhooks/durabletask/${path}`, init));
};

/** Starts the orchestration of a claim whose activities answer as `look` says. */
const begin = async (id: string, look: Look) => {
  const scene = { look, calls: [] as string[], turns: 0 };
  looks.set(id, scene);
  await call('POST', `orchestrators/${orchestrationName}/${id}`, { claimId: id });
  const state = async () => (await call('GET', `instances/${id}`)).json() as Promise<Record<string, unknown>>;
  return {
    scene,
    state,
    nudge: () => call('POST', `instances/${id}/raiseEvent/${nudgeEvent}`, {}),
    called: (times: number) => until(`${times} activities`, async () => scene.calls.length >= times),
    asleep: (turns: number) => until(`turn ${turns}`, async () => scene.turns >= turns),
    ended: () =>
      until('the end', async () => {
        const { runtimeStatus, output } = await state();
        return runtimeStatus === 'Completed' && output;
      }),
  };
};

/** Moves the clock to the next timer, and on until the engine is idle. */
const fireNextTimer = async (): Promise<void> => {
  offset = Math.max(offset, (engine.nextTimerDue() ?? now()) - start);
  await engine.fireDueTimers();
};

/** An activity that does not end before the test says so. */
const held = () => {
  const release = Promise.withResolvers<Progress>();
  return { result: release.promise, end: release.resolve };
};

describe('The orchestration of a claim', () => {
  test('carries an approved claim in four turns and two activities', async () => {
    const claim = await begin('approved', (call) => (call === 1 ? waiting() : done));
    await claim.asleep(2);
    await claim.nudge();
    expect(await claim.ended()).toBe('approved');
    expect(claim.scene).toMatchObject({ turns: 4, calls: ['advanceClaim', 'advanceClaim'] });
  });

  test('does not lose a nudge that comes during the reminder activity', async () => {
    const reminder = held();
    const claim = await begin('during-reminder', (call) => [waiting(), reminder.result, done][call - 1] ?? done);
    await claim.asleep(2);
    const fired = fireNextTimer();
    await claim.called(2);
    await claim.nudge();
    await claim.asleep(4);
    reminder.end(waiting());
    await fired;
    expect(await claim.ended()).toBe('approved');
    expect(claim.scene.calls).toHaveLength(3);
  });

  test('does not lose a nudge that comes before the first activity has ended', async () => {
    const first = held();
    const claim = await begin('early', (call) => (call === 1 ? first.result : done));
    await claim.called(1);
    await claim.nudge();
    first.end(waiting());
    expect(await claim.ended()).toBe('approved');
  });

  test('does not end over a nudge that comes during its last activity: it looks once more', async () => {
    const last = held();
    const claim = await begin('last-moment', (call) => (call === 1 ? last.result : done));
    await claim.called(1);
    await claim.nudge();
    await claim.asleep(2);
    last.end(done);
    expect(await claim.ended()).toBe('approved');
    expect(claim.scene.calls).toHaveLength(2);
  });

  test('loses no nudge during an activity that a nudge began, after a timer has woken it before', async () => {
    const answer = held();
    const claim = await begin('after-timers', (call) => (call === 3 ? answer.result : call < 5 ? waiting() : done));
    await claim.asleep(2);
    await fireNextTimer();
    await claim.asleep(4);
    await claim.nudge();
    await claim.called(3);
    await claim.nudge();
    await claim.asleep(6);
    answer.end(waiting());
    await claim.called(4);
    await claim.nudge();
    expect(await claim.ended()).toBe('approved');
  });

  test('looks at the record once more for each of several nudges, and not for ever', async () => {
    const claim = await begin('nudged', (call) => (call < 4 ? waiting() : done));
    for (const turns of [2, 4, 6]) {
      await claim.asleep(turns);
      await claim.nudge();
    }
    expect(await claim.ended()).toBe('approved');
    expect(claim.scene.calls).toHaveLength(4);
  });

  test('waits for a nudge alone when the record names no time', async () => {
    const idle = engine.nextTimerDue();
    const claim = await begin('no-time', (call) => (call === 1 ? { done: false, waitingFor: 'the partner' } : done));
    await claim.asleep(2);
    expect(await claim.state()).toMatchObject({ runtimeStatus: 'Running', customStatus: 'Waiting for the partner' });
    expect(engine.nextTimerDue()).toBe(idle);
    await claim.nudge();
    expect(await claim.ended()).toBe('approved');
  });

  test('leaves no timer behind that would hold it after its end', async () => {
    const claim = await begin('no-timer', (call) => (call === 1 ? waiting(30 * 24 * hour) : done));
    await claim.asleep(2);
    await claim.nudge();
    expect(await claim.ended()).toBe('approved');
    expect(engine.nextTimerDue()).toBeUndefined();
  });

  test('counts failures in a row, and hears a nudge while it waits to try again', async () => {
    const told: unknown[] = [];
    const claim = await begin('failing', (call, input) => {
      if (call === 7) return done;
      if (call % 2 === 1) throw new Error('out of order');
      told.push(input);
      return waiting(1000 * hour);
    });
    for (const failures of [1, 2, 3]) {
      await until('the next wait', async () => claim.scene.calls.length === failures * 2);
      await claim.asleep(failures * 3);
      await claim.nudge();
    }
    expect(await claim.ended()).toBe('approved');
    expect(claim.scene.calls.filter((name) => name === 'recordFailure')).toHaveLength(3);
    expect(told).toMatchObject([{ failures: 1 }, { failures: 2 }, { failures: 3 }]);
  });

  test('takes a busy mail service for a failure, and hands on when it takes mails again', async () => {
    const told: unknown[] = [];
    const notBefore = new Date(now() + hour).toISOString();
    const claim = await begin('throttled', (call, input) => {
      if (call === 3) return done;
      if (call === 1) return { done: false, waitingFor: 'the mail service', notBefore };
      told.push(input);
      return waiting();
    });
    await claim.called(2);
    await claim.nudge();
    expect(await claim.ended()).toBe('approved');
    expect(told).toEqual([{ claimId: 'throttled', failures: 1, notBefore }]);
  });

  test('counts again after a step that went well', async () => {
    const told: unknown[] = [];
    const claim = await begin('mended', (call, input) => {
      if (call === 1 || call === 4) throw new Error('out of order');
      if (call === 6) return done;
      if (call !== 3) told.push(input);
      return waiting();
    });
    for (const calls of [2, 3, 5]) {
      await until(`${calls} activities`, async () => claim.scene.calls.length === calls);
      await claim.nudge();
    }
    expect(await claim.ended()).toBe('approved');
    expect(told).toMatchObject([{ failures: 1 }, { failures: 1 }]);
  });
});
