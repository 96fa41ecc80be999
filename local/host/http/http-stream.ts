import { Agent, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { InvocationOutcome } from '../worker.ts';
import { answerPlain } from './http-answer.ts';

const agent = new Agent({ keepAlive: true, maxSockets: 1024, maxFreeSockets: 256 });

// Hop-by-hop headers (RFC 9110, section 7.6.1); Node adds its own.
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'trailer',
  'te',
  'proxy-connection',
]);

/**
 * Streams a request through the HTTP server that `@azure/functions` opens when `enableHttpStream` is on, and its answer
 * back. The caller always gets an end: 500 when the function threw, 200 when it returned nothing (FunctionInvocationMiddleware
 * of the genuine host), 504 when it does nothing for `stallMs`, a cut connection when it failed in the middle of its answer.
 * Resolves when the exchange with the caller is over, whatever the function still does.
 */
export const forwardStreaming = async (options: {
  incoming: IncomingMessage;
  outgoing: ServerResponse;
  httpPort: number;
  publicHost: string;
  invocationId: string;
  stallMs: number;
  /** Starts the function; called once, beside the forwarded request. */
  invoke: () => Promise<InvocationOutcome>;
  onFailure: (error: unknown) => void;
}): Promise<void> => {
  const { incoming, outgoing, httpPort, publicHost, invocationId, stallMs } = options;
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
  let answering = false;
  // The rest of the body is read and dropped: left unread, it would block the next request of its connection.
  const stopForwarding = (): void => {
    clearTimeout(stall);
    forwarded.destroy();
    incoming.unpipe();
    incoming.resume();
  };
  const giveUp = (status: number): void => {
    // Already answered: a function that fails after its time-out must not cut off that answer.
    if (outgoing.writableEnded || outgoing.destroyed) return;
    stopForwarding();
    if (outgoing.headersSent) outgoing.destroy();
    else answerPlain(outgoing, status);
  };

  const forwarded = request({
    host: '127.0.0.1',
    port: httpPort,
    method: incoming.method,
    path: incoming.url,
    agent,
    headers: {
      ...framing(incoming),
      'x-ms-invocation-id': invocationId,
      'x-forwarded-host': publicHost,
      'x-forwarded-proto': 'http',
    },
  });
  // Send the head at once, not with the first byte of the body: the started function waits for this request.
  forwarded.flushHeaders();
  const stall = setTimeout(() => giveUp(504), stallMs);
  stall.unref();

  forwarded.on('response', (answer) => {
    answering = true;
    clearTimeout(stall);
    // Append, so that the app's Vary does not replace the host's.
    for (const [name, value] of Object.entries(endToEnd(answer.headers))) outgoing.appendHeader(name, value);
    outgoing.writeHead(answer.statusCode ?? 502);
    answer.pipe(outgoing);
    answer.on('error', () => outgoing.destroy());
  });
  forwarded.on('error', () => giveUp(502));
  outgoing.on('close', () => {
    if (!outgoing.writableFinished || !incoming.complete) stopForwarding();
    finish();
  });
  incoming.on('data', () => stall.refresh());
  incoming.pipe(forwarded);

  options.invoke().then(
    ({ result }) => {
      // Nothing returned: the library never answers the forwarded request.
      if (!answering && (result === undefined || result === null)) giveUp(200);
    },
    (error: unknown) => {
      options.onFailure(error);
      giveUp(500);
    },
  );
  await finished;
};

/** How the body is delimited; the other headers reach the function as trigger metadata. */
const framing = ({ headers }: IncomingMessage): Record<string, string> => {
  if (headers['content-length'] !== undefined) return { 'content-length': headers['content-length'] };
  return headers['transfer-encoding'] === undefined ? {} : { 'transfer-encoding': 'chunked' };
};

const endToEnd = (headers: IncomingMessage['headers']): Record<string, string | string[]> => {
  const kept: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !hopByHop.has(name)) kept[name] = value;
  }
  return kept;
};
