import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type DirectoryAnswer = (response: ServerResponse, request: IncomingMessage) => void;

export type DirectoryServer = {
  url: string;
  /** Paths that were asked for, oldest first. */
  asked: string[];
  /** What the server does from now on. */
  behave: (answer: DirectoryAnswer) => void;
  stop: () => Promise<void>;
};

const json =
  (status: number, body: unknown): DirectoryAnswer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

/** The answers of Entra, and those that only a broken or hostile server gives. */
export const answers = {
  issuer: (directoryId: string) => json(200, { issuer: `https://login.microsoftonline.com/${directoryId}/v2.0` }),
  noSuchDomain: json(400, { error: 'invalid_tenant', error_codes: [90002] }),
  status: (status: number) => json(status, { error: 'something_else' }),
  text:
    (status: number, text: string): DirectoryAnswer =>
    (response) =>
      void response.writeHead(status).end(text),
  redirect:
    (to: string): DirectoryAnswer =>
    (response) =>
      void response.writeHead(302, { location: to }).end(),
  hangUp: ((response) => void response.destroy()) satisfies DirectoryAnswer,
  never: (() => undefined) satisfies DirectoryAnswer,
  /** Begins well and then sends without end, as long as someone takes it. */
  endless: ((response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const more = (): void => {
      if (response.destroyed) return;
      response.write(Buffer.alloc(64 * 1024, 0x20)) ? setImmediate(more) : response.once('drain', more);
    };
    more();
  }) satisfies DirectoryAnswer,
  /** A byte now and then. */
  trickle: ((response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const timer = setInterval(() => response.write(' '), 20);
    response.once('close', () => clearInterval(timer));
  }) satisfies DirectoryAnswer,
};

/** A server in the place of Entra that does what a test wants. */
export const startDirectoryServer = async (): Promise<DirectoryServer> => {
  let answer: DirectoryAnswer = answers.noSuchDomain;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // The cast: a server that listens on a port has an address of this type.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    behave: (next) => {
      answer = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
