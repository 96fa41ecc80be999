import { describe, expect, test } from 'vitest';
import { comparable, createClock, openScene, orchestratorCalls, readRecord, type Scene } from './durable-scenarios.ts';

const DAY = 86_400_000;

const expectAsRecorded = (scene: Scene, record: string, id: string): void => {
  const { recorded, ours } = comparable(
    readRecord(record).invocations[id] ?? [],
    orchestratorCalls(scene.invocations, id),
  );
  expect(recorded.length).toBeGreaterThan(0);
  expect(ours).toEqual(recorded);
};

describe.concurrent('Durable timers', () => {
  test('timer_left_open: an open timer holds the instance in Running until it fires', async () => {
    const scene = await openScene();
    await scene.client('start', { name: 'timerLeftOpen', id: 'timer_open' });
    await scene.turns('timer_open', 1);
    await scene.client('raise', { id: 'timer_open', event: 'Stop' }, 1);
    await scene.turns('timer_open', 2);
    await scene.engine.fireDueTimers();
    expect(await scene.status('timer_open')).toMatchObject({ runtimeStatus: 'Running', output: null });
    expectAsRecorded(scene, 'timer_left_open', 'timer_open');
    await scene.fireNextTimer();
    expect(await scene.status('timer_open')).toMatchObject({
      runtimeStatus: 'Completed',
      output: 'done, timer not cancelled',
    });
    await scene.close();
  });

  test('long_timer: 20 days begin with a hop of 3, and a cancelled timer lets go at once', async () => {
    const scene = await openScene();
    await scene.client('start', { name: 'longTimer', id: 'long_timer' });
    await scene.turns('long_timer', 1);
    await scene.engine.fireDueTimers();
    const shown = async () =>
      (await scene.http('GET instances/long_timer?showHistory=true')).body as {
        historyEvents: { EventType: string; Timestamp: string; FireAt?: string }[];
      };
    const before = (await shown()).historyEvents;
    expect(before.map(({ EventType }) => EventType)).toEqual(['ExecutionStarted', 'TimerCreated']);
    const hop = Date.parse(before[1]?.FireAt ?? '') - Date.parse(before[0]?.Timestamp ?? '');
    expect(Math.abs(hop - 3 * DAY)).toBeLessThan(1000);

    await scene.client('raise', { id: 'long_timer', event: 'Stop' }, 1);
    expect(await scene.ended('long_timer')).toMatchObject({ runtimeStatus: 'Completed', output: 'event' });
    expect(scene.engine.nextTimerDue()).toBeUndefined();
    const after = readRecord('long_timer').result as { after: string[] };
    expect((await shown()).historyEvents.map(({ EventType }) => EventType)).toEqual(
      after.after.map((entry) => entry.split(' ')[0]),
    );
    expectAsRecorded(scene, 'long_timer', 'long_timer');
    await scene.close();
  });

  test('a timer of 20 days fires after 20 days, hop by hop', async () => {
    const scene = await openScene();
    const began = Date.now();
    await scene.client('start', { name: 'longTimer', id: 'long' });
    await scene.turns('long', 1);
    await scene.engine.fireDueTimers();
    const dues: number[] = [];
    while ((await scene.status('long')).runtimeStatus === 'Running') {
      dues.push(((scene.engine.nextTimerDue() ?? 0) - began) / DAY);
      await scene.fireNextTimer();
    }
    expect((await scene.status('long')).output).toBe('timer');
    expect(dues.map(Math.round)).toEqual([3, 6, 9, 12, 15, 20]);
    await scene.close();
  });

  test('reuse: the wait that is made once gets the decision in a later round', async () => {
    const scene = await openScene();
    await scene.client('start', { name: 'reuse', id: 'reuse' });
    await scene.turns('reuse', 1);
    await scene.engine.fireDueTimers();
    await scene.fireNextTimer();
    await scene.turns('reuse', 3);
    await scene.client('raise', { id: 'reuse', event: 'Decision' }, 'during reminder');
    expect((await scene.ended('reuse')).output).toEqual(readRecord('reuse').result);
    expectAsRecorded(scene, 'reuse', 'reuse');
    await scene.close();
  });

  test('naive: a fresh wait in each round loses the decision', async () => {
    const scene = await openScene();
    await scene.client('start', { name: 'naive', id: 'naive' });
    await scene.turns('naive', 1);
    await scene.engine.fireDueTimers();
    await scene.turns('naive', 2);
    await scene.client('raise', { id: 'naive', event: 'Decision' }, 'during reminder');
    expect((await scene.ended('naive', true)).output).toBe(readRecord('naive').result);
    expectAsRecorded(scene, 'naive', 'naive');
    await scene.close();
  });

  test('many timers that fall due in one jump of the clock have all fired when fireDueTimers resolves', async () => {
    const clock = createClock();
    const scene = await openScene({ clock });
    const ids = Array.from({ length: 50 }, (_, index) => `jump${index}`);
    for (const id of ids) await scene.client('start', { name: 'main', id }, { failures: 1, waitMs: 5 * DAY });
    for (const id of ids)
      await scene.waitFor(id, ({ customStatus }) => (customStatus as { step: string } | null)?.step === 'wait');
    clock.advance(6 * DAY);
    await scene.engine.fireDueTimers();
    for (const id of ids) expect((await scene.status(id)).runtimeStatus).toBe('Completed');
    await scene.close();
  });

  test.each([
    { timerSkewMs: -1000, earliest: -1000, latest: -1 },
    { timerSkewMs: 500, earliest: 500, latest: 30_000 },
  ])('timers can be made to fire off their time: $timerSkewMs ms', async ({ timerSkewMs, earliest, latest }) => {
    const scene = await openScene({ timerSkewMs });
    await scene.client('start', { name: 'precise', id: 'precise' }, 2000);
    const { output } = await scene.ended('precise');
    const { clockMinusDue } = output as { clockMinusDue: number };
    expect(clockMinusDue).toBeGreaterThanOrEqual(earliest);
    expect(clockMinusDue).toBeLessThanOrEqual(latest);
    await scene.close();
  });
});
