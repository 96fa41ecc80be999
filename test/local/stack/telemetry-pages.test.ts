import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTelemetryServer } from '../../../local/services/telemetry/telemetry-server.ts';
import type { RunningServer } from '../../../local/services/web.ts';

/** The pages of the receiver of telemetry, about spans and metrics that are known to the millisecond. */

let folder: string;
let server: RunningServer;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'telemetry-'));
  server = await startTelemetryServer({ port: 0, file: join(folder, 'telemetry.db') });
});
afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const post = async (path: string, body: unknown): Promise<void> => {
  const headers = { 'content-type': 'application/json' };
  expect((await fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) })).status).toBe(200);
};
const text = async (path: string): Promise<string> => (await fetch(server.url + path)).text();

const nanoseconds = (iso: string): string => `${Date.parse(iso)}000000`;
const span = (spanId: string, at: string) => ({
  traceId: 'trace1',
  spanId,
  name: `span ${spanId}`,
  startTimeUnixNano: nanoseconds(at),
  endTimeUnixNano: nanoseconds(at),
  attributes: [{ key: 'claim.id', value: { stringValue: 'ca-1' } }],
});
const sendSpans = (...spans: ReturnType<typeof span>[]) =>
  post('/v1/traces', { resourceSpans: [{ scopeSpans: [{ spans }] }] });

test('one trace has its heading once; the traces of a claim have one each', async () => {
  await sendSpans(span('a', '2026-10-02T08:00:00.123Z'));
  expect((await text('/traces?trace=trace1')).match(/<h\d>.*?<\/h\d>/g)).toEqual(['<h1>Trace trace1</h1>']);
  expect((await text('/traces?claim=ca-1')).match(/<h\d>.*?<\/h\d>/g)).toEqual([
    '<h1>Traces of ca-1</h1>',
    '<h2>Trace trace1</h2>',
  ]);
});

test('spans show the time of day, and the day where a new one begins', async () => {
  await sendSpans(
    span('a', '2026-10-02T08:00:00.123Z'),
    span('b', '2026-10-02T09:30:00.000Z'),
    span('c', '2026-10-05T10:00:00.000Z'),
  );
  const times = [...(await text('/traces?trace=trace1')).matchAll(/<time [^>]*>(.*?)<\/time>/g)];
  expect(times.map(([, time]) => time)).toEqual([
    '2026-10-02<br>08:00:00.123',
    '09:30:00.000',
    '2026-10-05<br>10:00:00.000',
  ]);
});

test.each([
  [1, 0.5, 'once, 0.5 s'],
  [4, 2, '4 times, 0.5 s on average'],
])('%i values of a histogram are counted in words that fit', async (count, sum, words) => {
  const dataPoints = [{ count, sum, timeUnixNano: nanoseconds('2026-10-02T08:00:00Z') }];
  const metrics = [{ name: 'claims.wait', unit: 's', histogram: { dataPoints } }];
  await post('/v1/metrics', { resourceMetrics: [{ scopeMetrics: [{ metrics }] }] });
  expect(await text('/metrics')).toContain(`>${words}<`);
});

test('an address that does not exist leads home, or is JSON where JSON was asked for', async () => {
  const page = await fetch(`${server.url}/nothing`);
  expect([page.status, await page.text()]).toEqual([404, expect.stringContaining('<a href="/">Traces</a>')]);
  const json = await fetch(`${server.url}/nothing.json`);
  expect([json.status, await json.json()]).toEqual([404, { error: expect.any(String) }]);
});
