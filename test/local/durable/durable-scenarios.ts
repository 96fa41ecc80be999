import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  DurableEngine,
  DurableEngineOptions,
  FunctionRunner,
  HistoryEvent,
} from '../../../local/durable/contract.ts';
import { createDurableEngine } from '../../../local/durable/engine.ts';
import { createCoreModule, installCoreModule, type RegisteredFunction } from '../../../local/host/core-module.ts';
import type { RpcTypedData } from '../../../local/host/core-types.ts';
import { startWorker, type Worker } from '../../../local/host/worker.ts';

/** One call of an orchestrator or activity, as the records keep them. */
export type Invocation = { kind: string; name: string; trigger: unknown; response: unknown };

export type Clock = { now: () => number; advance: (ms: number) => void };

/** A clock that a test can move forward. */
export const createClock = (): Clock => {
  let offset = 0;
  return {
    now: () => Date.now() + offset,
    advance: (ms) => {
      offset += ms;
    },
  };
};

const genuine = join(import.meta.dirname, 'genuine');

export type Recorded = Invocation | { omitted: number };

/** What Microsoft's own engine did in a scenario. */
export const readRecord = (name: string): { result: unknown; invocations: Record<string, Recorded[]> } =>
  JSON.parse(readFileSync(join(genuine, 'transcripts', `${name}.json`), 'utf8'));

let loaded: Promise<Worker> | undefined;

/** Loads the scenario app on the unmodified packages; once in a process, since they keep the first host they meet. */
export const loadScenarioApp = (): Promise<Worker> => {
  loaded ??= (async () => {
    const core = createCoreModule(() => {});
    installCoreModule(core.exports);
    if (!process.env.SMOKE_DIR) {
      const scratch = mkdtempSync(join(tmpdir(), 'durable-app-'));
      process.env.SMOKE_DIR = scratch;
      process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
    }
    createRequire(import.meta.url)(join(genuine, 'app', 'src', 'app.js'));
    const { registerMoreOrchestrators } = await import('./durable-more-orchestrators.ts');
    registerMoreOrchestrators();
    return startWorker(core, join(genuine, 'app'));
  })();
  return loaded;
};

const find = (worker: Worker, name: string, trigger: string): RegisteredFunction | undefined =>
  worker.functions.find(
    ({ metadata }) =>
      metadata.name.toLowerCase() === name.toLowerCase() &&
      Object.values(metadata.bindings).some(({ type }) => type === trigger),
  );

const inputName = (target: RegisteredFunction, type: string): string =>
  Object.entries(target.metadata.bindings).find(([, binding]) => binding.type === type)?.[0] ?? type;

/** Runs the app's functions; `seen` is told of every call before it begins, and returns what is to be told of its outcome. */
export const appRunner = (
  worker: Worker,
  seen?: (call: { kind: string; name: string; id: string; trigger: unknown }) => (response: unknown) => void,
): FunctionRunner => {
  const call = async (type: string, name: string, id: string, trigger: unknown): Promise<unknown> => {
    const target = find(worker, name, type);
    if (!target) throw new Error(`no ${type} ${name}`);
    const data: RpcTypedData = trigger === undefined ? {} : { json: JSON.stringify(trigger) };
    const kind = type === 'activityTrigger' ? 'activity' : 'orchestrator';
    const told = seen?.({ kind, name, id, trigger });
    try {
      const { result } = await worker.invoke(target, {
        inputs: { [inputName(target, type)]: data },
        triggerMetadata: { instanceId: { string: id } },
      });
      told?.(result);
      return result;
    } catch (error) {
      told?.({ ok: false, message: error instanceof Error ? error.message : String(error) });
      throw error;
    }
  };
  return {
    hasOrchestrator: (name) => find(worker, name, 'orchestrationTrigger') !== undefined,
    hasActivity: (name) => find(worker, name, 'activityTrigger') !== undefined,
    runOrchestrator: (name, trigger) => call('orchestrationTrigger', name, trigger.instanceId, trigger),
    runActivity: (name, input, id) => call('activityTrigger', name, id, input),
  };
};

export type Status = {
  name: string;
  instanceId: string;
  runtimeStatus: string;
  input: unknown;
  output: unknown;
  customStatus: unknown;
  historyEvents?: Record<string, unknown>[];
};

export type Answer = { status: number; headers: Headers; body: unknown };

/** What the app's client operations answer. */
export type ClientAnswer = { ok: boolean; value?: unknown; error?: string };

export type Scene = Awaited<ReturnType<typeof openScene>>;

