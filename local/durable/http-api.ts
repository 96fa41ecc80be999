import { API_PATH, managementUrls } from './client-binding.ts';
import { condensedHistory } from './condensed-history.ts';
import type { Delivery, Management } from './management.ts';
import { type InstanceFilter, type InstanceRow, isTerminal } from './store.ts';

const PAGE_SIZE = 100;
const CONTINUATION = 'x-ms-continuation-token';

type Call = { request: Request; url: URL; query: URLSearchParams };

/** The Durable HTTP API of the genuine extension, for the JavaScript client and for people with curl. */
export const createHttpApi = (options: { management: Management; hubName: string }) => {
  const { management, hubName } = options;

  const start = async (call: Call, name: string, id: string | undefined): Promise<Response> => {
    const input = asJson((await call.request.text()) || '""');
    if (input === undefined) return invalidJson();
    const started = await management.start(name, input, id);
    if ('inTheWay' in started) {
      const Message = `An Orchestration instance with the status ${started.inTheWay} already exists.`;
      return json(409, { Message });
    }
    const finished = await outcome(call, started.id);
    return finished ? json(200, statusBody(finished, true)) : accepted(call, started.id);
  };

  /** With `timeout` (seconds) the caller waits for the end; `pollingInterval` is 1 second unless given. */
  const outcome = async ({ query }: Call, id: string): Promise<InstanceRow | undefined> => {
    const seconds = Number(query.get('timeout') ?? 0);
    const interval = Number(query.get('pollingInterval') ?? 1);
    const end = performance.now() + seconds * 1000;
    while (performance.now() < end) {
      const row = management.status(id);
      if (row && isTerminal(row.status)) return row;
      await new Promise((resolve) => setTimeout(resolve, Math.max(10, interval * 1000)));
    }
    return undefined;
  };

  const accepted = ({ query, url }: Call, id: string): Response => {
    const code = query.get('code') ?? undefined;
    const urls = managementUrls(`${url.origin}${API_PATH}`, encodeURIComponent(id), { hubName, code });
    return json(202, { id, ...urls }, { location: urls.statusQueryGetUri, 'retry-after': '10' });
  };

  const status = ({ query, url }: Call, id: string): Response => {
    const row = management.status(id);
    if (!row) return empty(404);
    const body: Record<string, unknown> = statusBody(row, flag(query, 'showInput', true));
    if (flag(query, 'showHistory', false)) {
      const showOutput = flag(query, 'showHistoryOutput', false);
      body.historyEvents = condensedHistory(management.history(id), showOutput);
    }
    if (!isTerminal(row.status)) return json(202, body, { location: url.href, 'retry-after': '5' });
    const failed = row.status === 'Failed' && flag(query, 'returnInternalServerErrorOnFailure', false);
    return json(failed ? 500 : 200, body);
  };

  const list = ({ query, request }: Call): Response => {
    const filter = filterOf(query);
    if (!filter) return json(400, { Message: 'createdTimeFrom and createdTimeTo must be dates.' });
    const top = Number(query.get('top')) || PAGE_SIZE;
    const startAt = Buffer.from(request.headers.get(CONTINUATION) ?? '', 'base64').toString();
    const rows = management.list(filter, startAt, top + 1);
    const following = rows[top];
    const token = following ? Buffer.from(following.id).toString('base64') : '';
    const showInput = flag(query, 'showInput', true);
    const page = rows.slice(0, top).map((row) => statusBody(row, showInput));
    return json(200, page, { [CONTINUATION]: token });
  };

  const purge = async (id: string): Promise<Response> => {
    const outcome = await management.purge(id);
    if (outcome === 'missing') return empty(404);
    if (outcome === 'running') return json(412, { Message: `The instance '${id}' has not finished.` });
    return json(200, { instancesDeleted: 1 });
  };

  const purgeAll = async ({ query }: Call): Promise<Response> => {
    const filter = filterOf(query);
    if (!filter) return json(400, { Message: 'createdTimeFrom and createdTimeTo must be dates.' });
    const deleted = await management.purgeAll(filter);
    return deleted === 0 ? empty(404) : json(200, { instancesDeleted: deleted });
  };

  const raiseEvent = async ({ request }: Call, id: string, event: string): Promise<Response> => {
    const body = await request.text();
    // Whether the instance can take an event counts before whether the body is JSON.
    const delivery = await management.delivery(id);
    if (delivery !== 'accepted') return delivered(delivery);
    const data = asJson(body);
    if (data === undefined) return invalidJson();
    return delivered(await management.raiseEvent(id, event, data));
  };

  const operate = async (call: Call, id: string, operation: string): Promise<Response> => {
    const reason = call.query.get('reason') ?? '';
    switch (operation) {
      case 'terminate':
        return delivered(await management.terminate(id, reason));
      case 'suspend':
        return delivered(await management.suspend(id, reason));
      case 'resume':
        return delivered(await management.resume(id, reason));
      case 'rewind':
      case 'restart':
        return notImplemented(`The local engine does not support ${operation}.`);
      default:
        return empty(404);
    }
  };

  return async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const call = { request, url, query: url.searchParams };
    const [room, id, operation, event, ...rest] = segments(url) ?? [];
    if (rest.length > 0 || [id, operation, event].some((part) => part?.includes('/'))) return empty(404);
    const verb = operation?.toLowerCase();
    switch (`${request.method} ${room?.toLowerCase()}`) {
      case 'POST orchestrators':
        return id && event === undefined ? start(call, id, operation) : empty(404);
      case 'GET instances':
        if (operation !== undefined) return empty(404);
        return id ? status(call, id) : list(call);
      case 'DELETE instances':
        if (operation !== undefined) return empty(404);
        return id ? purge(id) : purgeAll(call);
      case 'POST instances':
        if (!id || !verb) return empty(404);
        if (verb === 'raiseevent') return event ? raiseEvent(call, id, event) : empty(404);
        return event === undefined ? operate(call, id, verb) : empty(404);
      case 'GET entities':
      case 'POST entities':
        return notImplemented('The local engine has no entities.');
      default:
        return empty(404);
    }
  };
};

