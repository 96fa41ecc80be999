import { createServer, type IncomingMessage, request as open, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export type Service = 'blob' | 'table' | 'mail';

/** One request of the app to something behind it. */
export type Call = {
  service: Service;
  method: string;
  /** Such as `table:put inflight`, `table:batch claims`, `table:query claims`, `blob:put`, `mail:send`. */
  kind: string;
  /** Changes something behind the proxy. */
  write: boolean;
  /** Address and body, to find out which claim it is about. */
  text: string;
  /** Of a mail. */
  operationId?: string;
};

/**
 * What becomes of a call. `before` and `after` run ahead of forwarding it and ahead of passing its answer on: one that
 * never resolves leaves the app waiting. A cut `after` is the case in which no one can tell whether it happened.
 */
export type Fate =
  | { answer: 400 | 429 | 500 | 503 }
  | { cut: 'before' | 'after' }
  | { before?: () => Promise<void>; after?: () => Promise<void> };

export type FaultProxy = {
  /** Addresses to give to the app instead of the real ones. */
  urls: Record<Service, string>;
  /** Asked for every call; undefined lets it pass. Replaced by the tests as they go. */
  fateOf: (call: Call) => Fate | undefined;
  stop: () => Promise<void>;
};

const tableVerbs: Record<string, string> = { POST: 'insert', PUT: 'put', PATCH: 'merge', DELETE: 'delete' };

const tableKind = (method: string, path: string, body: string): string => {
  if (path.endsWith('/$batch')) return `table:batch ${/https?:\/\/[^/\s]+\/\w+\/(\w+)/.exec(body)?.[1]}`;
  const [, name, key] = /^\/\w+\/(\w+)(\(P)?/.exec(path) ?? [];
  return `table:${method === 'GET' ? (key ? 'get' : 'query') : tableVerbs[method]} ${name}`;
};

const kindOf = (service: Service, method: string, path: string, body: string): string => {
  if (service === 'table') return tableKind(method, path, body);
  return service === 'mail' && method === 'POST' ? 'mail:send' : `${service}:${method.toLowerCase()}`;
};

/** Sends the request on, byte for byte: signatures cover the path, and that of a mail covers the Host header too. */
const forward = (incoming: IncomingMessage, body: Buffer, target: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(target);
    const outgoing = open({
      hostname,
      port,
      method: incoming.method,
      path: incoming.url,
      headers: incoming.headers,
      agent: false,
    });
    outgoing.once('response', resolve);
    outgoing.once('error', reject);
    outgoing.end(body);
  });

const inventAnswer = (outgoing: ServerResponse, status: number): void => {
  const busy = status === 429 ? { 'retry-after': '0' } : {};
  outgoing.writeHead(status, { 'content-type': 'application/json', ...busy });
  outgoing.end('{"odata.error":{"code":"ServerBusy","message":{"value":"Made by the test."}}}');
};

/** A proxy in this process between the app and storage and mail, on free ports; `targets` need not listen yet. */
export const startProxy = async (targets: Record<Service, string>): Promise<FaultProxy> => {
  const serve = async (service: Service, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const body = await buffer(incoming);
    const { method = '', url = '', headers } = incoming;
    const operationId = headers['operation-id'];
    const content = body.toString('latin1');
    const call: Call = {
      service,
      method,
      kind: kindOf(service, method, url.split('?')[0] ?? '', content),
      write: method !== 'GET' && method !== 'HEAD',
      text: `${decodeURIComponent(url)} ${content}`,
      ...(typeof operationId === 'string' ? { operationId } : {}),
    };
    const fate = proxy.fateOf(call) ?? {};
    if ('answer' in fate) return inventAnswer(outgoing, fate.answer);
    if ('cut' in fate) {
      // The whole answer first: then the write has taken effect.
      if (fate.cut === 'after') await buffer(await forward(incoming, body, targets[service]));
      incoming.socket.destroy();
      return;
    }
    await fate.before?.();
    const answer = await forward(incoming, body, targets[service]);
    const answered = await buffer(answer);
    await fate.after?.();
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    outgoing.end(answered);
  };

  const listen = async (service: Service) => {
    const server = createServer((incoming, outgoing) => {
      // A killed app leaves half a request, a stopped storage no answer: either end sees a lost connection.
      serve(service, incoming, outgoing).catch(() => incoming.socket.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // The cast: a TCP server that listens has a port.
    return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  };

  const [blob, table, mail] = [await listen('blob'), await listen('table'), await listen('mail')];
  const proxy: FaultProxy = {
    urls: { blob: blob.url, table: table.url, mail: mail.url },
    fateOf: () => undefined,
    stop: async () => {
      for (const { server } of [blob, table, mail]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
  return proxy;
};
