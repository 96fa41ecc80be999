import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RpcTypedData } from '../core-types.ts';
import type { Invocation, InvocationOutcome, Worker } from '../worker.ts';
import { answerPlain } from './http-answer.ts';
import { forwardBuffered } from './http-buffered.ts';
import type { RequestHandler } from './http-front.ts';
import { forwardStreaming } from './http-stream.ts';
import { type HostKeys, hasKey } from './keys.ts';
import type { AuthLevel, Route, RouteTable } from './routes.ts';

/** Serves the app's HTTP functions: finds the route, checks the key, calls the function, streamed when the app asked for it. */
export const createFunctionsHandler = (options: {
  table: RouteTable;
  httpPort: number | undefined;
  invoke: Worker['invoke'];
  keys: HostKeys;
  hostUrl: string;
  /** How long (ms) a function may do nothing before the caller gets 504. */
  stallMs: number;
  log: (line: string) => void;
}): RequestHandler => {
  const { table, keys, hostUrl } = options;
  const accepted: Record<AuthLevel, string[] | undefined> = {
    anonymous: undefined,
    function: [keys.function, keys.master],
    admin: [keys.master],
  };

  return (incoming, outgoing) => {
    const refuse = (route: string, status: number, headers?: Record<string, string>) => {
      incoming.resume();
      answerPlain(outgoing, status, headers);
      return { route, done: Promise.resolve() };
    };
    const [path = '/', query = ''] = (incoming.url ?? '/').split(/\?(.*)/s, 2);
    // The library's server would refuse a longer head that is accepted here, and the started function would wait for ever.
    if ((incoming.url?.length ?? 0) > maxUrlLength) return refuse('(address too long)', 414);
    const match = matchOrUndefined(table, incoming.method ?? 'GET', path);
    if (!match) return refuse('(path that cannot be read)', 400);
    if (match.kind === 'none') return refuse('(no route)', 404);
    if (match.kind === 'wrong-method') return refuse(match.template, 405, { allow: match.allow.join(', ') });

    const { route, params } = match;
    const needed = accepted[route.authLevel];
    if (needed && !hasKey(needed, incoming.headers['x-functions-key'], new URLSearchParams(query))) {
      return refuse(route.template, 401);
    }
    const publicHost = incoming.headers.host ?? new URL(hostUrl).host;
    if (!isHost(publicHost)) return refuse(route.template, 400);
    return { route: route.template, done: forward(options, { incoming, outgoing, route, params, publicHost }) };
  };
};

const maxUrlLength = 8192;

/** A host name or address with a port or without. Addresses are built from it, so anything else would change them. */
const isHost = (host: string): boolean =>
  /^(\[[\da-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i.test(host) && URL.canParse(`http://${host}`);

const matchOrUndefined = (table: RouteTable, method: string, path: string) => {
  try {
    return table.match(method, path);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
};

const forward = (
  { httpPort, invoke, stallMs, log }: Parameters<typeof createFunctionsHandler>[0],
  call: {
    incoming: IncomingMessage;
    outgoing: ServerResponse;
    route: Route;
    params: Record<string, string>;
    publicHost: string;
  },
): Promise<void> => {
  const { incoming, outgoing, route, params, publicHost } = call;
  const headers = flatten(incoming.headers);
  const invocationId = randomUUID();
  const run = (data: RpcTypedData, triggerMetadata: Invocation['triggerMetadata'] = {}): Promise<InvocationOutcome> =>
    invoke(route.target, {
      inputs: { [route.bindingName]: data },
      triggerMetadata,
      invocationId,
      traceParent: headers.traceparent,
    });
  const onFailure = (error: unknown): void => {
    log(`error [${route.target.metadata.name}] ${withoutText(error)}`);
  };

  if (httpPort === undefined) {
    const publicUrl = `http://${publicHost}${incoming.url}`;
    return forwardBuffered({ incoming, outgoing, publicUrl, params, headers, stallMs, invoke: run, onFailure });
  }
  const metadata: Record<string, RpcTypedData> = { Headers: { json: JSON.stringify(headers) } };
  for (const [name, value] of Object.entries(params)) metadata[name] = { string: value };
  return forwardStreaming({
    incoming,
    outgoing,
    httpPort,
    publicHost,
    invocationId,
    stallMs,
    invoke: () => run({ http: {} }, metadata),
    onFailure,
  });
};

/** The kind and place of an error, without its message, which may quote an address with a secret. */
const withoutText = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames].join('\n');
};

const flatten = (headers: IncomingMessage['headers']): Record<string, string> => {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(',') : value;
  }
  return flat;
};
