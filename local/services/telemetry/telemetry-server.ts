import type { IncomingMessage, ServerResponse } from 'node:http';
import { listen, parseJson, type RunningServer, readBody, sendJson, sendMissing, sendPage, sendText } from '../web.ts';
import { metricsPage } from './metrics-page.ts';
import { type MetricRequest, metricsOf, spansOf, type TraceRequest } from './otlp.ts';
import { openSpanStore, type SpanStore } from './span-store.ts';
import { claimsPage, tracesPage } from './traces-page.ts';

/** How many claims the first page lists. */
const listed = 50;

/**
 * A receiver of OpenTelemetry (OTLP over HTTP, JSON), at `/v1/traces` and `/v1/metrics`. What came is shown to people: `/traces`
 * and `/metrics`, and as JSON: `/spans.json`, `/metrics.json`, and `/received.json`, the requests as they were.
 */
export const startTelemetryServer = async ({ port, file }: { port: number; file: string }): Promise<RunningServer> => {
  const store = openSpanStore(file);
  const server = await listen(port, (request, response, url) => {
    if (request.method === 'POST') return receive(store, request, response, url.pathname);
    if (request.method === 'GET' || request.method === 'HEAD') return show(store, response, url);
    sendText(response, 405, 'Method not allowed.');
  });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      store.close();
    },
  };
};

const receive = async (
  store: SpanStore,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> => {
  const body = await readBody(request);
  if (path !== '/v1/traces' && path !== '/v1/metrics') return sendText(response, 404, 'Not found.');
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '') || request.headers['content-encoding']) {
    return sendText(response, 415, 'OTLP as JSON, uncompressed, is what this receiver takes.');
  }
  const parsed = parseJson(body);
  try {
    // The casts: what is something else does not have the members, or throws.
    if (path === '/v1/traces') store.addSpans(spansOf(parsed as TraceRequest));
    else store.addMetrics(metricsOf(parsed as MetricRequest));
  } catch {
    return sendText(response, 400, 'This is not OTLP.');
  }
  store.keep({ path, body: body.toString('utf8') });
  sendJson(response, 200, {});
};

const show = (store: SpanStore, response: ServerResponse, url: URL): void => {
  const { pathname, searchParams } = url;
  const claim = (searchParams.get('claim') ?? '').trim();
  const trace = searchParams.get('trace') ?? '';
  const spans = () => (trace === '' ? store.spansOfClaim(claim) : store.spansOfTrace(trace));
  switch (pathname) {
    case '/':
    case '/traces': {
      const body =
        claim === '' && trace === '' ? claimsPage(store.claims(listed)) : tracesPage(spans(), { claim, trace });
      sendPage(response, 200, body, "form-action 'self'");
      break;
    }
    case '/metrics':
      sendPage(response, 200, metricsPage(store.metrics()));
      break;
    case '/spans.json':
      sendJson(response, 200, { value: spans() });
      break;
    case '/metrics.json':
      sendJson(response, 200, { value: store.metrics() });
      break;
    case '/received.json':
      sendJson(response, 200, { value: store.received() });
      break;
    default:
      sendMissing(response, url, 'Traces');
  }
};
