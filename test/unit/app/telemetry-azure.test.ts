import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { trace } from '@opentelemetry/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { count, setGauges, startMetrics } from '../../../src/telemetry/metrics.ts';
import { startSdk } from '../../../src/telemetry/sdk.ts';

/** Application Insights, as far as its door: what the exporter sends over HTTPS ends here, at a server of this test. */

type Asked = { host: string; path: string; authorization: string; body: string };
const asked: Asked[] = [];
const scopes: unknown[] = [];
const { request } = https;
let server: http.Server;

beforeAll(async () => {
  process.env.APPLICATION_INSIGHTS_NO_STATSBEAT = 'true';
  server = http.createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks);
    asked.push({
      host: String(incoming.headers.host),
      path: incoming.url ?? '',
      authorization: String(incoming.headers.authorization),
      body: (incoming.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString('utf8'),
    });
    outgoing.writeHead(200, { 'content-type': 'application/json' });
    outgoing.end(JSON.stringify({ itemsReceived: 1, itemsAccepted: 1, errors: [] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  // The cast: one overload of many is what the exporter uses.
  https.request = ((options: https.RequestOptions, onAnswer: (answer: http.IncomingMessage) => void) => {
    const { agent, ...kept } = options;
    return http.request({ ...kept, protocol: 'http:', hostname: '127.0.0.1', host: '127.0.0.1', port }, onAnswer);
  }) as typeof https.request;
  syncBuiltinESMExports();
});
afterAll(() => {
  https.request = request;
  syncBuiltinESMExports();
  server.close();
});

test('spans and metrics go to Application Insights, signed in with the identity of the app', async () => {
  const credential = {
    getToken: async (scope: unknown) => {
      scopes.push(scope);
      return { token: 'token-of-the-app', expiresOnTimestamp: Date.now() + 3_600_000 };
    },
  };
  const stop = await startSdk(
    {
      applicationInsights:
        'InstrumentationKey=00000000-0000-4000-8000-000000000001;IngestionEndpoint=https://ingestion.example/',
      credential: () => credential,
      spanDelayMs: 10,
      metricIntervalMs: 60_000,
    },
    () => undefined,
  );
  startMetrics();
  trace
    .getTracer('test')
    .startSpan('submitClaim', { attributes: { 'claim.id': 'ca-1' } })
    .end();
  count('claims.decisions', { outcome: 'approved' });
  setGauges([{ gauge: 'claims.in_flight', value: 3, attributes: { status: 'submitted' } }]);
  await stop();

  const sent = asked.map(({ body }) => body).join('\n');
  expect(sent).toContain('submitClaim');
  expect(sent).toContain('"claim.id":"ca-1"');
  expect(sent).toContain('claims.decisions');
  expect(sent).toContain('claims.in_flight');
  expect(asked.every(({ path }) => path.includes('/track'))).toBe(true);
  expect(new Set(asked.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer token-of-the-app']));
  expect(scopes.flat()).toContain('https://monitor.azure.com/.default');
});
