import { describe, expect, test, vi } from 'vitest';
import { moveClockFile } from '../../support/stack/clock-file.ts';
import { advance, getJson, startHostForTest, tempDir } from './host-process.ts';

type Run = { name: string; at: string; isPastDue: boolean; status: { last: string; next: string } };

const settings = { NIGHTLY: '0 0 2 * * *' };
const runsOf = async (host: { url: string }, name: string) =>
  (await getJson<Run[]>(`${host.url}/runs`)).filter((run) => run.name === name);

describe('timer triggers', () => {
  test('a timer with runOnStartup runs at the start, the others wait', async () => {
    const host = await startHostForTest({ app: 'timers', settings });
    await vi.waitFor(async () => expect(await runsOf(host, 'startup')).toHaveLength(1), 5000);
    expect(await runsOf(host, 'startup')).toMatchObject([{ isPastDue: false }]);
    expect(await runsOf(host, 'nightly')).toEqual([]);
  });

  test('each timer that fell due runs once a day before an advance is answered, and knows its schedule', async () => {
    const host = await startHostForTest({ app: 'timers', settings });
    expect((await advance(host, 'P5D')).status).toBe(200);
    const days = await runsOf(host, 'nightly');
    expect(days).toHaveLength(5);
    expect(await runsOf(host, 'interval')).toHaveLength(5);
    const gaps = days.slice(1).map(({ at }, index) => Date.parse(at) - Date.parse(days[index]?.at ?? ''));
    for (const gap of gaps) expect(Math.abs(gap - 86_400_000)).toBeLessThan(5000);
  });

  test('a timer that ran knows when it ran last', async () => {
    const host = await startHostForTest({ app: 'timers', settings });
    await advance(host, 'P1D');
    const [nightly] = await runsOf(host, 'nightly');
    expect(nightly?.status.last).toBe('0001-01-01T00:00:00+00:00');
    expect(nightly?.status.next).toMatch(/T02:00:00.000Z$/);
    expect(await runsOf(host, 'interval')).toHaveLength(1);
    await advance(host, 'P1D');
    const [, second] = await runsOf(host, 'nightly');
    const difference = Date.parse(second?.status.last ?? '') - Date.parse(nightly?.at ?? '');
    expect(Math.abs(difference)).toBeLessThan(1000);
  });

  test('a run that fails is logged and the timer runs again', async () => {
    const host = await startHostForTest({ app: 'timers', settings });
    await advance(host, 'P1D');
    await advance(host, 'P1D');
    expect(await runsOf(host, 'failing')).toHaveLength(2);
    expect(host.log()).toContain('[failing] timer run failed: this run failed');
  });

  test('a run that was missed while the host was down is caught up once, as past due', async () => {
    const dataDir = await tempDir();
    const before = await startHostForTest({ app: 'timers', settings, dataDir });
    await advance(before, 'P1D');
    await before.kill();
    await moveClockFile(dataDir, 5 * 86_400_000);
    const after = await startHostForTest({ app: 'timers', settings, dataDir });
    await vi.waitFor(async () => expect(await runsOf(after, 'nightly')).toHaveLength(1), 5000);
    expect(await runsOf(after, 'nightly')).toMatchObject([{ isPastDue: true }]);
  });
});

describe('clock', () => {
  test.each(['-P1D', 'tomorrow', 'P1M'])('%s is refused and the clock stays', async (duration) => {
    const host = await startHostForTest({ app: 'timers', settings });
    const answer = await advance(host, duration);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ error: expect.stringContaining('ISO 8601') });
    const { now } = await getJson<{ now: string }>(`${host.url}/admin/clock`);
    expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(60_000);
  });
});

/** As if the machine had been off for that long. */
