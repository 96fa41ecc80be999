import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Whether the caller of a request that waits is still there. The Functions library does not say it; the HTTP server in it, to which
 * the host forwards each request with the ID of the invocation, is Node's, and announces its requests. Without that announcement
 * a wait goes on to its end.
 */
const signals = new Map<string, AbortSignal>();

type Announced = { request: IncomingMessage; response: ServerResponse };

/** Begins to note who leaves. Only requests that wait are noted. */
export const noteLeftCallers = (): void => {
  subscribe('http.server.request.start', (message) => {
    // The cast: what Node documents for this channel.
    const { request, response } = message as Announced;
    const invocationId = request.headers['x-ms-invocation-id'];
    if (typeof invocationId !== 'string' || !/[?&]wait=/.test(request.url ?? '')) return;
    const left = new AbortController();
    signals.set(invocationId, left.signal);
    response.once('close', () => {
      signals.delete(invocationId);
      left.abort();
    });
  });
};

/** Aborted when the caller of an invocation has left. */
export const leftSignal = (invocationId: string): AbortSignal | undefined => signals.get(invocationId);
