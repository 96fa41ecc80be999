import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openScene, orchestratorCalls, type Scene } from './durable-scenarios.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

const start = (name: string, id: string, input?: unknown) => scene.client('start', { name, id }, input);

describe.concurrent('What holds an instance, and what does not', () => {
  test('an open activity holds it in Running', async () => {
    await start('activityLeftOpen', 'left');
    await scene.turns('left', 1);
    await scene.client('raise', { id: 'left', event: 'Stop' }, 1);
    await scene.turns('left', 2);
    expect((await scene.status('left')).runtimeStatus).toBe('Running');
    expect((await scene.ended('left')).output).toBe('done, activity still running');
  });

  test('an open wait for an event does not', async () => {
    await start('waitForgotten', 'forgotten');
    expect((await scene.ended('forgotten')).output).toBe('done, wait open');
  });

  test('a child holds its parent, which gets its result', async () => {
    await start('parent', 'mother', { ms: 20 });
    expect((await scene.ended('mother')).output).toBe('slept');
    expect((await scene.status('mother-child')).output).toBe('slept');
    const [call] = orchestratorCalls(scene.invocations, 'mother-child');
    expect(call?.trigger).toMatchObject({ parentInstanceId: 'mother', input: { ms: 20 } });
  });

  test('a child that fails fails its parent', async () => {
    await start('parentFails', 'father');
    const { runtimeStatus, output } = await scene.ended('father');
    expect(runtimeStatus).toBe('Failed');
    expect(output).toMatch(/^Orchestrator function 'parentFails' failed: .*plain failure/s);
  });

  test('a child whose id is in use fails instead of waiting for ever', async () => {
    await start('approval', 'taken-child');
    await start('parent', 'taken', { ms: 1 });
    expect((await scene.ended('taken')).output).toMatch(/'taken-child' is already running/);
  });

  test('a child of a terminated parent goes on, and its result is dropped', async () => {
    await start('parent', 'orphan', { ms: 200 });
    await scene.turns('orphan-child', 1);
    await scene.client('terminate', { id: 'orphan', reason: 'gone' });
    expect((await scene.ended('orphan')).runtimeStatus).toBe('Terminated');
    expect((await scene.ended('orphan-child')).runtimeStatus).toBe('Completed');
    expect((await scene.status('orphan')).runtimeStatus).toBe('Terminated');
  });
});

describe.concurrent('Ids that engine and SDK count apart agree', () => {
  const outputOf = async (name: string, input?: unknown) => {
    await start(name, name, input);
    const { output, runtimeStatus } = await scene.ended(name);
    return { output, runtimeStatus };
  };

  test('when retries run side by side, with back-off, in a Task.all', async () => {
    expect(await outputOf('parallelRetries')).toEqual({
      runtimeStatus: 'Completed',
      output: { a: 4, b: 2, c: 1, last: 'after' },
    });
  });

  test('when a retry that lost goes on between other activities', async () => {
    expect((await outputOf('losingRetry')).output).toEqual({ quick: true, retried: 4 });
  });

  test('when a child is tried again under the same id', async () => {
    expect((await outputOf('retriedChild')).output).toBe(2);
  });

  test('when a Task.all fails before its other parts are done', async () => {
    expect((await outputOf('caughtInAll')).output).toBe('caught');
  });
});

test('of two waits for one event name the newer gets it', async () => {
  await start('secondWait', 'secondWait');
  await scene.turns('secondWait', 2);
  await scene.client('raise', { id: 'secondWait', event: 'E' }, 'newer');
  expect((await scene.ended('secondWait')).output).toBe('newer');
});

test('continueAsNew carries over the events that came after it in the same turn', async () => {
  await start('carryAtOnce', 'carryAtOnce', { taken: [], want: 4 });
  await scene.turns('carryAtOnce', 1);
  await Promise.all([1, 2, 3, 4].map((n) => scene.http('POST instances/carryAtOnce/raiseEvent/E', String(n))));
  expect((await scene.ended('carryAtOnce')).output).toEqual([1, 2, 3, 4]);
});