/** An engine with the scenario app on it, an HTTP door on a free port, and the unmodified client. */
export const openScene = async (options: Partial<DurableEngineOptions> & { clock?: Clock; dir?: string } = {}) => {
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'durable-'));
  const worker = await loadScenarioApp();
  const invocations = new Map<string, Invocation[]>();
  const clock = options.clock ?? createClock();
  const engine: DurableEngine = createDurableEngine({
    file: join(dir, 'durable.db'),
    hubName: 'SmokeHub',
    now: clock.now,
    functions: appRunner(worker, ({ kind, name, id, trigger }) => {
      const entry: Invocation = { kind, name, trigger: structuredClone(trigger), response: undefined };
      invocations.set(id, [...(invocations.get(id) ?? []), entry]);
      return (response) => {
        entry.response = response;
      };
    }),
    log: () => {},
    ...options,
  });
  await engine.start();

  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const method = incoming.method ?? 'GET';
    const answer = await engine.handle(
      new Request(`http://${incoming.headers.host}${incoming.url}`, {
        method,
        headers: Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]),
        ...(method === 'POST' ? { body: new Uint8Array(Buffer.concat(chunks)) } : {}),
      }),
    );
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
    outgoing.end(Buffer.from(await answer.arrayBuffer()));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  /** Raw HTTP to the Durable API, without a socket. */
  const http = async (line: string, body?: string, headers: Record<string, string> = {}): Promise<Answer> => {
    const [method = 'GET', path = ''] = line.split(/ (.*)/s);
    const init = body === undefined ? { method, headers } : { method, headers, body };
    const response = await engine.handle(new Request(`${url}/runtime/webhooks/durabletask/${path}`, init));
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };

  /** A client operation of the app, through the unmodified DurableClient over a socket. */
  const client = async (what: string, query: Record<string, string> = {}, body?: unknown): Promise<ClientAnswer> => {
    const target = find(worker, 'op', 'httpTrigger');
    if (!target) throw new Error('the scenario app has no op');
    const { result } = await worker.invoke(target, {
      invocationId: randomUUID(),
      inputs: {
        [inputName(target, 'httpTrigger')]: {
          http: {
            method: 'POST',
            url: `${url}/api/op/${what}`,
            params: { what },
            query,
            headers: {},
            body: body === undefined ? null : { string: JSON.stringify(body) },
          },
        },
        [inputName(target, 'durableClient')]: { string: engine.clientBinding(url) },
      },
    });
    return (result as { jsonBody: ClientAnswer }).jsonBody;
  };

  const status = async (id: string): Promise<Status> =>
    (await http(`GET instances/${encodeURIComponent(id)}`)).body as Status;

  /** Polls until the instance is as wanted; moves the clock to the next timer when asked to. */
  const waitFor = async (id: string, wanted: (status: Status) => boolean, jump = false): Promise<Status> => {
    for (;;) {
      const found = await status(id);
      if (found && wanted(found)) return found;
      if (jump) await fireNextTimer();
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };

  const fireNextTimer = async (): Promise<void> => {
    const due = engine.nextTimerDue();
    if (due !== undefined) clock.advance(Math.max(0, due - clock.now()));
    await engine.fireDueTimers();
  };

  return {
    dir,
    engine,
    url,
    http,
    client,
    status,
    waitFor,
    fireNextTimer,
    invocations,
    ended: (id: string, jump = false) =>
      waitFor(id, ({ runtimeStatus }) => ['Completed', 'Failed', 'Terminated'].includes(runtimeStatus), jump),
    /** Resolves once the orchestrator was called `turns` times; what is sent from then on comes in a later turn. */
    turns: async (id: string, turns: number): Promise<void> => {
      while (orchestratorCalls(invocations, id).length < turns) await new Promise((r) => setTimeout(r, 2));
    },
    /** Stops the engine and keeps its state. */
    stop: async (): Promise<void> => {
      await engine.stop();
      server.close();
      server.closeAllConnections();
    },
    close: async (): Promise<void> => {
      await engine.stop();
      server.close();
      server.closeAllConnections();
      rmSync(dir, { recursive: true, force: true });
    },
  };
};

export const orchestratorCalls = (invocations: Map<string, Invocation[]>, id: string): Invocation[] =>
  (invocations.get(id) ?? []).filter(({ kind }) => kind === 'orchestrator');

type Seen = { history: string; isReplaying: boolean; input: unknown; response: unknown };

/** What an orchestrator could see of a call: order, kinds and ids of the events, and its own answer without times. */
const seen = ({ trigger, response }: Invocation): Seen => {
  const { history, isReplaying, input } = trigger as { history: HistoryEvent[]; isReplaying: boolean; input: unknown };
  return {
    history: history
      .map((event) =>
        [
          event.EventType,
          event.EventId,
          event.IsPlayed ? 'played' : '',
          event.Name ?? '',
          event.TaskScheduledId ?? event.TimerId ?? '',
        ].join(':'),
      )
      .join(' '),
    isReplaying,
    input,
    response: withoutTimes(response),
  };
};

/** Times and the text of .NET exceptions differ from run to run. */
const withoutTimes = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value ?? null, (key, part) => (key === 'fireAt' || key === 'stack' ? undefined : part)),
    (_, part) => (typeof part === 'string' ? part.replace(/ \\?n? ?\n? ?\{\\*"\$type.*$/s, '') : part),
  );

/** Pairs our calls of an instance's orchestrator with the recorded ones; a record keeps the first and last few only. */
export const comparable = (
  recorded: readonly Recorded[],
  ours: readonly Invocation[],
): { recorded: Seen[]; ours: Seen[] } => {
  const gap = recorded.findIndex((entry) => 'omitted' in entry);
  const isCall = (entry: Recorded): entry is Invocation => 'kind' in entry && entry.kind === 'orchestrator';
  const head = (gap < 0 ? recorded : recorded.slice(0, gap)).filter(isCall);
  const tail = gap < 0 ? [] : recorded.slice(gap + 1).filter(isCall);
  const picked = gap < 0 ? ours : [...ours.slice(0, head.length), ...ours.slice(-tail.length)];
  return { recorded: [...head, ...tail].map(seen), ours: picked.map(seen) };
};
