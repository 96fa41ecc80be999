import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { startTelemetryServer } from '../../../local/services/telemetry/telemetry-server.ts';
import { claimWhen, decide, decisionLink, historyWith, submittedClaim } from '../../support/claims/claims.ts';
import { signIn } from '../../support/http/client.ts';
import { type Stack, startStack } from '../../support/stack/stack.ts';
import { metric, promptTelemetry, received, spansOf, spansWhen } from '../../support/telemetry.ts';
import { until } from '../../support/until.ts';

/** Telemetry never gets in the way of a claim: with no receiver, one that is down, and one that misbehaves. */

let stack: Stack;
afterEach(() => stack.stop());

const start = async (settings: Record<string, string>): Promise<void> => {
  stack = await startStack({ settings });
};

const logLines = async (event: string): Promise<string[]> =>
  (await readFile(join(stack.dataDir, 'logs', 'app.log'), 'utf8')).split('\n').filter((line) => line.includes(event));

/** A claim from submission to the last mail; resolves with its ID and how long (ms) the requests took. */
const wholeClaim = async (): Promise<{ id: string; tookMs: number }> => {
  const avery = await signIn(stack, 'avery');
  const began = performance.now();
  const id = await submittedClaim(avery);
  const tookMs = performance.now() - began;
  expect((await decide(await decisionLink(stack, id), 'approve')).status).toBe(303);
  await claimWhen(avery, id, ({ status }) => status === 'approved');
  await historyWith(avery, id, 'receipt-sent');
  return { id, tookMs };
};

/** A server on a free port that does as told; ended with the test. */
const serving = async (server: Server): Promise<string> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
  });
  // The address of a TCP server that listens is never a string or null.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

test('without a receiver nothing is sent, and the log still has its line an operation', async () => {
  await start({ OTEL_EXPORTER_OTLP_ENDPOINT: '' });
  const { id } = await wholeClaim();
  expect(await spansOf(stack, id)).toEqual([]);
  expect(await received(stack)).toEqual([]);
  const lines = (await logLines('"operation"')).filter((line) => line.includes(id)).map((line) => JSON.parse(line));
  expect(lines.map(({ operation }) => operation)).toEqual(
    expect.arrayContaining(['submitClaim', 'advanceClaim', 'recordDecision']),
  );
  expect(lines.every(({ traceId, durationMs }) => traceId !== undefined && durationMs >= 0)).toBe(true);
});

test.each([
  ['is not there', async () => 'http://127.0.0.1:9'],
  ['takes a request and never answers', () => serving(createServer(() => undefined))],
  ['answers 500', () => serving(createServer((_, answer) => void answer.writeHead(500).end('broken')))],
  ['refuses', () => serving(createServer((_, answer) => void answer.writeHead(401).end()))],
  ['cuts the line', () => serving(createServer((request) => void request.socket.destroy()))],
])('a receiver that %s slows nothing and fails nothing, and the app ends in time', async (_how, endpoint) => {
  await start({ ...promptTelemetry, OTEL_EXPORTER_OTLP_ENDPOINT: await endpoint() });
  const { tookMs } = await wholeClaim();
  // Three requests; the receiver's own limit is ten seconds.
  expect(tookMs).toBeLessThan(5000);
  const began = performance.now();
  await stack.stop();
  expect(performance.now() - began).toBeLessThan(9000);
});

test('that nothing is taken is said in the log, at most once a minute', async () => {
  await start({
    ...promptTelemetry,
    OTEL_EXPORTER_OTLP_ENDPOINT: await serving(createServer((_, answer) => void answer.writeHead(401).end())),
  });
  await wholeClaim();
  await until('the line', async () => (await logLines('telemetry-not-sent')).length > 0);
  await wholeClaim();
  const lines = await logLines('telemetry-not-sent');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toEqual({ event: 'telemetry-not-sent', error: expect.any(String) });
});

test('what was not sent yet leaves when the app ends', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'telemetry-'));
  const receiver = await startTelemetryServer({ port: 0, file: join(folder, 'telemetry.db') });
  onTestFinished(async () => {
    await receiver.stop();
    await rm(folder, { recursive: true });
  });
  const telemetry = receiver.url;
  await start({
    OTEL_EXPORTER_OTLP_ENDPOINT: `${telemetry}/`,
    OTEL_BSP_SCHEDULE_DELAY: '60000',
    OTEL_METRIC_EXPORT_INTERVAL: '600000',
  });
  const { id } = await wholeClaim();
  expect(await received({ telemetry })).toEqual([]);
  await stack.stop();
  await spansWhen({ telemetry }, id, (spans) => spans.some(({ attributes }) => attributes['mail.kind'] === 'receipt'));
  expect(
    (await metric({ telemetry }, 'claims.decisions')).map(({ attributes, value }) => ({ ...attributes, value })),
  ).toEqual([{ outcome: 'approved', value: 1 }]);
});