describe.concurrent('What the engine refuses, loudly', () => {
  test('an orchestrator that calls an entity fails', async () => {
    await start('count', 'count', 'key');
    const { runtimeStatus, output } = await scene.ended('count');
    expect(runtimeStatus).toBe('Failed');
    expect(output).toBe("Orchestrator function 'count' failed: The local engine does not support entities.");
  });

  test.each([
    { name: 'http', reason: 'The local engine does not support callHttp.' },
    { name: 'expiredRetry', reason: 'The local engine does not support retries that run into' },
    { name: 'whimsical', reason: 'Non-deterministic workflow detected: decision 0 was echo and is now describe.' },
  ])('an orchestrator that asks for what it cannot do fails: $name', async ({ name, reason }) => {
    await start(name, name);
    const { runtimeStatus, output } = await scene.ended(name);
    expect(runtimeStatus).toBe('Failed');
    expect(output).toContain(`Orchestrator function '${name}' failed: ${reason}`);
  });

  test('entity, rewind and restart calls are 501', async () => {
    await start('throws', 'thrown', 1);
    await scene.ended('thrown');
    const calls = [
      'GET entities/counter/k',
      'POST entities/counter/k?op=add',
      'POST instances/thrown/rewind?reason=x',
      'POST instances/thrown/restart',
    ];
    for (const call of calls) expect((await scene.http(call)).status).toBe(501);
    expect(await scene.client('rewind', { id: 'thrown' })).toEqual({
      ok: false,
      error: 'The local engine does not support rewind.',
    });
  });

  test('a custom status over 16 KB of UTF-16 fails the instance', async () => {
    await start('bigStatus', 'bigStatus');
    const { runtimeStatus, output } = await scene.ended('bigStatus');
    expect(runtimeStatus).toBe('Failed');
    expect(output).toMatch(/must not exceed 16 KB/);
  });

  test('a start whose body is not JSON is 400, and an unknown path 404', async () => {
    expect((await scene.http('POST orchestrators/child/x', '{bad')).status).toBe(400);
    expect((await scene.http('GET nothing/here')).status).toBe(404);
    expect((await scene.http('GET instances/nobody')).status).toBe(404);
    expect((await scene.http('GET instances/?createdTimeFrom=never')).status).toBe(400);
  });
});

test('a megabyte passes through an activity', async () => {
  await start('big', 'big', 1_000_000);
  expect((await scene.ended('big')).output).toBe(1_000_000);
});

test('showHistory gives a completed task in one entry, with its result only when asked for', async () => {
  await start('child', 'shown', 1);
  await scene.ended('shown');
  const entries = async (query: string) => {
    const { body } = await scene.http(`GET instances/shown?showHistory=true${query}`);
    return (body as { historyEvents: Record<string, unknown>[] }).historyEvents;
  };
  const [, task] = await entries('&showHistoryOutput=true');
  expect((await entries('')).map(({ EventType }) => EventType)).toEqual([
    'ExecutionStarted',
    'TaskCompleted',
    'ExecutionCompleted',
  ]);
  expect(task).toMatchObject({ FunctionName: 'echo', Result: { child: 1 }, ScheduledTime: expect.any(String) });
  expect((await entries(''))[1]).not.toHaveProperty('Result');
});

describe('Lists and purge', () => {
  test('list_purge: filters, pages with a token, 404 when nothing is left to delete', async () => {
    const own = await openScene();
    const from = new Date(Date.now() - 1000).toISOString();
    for (const n of [0, 1, 2, 3, 4]) await own.client('start', { name: 'child', id: `lp${n}` }, n);
    await own.client('start', { name: 'approval', id: 'lp_run' }, 1);
    for (const n of [0, 1, 2, 3, 4]) await own.ended(`lp${n}`);
    const ids = ({ body }: { body: unknown }) => (body as { instanceId: string }[]).map(({ instanceId }) => instanceId);

    const listed = await own.client('list', { from, statuses: 'Completed' });
    expect(ids({ body: listed.value })).toEqual(['lp0', 'lp1', 'lp2', 'lp3', 'lp4']);
    const query = `GET instances/?createdTimeFrom=${from}&runtimeStatus=Completed&top=2`;
    const first = await own.http(query);
    expect(ids(first)).toEqual(['lp0', 'lp1']);
    const token = first.headers.get('x-ms-continuation-token') ?? '';
    expect(Buffer.from(token, 'base64').toString()).toBe('lp2');
    const second = await own.http(query, undefined, { 'x-ms-continuation-token': token });
    expect(ids(second)).toEqual(['lp2', 'lp3']);
    expect(ids(await own.http('GET instances/?instanceIdPrefix=lp_'))).toEqual(['lp_run']);
    const hidden = await own.http('GET instances/lp1?showInput=false');
    expect(hidden.body).toMatchObject({ input: null });

    expect((await own.http('DELETE instances/lp_run')).status).toBe(412);
    expect(await own.client('purge', { id: 'lp0' })).toEqual({ ok: true, value: { instancesDeleted: 1 } });
    expect(await own.client('purge', { id: 'lp0' })).toEqual({ ok: true, value: { instancesDeleted: 0 } });
    expect((await own.http('GET instances/lp0')).status).toBe(404);
    const purgeBy = () => own.client('purgeBy', { from, statuses: 'Completed,Running' });
    expect(await purgeBy()).toEqual({ ok: true, value: { instancesDeleted: 4 } });
    expect(await purgeBy()).toEqual({ ok: true, value: { instancesDeleted: 0 } });
    expect((await own.http(`DELETE instances/?createdTimeFrom=${from}`)).status).toBe(404);
    expect((await own.status('lp_run')).runtimeStatus).toBe('Running');
    await own.close();
  });
});