/** Decoded path segments below the API's root; undefined for a path that is none. Ids with a slash, even encoded twice, are none. */
const segments = (url: URL): string[] | undefined => {
  const path = url.pathname;
  if (!path.toLowerCase().startsWith(`${API_PATH}/`)) return undefined;
  try {
    const parts = path
      .slice(API_PATH.length + 1)
      .split('/')
      .map(decodeURIComponent);
    return parts.some((part) => /%2f/i.test(part))
      ? undefined
      : parts.filter((part, at) => part !== '' || at < parts.length - 1);
  } catch {
    return undefined;
  }
};

const filterOf = (query: URLSearchParams): InstanceFilter | undefined => {
  const from = time(query.get('createdTimeFrom'));
  const to = time(query.get('createdTimeTo'));
  if (Number.isNaN(from) || Number.isNaN(to)) return undefined;
  const statuses = query.get('runtimeStatus')?.split(',').filter(Boolean);
  return { from, to, statuses, prefix: query.get('instanceIdPrefix') ?? undefined };
};

const time = (text: string | null): number | undefined => (text ? Date.parse(text) : undefined);

const flag = (query: URLSearchParams, name: string, otherwise: boolean): boolean => {
  const value = query.get(name);
  return value === null ? otherwise : value.toLowerCase() === 'true';
};

const statusBody = (row: InstanceRow, showInput: boolean) => ({
  name: row.name,
  instanceId: row.id,
  runtimeStatus: row.status,
  input: showInput ? parsed(row.input) : null,
  customStatus: parsed(row.customStatus),
  output: parsed(row.output),
  createdTime: seconds(row.created),
  lastUpdatedTime: seconds(row.updated),
});

const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text));

/** `yyyy-MM-ddTHH:mm:ssZ`, as the genuine engine shows times. */
const seconds = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** The text in canonical form, or undefined when it is not JSON. */
const asJson = (text: string): string | undefined => {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return undefined;
  }
};

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });

const empty = (status: number): Response => new Response(null, { status });

const notImplemented = (message: string): Response =>
  new Response(message, { status: 501, headers: { 'content-type': 'text/plain; charset=utf-8' } });

const invalidJson = (): Response => json(400, { Message: 'Invalid JSON content' });

const delivered = (delivery: Delivery): Response => empty({ accepted: 202, missing: 404, over: 410 }[delivery]);
