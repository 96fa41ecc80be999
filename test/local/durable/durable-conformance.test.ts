import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ClientAnswer,
  comparable,
  openScene,
  orchestratorCalls,
  readRecord,
  type Scene,
} from './durable-scenarios.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

/** Our orchestrator saw the same events, in the same turns, as it did on Microsoft's engine. */
const expectAsRecorded = (record: string, id: string, on = scene): void => {
  const { invocations } = readRecord(record);
  const { recorded, ours } = comparable(invocations[id] ?? [], orchestratorCalls(on.invocations, id));
  expect(recorded.length).toBeGreaterThan(0);
  expect(ours).toEqual(recorded);
};

const start = async (name: string, id: string, input?: unknown): Promise<void> => {
  expect(await scene.client('start', { name, id }, input)).toEqual({ ok: true, value: id });
};

const raise = (id: string, event: string, data?: unknown): Promise<ClientAnswer> =>
  scene.client('raise', { id, event }, data);

describe.concurrent('The engine does what the genuine one was recorded to do', () => {
  test('approval: activity, event, activity', async () => {
    await start('approval', 'approval', { a: 1 });
    await scene.turns('approval', 2);
    expect(await scene.status('approval')).toMatchObject({ runtimeStatus: 'Running', output: null, input: { a: 1 } });
    expect(await raise('approval', 'Decision', { ok: true })).toEqual({ ok: true, value: null });
    const { output, runtimeStatus } = await scene.ended('approval');
    expect({ output, runtimeStatus }).toEqual({ output: { ok: true }, runtimeStatus: 'Completed' });
    expectAsRecorded('approval', 'approval');
  });

  test('main_event: retries, any(timer, event), a child, continueAsNew, custom status', async () => {
    await start('main', 'main_event', { failures: 2, waitMs: 600_000, want: 2 });
    for (const [tries, decision] of [
      [3, 'first'],
      [4, 'second'],
    ] as const) {
      const waiting = { step: 'wait', tries };
      await scene.waitFor('main_event', (s) => JSON.stringify(s.customStatus) === JSON.stringify(waiting));
      await raise('main_event', 'Decision', decision);
    }
    const { output, customStatus, input } = await scene.ended('main_event');
    expect({ output, customStatus, input }).toEqual(
      pick(readRecord('main_event').result, ['output', 'customStatus', 'input']),
    );
    expectAsRecorded('main_event', 'main_event');
  });

  test('main_timer: the timer wins', async () => {
    await start('main', 'main_timer', { failures: 0, waitMs: 1500 });
    expect((await scene.ended('main_timer')).output).toEqual(readRecord('main_timer').result);
    expectAsRecorded('main_timer', 'main_timer');
  });

  test('event_before_wait: an event is kept until someone waits for it', async () => {
    await start('early', 'event_before_wait');
    await scene.turns('event_before_wait', 1);
    await raise('event_before_wait', 'A', 'sent at once');
    const { output, input } = await scene.ended('event_before_wait');
    expect({ output, input }).toEqual({ output: 'sent at once', input: '' });
    expectAsRecorded('event_before_wait', 'event_before_wait');
  });

  test('event_pending: an event raced with the start arrives (the genuine engine may lose it with a 404)', async () => {
    const [started, raised] = await Promise.all([
      scene.http('POST orchestrators/approval/pending', '1'),
      scene.http('POST instances/pending/raiseEvent/Decision', '"same moment"'),
    ]);
    expect([started.status, raised.status]).toEqual([202, 202]);
    expect((await scene.ended('pending')).output).toBe('same moment');
  });

  test('event_after_completion: 410 that the client hides, 404 that it throws', async () => {
    await start('child', 'event_after', 1);
    await scene.ended('event_after');
    expect(await raise('event_after', 'X', 1)).toEqual({ ok: true, value: null });
    const missing = await raise('nobody', 'X', 1);
    const answers = [
      await scene.http('POST instances/event_after/raiseEvent/X', '1'),
      await scene.http('POST instances/nobody/raiseEvent/X', '1'),
      await scene.http('POST instances/event_after/raiseEvent/X', '{bad'),
    ].map(({ status, body }) => ({ status, body }));
    expect({ client: null, raw: answers[0], missing, raw_missing: answers[1], not_json: answers[2] }).toEqual(
      readRecord('event_after_completion').result,
    );
    expectAsRecorded('event_after_completion', 'event_after');
  });

  test('event_types: data of every type, and none at all', async () => {
    const sent = [null, '', 'text', '123', 5, 1.5, true, false, [1], { a: 1 }, '2026-01-02T03:04:05.678Z'];
    await start('eventTypes', 'event_types', sent.length);
    expect((await raise('event_types', 'E')).error).toMatch(/status code: 400.*Invalid JSON content/);
    for (const [index, data] of sent.entries()) {
      await scene.turns('event_types', index + 1);
      expect(await raise('event_types', 'E', data)).toEqual({ ok: true, value: null });
    }
    expect((await scene.ended('event_types')).output).toEqual(readRecord('event_types').result);
    expectAsRecorded('event_types', 'event_types');
  });

  test('event names are case-sensitive', async () => {
    await start('eventTypes', 'event_case', 1);
    await raise('event_case', 'e', 'other name');
    await raise('event_case', 'E', 'this one');
    expect((await scene.ended('event_case')).output).toEqual([{ type: 'string', value: 'this one' }]);
  });

  test('wait_answer: a start can wait for the end', async () => {
    const waits = await scene.http('POST orchestrators/approval/wa2?timeout=0.2&pollingInterval=0.05', '1');
    const ends = await scene.http('POST orchestrators/throws/wa3?timeout=5&pollingInterval=0.05', '1');
    const [first, second, body] = readRecord('wait_answer').result as [number, number, object];
    expect([waits.status, ends.status]).toEqual([first, second]);
    expect(waits.headers.get('retry-after')).toBe('10');
    expect({ ...(ends.body as object), createdTime: '', lastUpdatedTime: '' }).toEqual({
      ...body,
      createdTime: '',
      lastUpdatedTime: '',
    });
    expectAsRecorded('wait_answer', 'wa3');
  });

  test('duplicate_start: 409 while it runs, a new run once it is over', async () => {
    await start('approval', 'dup', 1);
    await scene.turns('dup', 2);
    const conflict = await scene.client('start', { name: 'approval', id: 'dup' }, 2);
    const raw = await scene.http('POST orchestrators/approval/dup', '3');
    const recorded = readRecord('duplicate_start').result as {
      client: unknown;
      raw: { status: number; body: unknown };
    };
    expect(conflict).toEqual(recorded.client);
    expect({ status: raw.status, body: raw.body }).toEqual(pick(recorded.raw, ['status', 'body']));
    await raise('dup', 'Decision', 'x');
    expect((await scene.ended('dup')).output).toBe('x');
    await start('approval', 'dup', 'again');
    await scene.turns('dup', 6);
    expect(await scene.status('dup')).toMatchObject({ input: 'again', output: null, runtimeStatus: 'Running' });
    expectAsRecorded('duplicate_start', 'dup');
  });

  test('duplicate_start: four starts at the same moment are all accepted, the first one runs', async () => {
    const starts = [1, 2, 3, 4].map((input) => scene.http('POST orchestrators/approval/race', String(input)));
    expect((await Promise.all(starts)).map(({ status }) => status)).toEqual([202, 202, 202, 202]);
    await scene.turns('race', 2);
    expect((await scene.status('race')).input).toBe(1);
    expectAsRecorded('duplicate_start', 'race');
  });

  test('odd_ids: almost anything is an id, except what has a slash', async () => {
    const ids = ['@a@b', 'a#b', 'a?b', 'ü ä', 'a\\b', 'x'.repeat(300), 'a|b~c:d', ' lead'];
    for (const id of ids) {
      const started = await scene.http(`POST orchestrators/child/${encodeURIComponent(id)}`, '1');
      expect(started).toMatchObject({ status: 202, body: { id } });
      expect(await scene.ended(id)).toMatchObject({ instanceId: id, output: { child: 1 } });
    }
    expect((await scene.http('POST orchestrators/child/a%252Fb', '1')).status).toBe(404);
    expect((await scene.http('GET instances/a%252Fb')).status).toBe(404);
    const recorded = readRecord('odd_ids').result as { js_client_slash: unknown };
    expect(await scene.client('start', { name: 'child', id: 'a/b' }, 1)).toEqual(recorded.js_client_slash);
    expect(await scene.client('start', { name: 'child', id: 'h#1' }, 1)).toEqual({ ok: true, value: 'h' });
    await scene.ended('h');
    for (const id of ['@a@b', 'h']) expectAsRecorded('odd_ids', id);
  });

  test('odd_ids: an unknown orchestrator is accepted and then fails', async () => {
    await start('nosuch', 'nosuch1', 1);
    const { runtimeStatus, output } = await scene.ended('nosuch1');
    expect(runtimeStatus).toBe('Failed');
    expect(output).toMatch(/^Orchestrator function 'nosuch' failed: The function 'nosuch' doesn't exist, is disabled/);
  });

  test('carry: continueAsNew loses the events of earlier turns that no one took', async () => {
    await start('carry', 'carry', { taken: [], want: 5 });
    await scene.turns('carry', 1);
    await raise('carry', 'E', 0);
    await scene.turns('carry', 2);
    await Promise.all([2, 3, 1, 4].map((n) => scene.http('POST instances/carry/raiseEvent/E', String(n))));
    await scene.waitFor('carry', ({ input }) => JSON.stringify(input) === '{"taken":[0],"want":5}');
    expect(await scene.status('carry')).toMatchObject({ runtimeStatus: 'Running', output: null });
    expectAsRecorded('carry', 'carry');
  });

  test('types: inputs and results of activities', async () => {
    await start('types', 'types', 'plain');
    expect((await scene.ended('types')).output).toEqual(readRecord('types').result);
    expectAsRecorded('types', 'types');
  });

  test('failures: retries run out, failures are caught, orchestrators throw', async () => {
    await start('failsAlways', 'fails');
    await start('catches', 'catches');
    await start('throws', 'throws');
    const fails = await scene.ended('fails');
    expect(fails.runtimeStatus).toBe('Failed');
    expect(fails.output).toMatch(
      /^Orchestrator function 'failsAlways' failed: Activity function 'flaky' failed: {2}failure 2 \n \{/,
    );
    expect((await scene.ended('catches')).output).toMatchObject({
      name: 'Error',
      message: expect.stringMatching(/^Activity function 'flaky' failed: {2}failure 1 \n \{/),
    });
    expect((await scene.ended('throws')).output).toBe("Orchestrator function 'throws' failed: plain failure");
    for (const id of ['fails', 'catches', 'throws']) expectAsRecorded('failures', id);
  });

  test('failures: an unknown activity fails the instance (the genuine engine leaves it in Running for ever)', async () => {
    await start('unknownActivity', 'unknown');
    const { runtimeStatus, output } = await scene.ended('unknown');
    expect(runtimeStatus).toBe('Failed');
    expect(output).toMatch(/The function 'nobody' doesn't exist/);
    expectAsRecorded('failures', 'unknown');
  });

  test('fan: 60 activities at once', async () => {
    await start('fan', 'fan', 60);
    expect((await scene.ended('fan')).output).toBe(readRecord('fan').result);
    const activities = scene.invocations.get('fan')?.filter(({ kind }) => kind === 'activity');
    expect(activities?.map(({ trigger }) => trigger)).toEqual(Array.from({ length: 60 }, (_, index) => index));
  });

  test('terminate: the reason is the output, the activity runs to its end', async () => {
    await start('sleepy', 'term', { ms: 3000 });
    await scene.turns('term', 1);
    expect(await scene.client('terminate', { id: 'term', reason: 'enough' })).toEqual({ ok: true, value: null });
    expect(await scene.ended('term')).toMatchObject({ runtimeStatus: 'Terminated', output: 'enough' });
    expect(await raise('term', 'X', 1)).toEqual({ ok: true, value: null });
    expect((await scene.http('POST instances/term/terminate?reason=b')).status).toBe(410);
    await expect.poll(() => scene.invocations.get('term')?.at(1)?.response, { timeout: 10_000 }).toBe('slept');
    expect(await scene.status('term')).toMatchObject({ runtimeStatus: 'Terminated', output: 'enough' });
    expectAsRecorded('terminate', 'term');
  });

  test('suspend_resume: what arrives meanwhile is kept', async () => {
    await start('approval', 'susp', 1);
    await scene.turns('susp', 2);
    expect(await scene.client('suspend', { id: 'susp' })).toEqual({ ok: true, value: null });
    const during = await scene.waitFor('susp', ({ runtimeStatus }) => runtimeStatus === 'Suspended');
    await raise('susp', 'Decision', 'while suspended');
    await scene.turns('susp', 4);
    expect((await scene.status('susp')).runtimeStatus).toBe('Suspended');
    expect(await scene.client('resume', { id: 'susp' })).toEqual({ ok: true, value: null });
    const end = (await scene.ended('susp')).output;
    expect({ during: during.runtimeStatus, output: during.output, end }).toEqual(readRecord('suspend_resume').result);
    expectAsRecorded('suspend_resume', 'susp');
  });

  test('check_status: the links of a management payload', async () => {
    const binding = JSON.parse(scene.engine.clientBinding('http://127.0.0.1:21900')) as {
      managementUrls: Record<string, string>;
    };
    const { body } = readRecord('check_status').result as { body: Record<string, string> };
    const links = Object.entries(binding.managementUrls).map(([name, link]) => [
      name,
      link.replace('INSTANCEID', 'cs'),
    ]);
    const recorded = Object.entries(body).map(([name, link]) => [name, link.replace('&code=oracle', '')]);
    expect(Object.fromEntries(links)).toEqual({ ...Object.fromEntries(recorded), id: 'cs' });
  });
});

const pick = (value: unknown, keys: string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value as object).filter(([key]) => keys.includes(key)));
