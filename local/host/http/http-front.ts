import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerPlain } from './http-answer.ts';

/** Starts to serve one request; `route` names it in the log: a template, never the path, which can hold a secret. */
export type RequestHandler = (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
) => { route: string; done: Promise<void> };

/** The listening side of the host. */
export type HttpFront = {
  port: number;
  url: string;
  /** Until then every request is answered 503. */
  serve(handler: RequestHandler): void;
  /** Accepts no new requests, lets running ones finish for `graceMs`, then cuts them off. */
  close(graceMs: number): Promise<void>;
};

/** Listens on 127.0.0.1; 0 takes a free port. Rejects with a clear message when the port is taken. */
export const openHttpFront = async (port: number, log: (line: string) => void): Promise<HttpFront> => {
  let handler: RequestHandler | undefined;
  let closing = false;

  const server = createServer((incoming, outgoing) => {
    const started = performance.now();
    if (closing) outgoing.setHeader('connection', 'close');
    if (!handler) return answerPlain(outgoing, 503, { 'retry-after': '1' });
    const { route, done } = handler(incoming, outgoing);
    done.catch((error: unknown) => {
      log(`error ${route} failed in the host: ${error instanceof Error ? error.stack : String(error)}`);
      if (outgoing.headersSent) outgoing.destroy();
      else answerPlain(outgoing, 500);
    });
    outgoing.once('close', () => {
      // A connection that becomes idle only now would block the stop until the caller closes it.
      if (closing) setImmediate(() => server.closeIdleConnections());
      const status = outgoing.writableFinished ? outgoing.statusCode : `${outgoing.statusCode} cut off`;
      log(`${incoming.method} ${route} ${status} ${Math.round(performance.now() - started)}ms`);
    });
  });
  // An upload may take longer than Node's five minutes; what stalls is ended by the forwarding side.
  server.requestTimeout = 0;
  const bound = await listen(server, port);

  return {
    port: bound,
    url: `http://127.0.0.1:${bound}`,
    serve: (next) => {
      handler = next;
    },
    close: async (graceMs) => {
      closing = true;
      const closed = new Promise((resolve) => server.close(resolve));
      const limit = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(limit);
    },
  };
};

const listen = (server: Server, port: number): Promise<number> => {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.once('error', (error: NodeJS.ErrnoException) =>
    reject(
      error.code === 'EADDRINUSE' ? new Error(`port ${port} is taken; choose another one`, { cause: error }) : error,
    ),
  );
  // The address of a TCP server that listens is never a string or null.
  server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  return promise;
};
