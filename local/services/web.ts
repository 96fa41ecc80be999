import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isFromHere } from '../loopback.ts';
import { missingPage } from './page.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void;

export type RunningServer = { url: string; stop(): Promise<void> };

/** Listens on 127.0.0.1 (`port` 0: a free one), for this machine's own programs and pages. A handler that throws is answered with 500 and reported on stderr. */
export const listen = async (port: number, handler: Handler): Promise<RunningServer> => {
  const server = createServer(async (request, response) => {
    try {
      const path = request.url ?? '/';
      if (!isFromHere(request.method, request.headers)) {
        return sendText(response, 403, 'Only programs and pages of this machine are served here.');
      }
      if (!URL.canParse(path, 'http://localhost')) return sendText(response, 400, 'This address cannot be read.');
      await handler(request, response, new URL(path, 'http://localhost'));
    } catch (error) {
      console.error(error);
      if (response.headersSent) response.destroy();
      else sendText(response, 500, 'Something went wrong here.');
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${portOf(server)}`, stop: () => close(server) };
};

const portOf = (server: Server): number => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server does not listen on a port');
  return address.port;
};

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** A body is larger than the service takes. */
export class BodyTooLargeError extends Error {
  override name = 'BodyTooLargeError';
}

/** Reads a whole body of at most `limit` bytes. */
export const readBody = async (request: IncomingMessage, limit = 15 * 1024 * 1024): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > limit) throw new BodyTooLargeError(`The body is larger than ${limit} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
};

/** Parses JSON; undefined when it is none. */
export const parseJson = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
};

export const sendJson = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
};

export const sendText = (response: ServerResponse, status: number, body: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(body);
};

/** No script, nothing from elsewhere; `extra` adds directives. */
export const sendPage = (response: ServerResponse, status: number, body: string, extra = ''): void => {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; ${extra}`,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(body);
};

/** 404, as JSON where the address is one of JSON, else as a page that leads to `home`, the title of the page at `/`. */
export const sendMissing = (response: ServerResponse, { pathname }: URL, home: string): void => {
  if (pathname.endsWith('.json')) sendJson(response, 404, { error: 'There is nothing at this address.' });
  else sendPage(response, 404, missingPage(home));
};
