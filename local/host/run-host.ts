import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createDurableEngine } from '../durable/engine.ts';
import { createSharedEngine } from '../durable/shared-engine.ts';
import { createAdminHandler } from './admin.ts';
import { createCoreModule, installCoreModule, type RegisteredFunction } from './core-module.ts';
import type { RpcTypedData } from './core-types.ts';
import { createDurableDoor, createFunctionRunner } from './durable.ts';
import { createHostClock, restoreClock } from './host-clock.ts';
import { readHostJson } from './host-json.ts';
import { answerCors } from './http/cors.ts';
import { type HttpFront, openHttpFront } from './http/http-front.ts';
import { createFunctionsHandler } from './http/http-functions.ts';
import { loadHostKeys } from './http/keys.ts';
import { createRouteTable } from './http/routes.ts';
import { loadApp } from './load-app.ts';
import { createQueues } from './queues.ts';
import { createTimers } from './timers.ts';
import { startWorker, type Worker } from './worker.ts';

const stopGraceMs = 10_000;
const supportedTriggers = ['httptrigger', 'timertrigger', 'queuetrigger', 'orchestrationtrigger', 'activitytrigger'];

export type HostOptions = {
  /** Folder with package.json and host.json of the app; `main` names what is run. */
  appRoot: string;
  /** 0 takes a free port. */
  port: number;
  /** Keys, clock, timers and the durable state live here. */
  dataDir: string;
  /** Settings of the app, put into `process.env`. */
  env: Record<string, string>;
  /** Receives the clock's offset (ms) after each move, before anything fires. */
  services?: (offsetMs: number) => Promise<void>;
  log: (line: string) => void;
  /** Pages of these origins may call the functions from a browser. */
  frontEndOrigins?: string[];
  /** Shifts every durable timer by this many ms, for tests. */
  timerSkewMs?: number;
  /** How long (ms) an HTTP function may do nothing before its caller gets 504; 230 s, the limit on Azure. */
  stallMs?: number;
  /** How long (ms, whole seconds) a queue message stays hidden after this host died with it in hand; 30 s, not the 10 minutes on Azure. */
  queueLeaseMs?: number;
  /**
   * Other hosts may run on `dataDir` at the same time. One of them leads: it runs the orchestrations, the timer triggers
   * and the clock, whose moves `services` has to pass on to the others. Without this, a second host does not start.
   */
  sharesHub?: boolean;
};

export type RunningHost = { url: string; port: number; stop(): Promise<void> };

/**
 * Runs the function app in this process, as the Functions host and its Node worker would: one app in a process. Rejects
 * with the cause when the port is taken, the entry point throws, or a function needs something that the host lacks.
 */
export const runHost = async (options: HostOptions): Promise<RunningHost> => {
  const { port, dataDir, log } = options;
  await mkdir(dataDir, { recursive: true });
  await restoreClock(dataDir);
  const front = await openHttpFront(port, log);
  try {
    return await startApp({ ...options, appRoot: resolve(options.appRoot) }, front);
  } catch (error) {
    await front.close(0);
    throw error;
  }
};

const startApp = async (options: HostOptions, front: HttpFront): Promise<RunningHost> => {
  const { appRoot, dataDir, log, frontEndOrigins = [], timerSkewMs = 0 } = options;
  const { stallMs = 230_000, queueLeaseMs = 30_000 } = options;
  Object.assign(process.env, hostSettings(front.port), options.env);
  const hostJson = await readHostJson(appRoot, process.env);
  const keys = await loadHostKeys(dataDir);
  const core = createCoreModule(log);
  installCoreModule(core.exports);
  const logRejection = (reason: unknown): void =>
    log(`error unhandled rejection in the app: ${reason instanceof Error ? reason.stack : String(reason)}`);
  process.on('unhandledRejection', logRejection);
  await loadApp(appRoot);
  const worker = await startWorker(core, appRoot);
  refuseUnsupported(worker.functions);
  const table = createRouteTable(worker.functions, hostJson.routePrefix);
  let clientBinding: RpcTypedData = {};
  const invoke: Worker['invoke'] = (target, invocation) =>
    worker.invoke(target, { ...invocation, inputs: { ...invocation.inputs, ...clientInputs(target, clientBinding) } });
  const readTimers = () => createTimers({ worker: { ...worker, invoke }, dataDir, env: process.env, log });
  let timers = await readTimers();
  const queues = createQueues({
    worker: { ...worker, invoke },
    env: process.env,
    settings: hostJson.queues,
    leaseMs: queueLeaseMs,
    log,
  });
  const engineOptions = {
    file: join(dataDir, 'durable.db'),
    hubName: hostJson.hubName,
    now: () => Date.now(),
    functions: createFunctionRunner(worker.functions, invoke),
    log,
    timerSkewMs,
  };
  const led = async (): Promise<void> => {
    // Their last runs may have been another host's.
    timers = await readTimers();
    timers.start();
  };
  const shared = options.sharesHub
    ? createSharedEngine({ ...engineOptions, hostUrl: front.url, key: keys.durable, led })
    : undefined;
  const engine = shared ?? createDurableEngine(engineOptions);
  const door = createDurableDoor({ engine, hostUrl: front.url, keys, localRpcEndpoint: hostJson.localRpcEndpoint });
  clientBinding = door.clientBinding;

  const clock = createHostClock(dataDir, {
    services: options.services ?? (async () => {}),
    nextTimerDue: () => engine.nextTimerDue(),
    fireDurableTimers: () => engine.fireDueTimers(),
    runDueTimers: () => timers.runDue(),
  });
  const serveAdmin = createAdminHandler({
    clock,
    leads: shared?.leads ?? (() => true),
    hostId: hostJson.hubName,
    functions: worker.functions.map(({ metadata }) => metadata.name),
  });
  const { httpPort } = worker;
  const serveFunctions = createFunctionsHandler({ table, httpPort, invoke, keys, hostUrl: front.url, stallMs, log });

  await engine.start();
  front.serve((incoming, outgoing) => {
    const path = incoming.url ?? '/';
    if (path.startsWith('/admin/')) return serveAdmin(incoming, outgoing);
    if (path.startsWith('/runtime/')) return { route: '/runtime', done: door.serve(incoming, outgoing) };
    if (answerCors(frontEndOrigins, incoming, outgoing)) return { route: '(preflight)', done: Promise.resolve() };
    return serveFunctions(incoming, outgoing);
  });
  if (!shared) timers.start();
  queues.start();

  return {
    url: front.url,
    port: front.port,
    stop: async () => {
      await front.close(stopGraceMs);
      await Promise.all([timers.stop(), queues.stop()]);
      await engine.stop();
      await worker.stop();
      process.off('unhandledRejection', logRejection);
    },
  };
};

/** Settings that Azure provides to every function app. */
const hostSettings = (port: number): Record<string, string> => ({
  WEBSITE_HOSTNAME: `localhost:${port}`,
  FUNCTIONS_WORKER_RUNTIME: 'node',
  FUNCTIONS_EXTENSION_VERSION: '~4',
  AZURE_FUNCTIONS_ENVIRONMENT: 'Development',
});

const clientInputs = ({ metadata }: RegisteredFunction, value: RpcTypedData): Record<string, RpcTypedData> => {
  const inputs: Record<string, RpcTypedData> = {};
  for (const [name, { type }] of Object.entries(metadata.bindings)) {
    if (type.toLowerCase() === 'durableclient') inputs[name] = value;
  }
  return inputs;
};

const refuseUnsupported = (functions: RegisteredFunction[]): void => {
  for (const { metadata } of functions) {
    for (const { type, direction } of Object.values(metadata.bindings)) {
      const kind = type.toLowerCase();
      if (kind.endsWith('trigger') && !supportedTriggers.includes(kind)) {
        throw new Error(`function ${metadata.name}: the local host has no ${type}`);
      }
      if (!kind.endsWith('trigger') && kind !== 'durableclient' && !(kind === 'http' && direction === 'out')) {
        throw new Error(`function ${metadata.name}: the local host has no ${type} binding`);
      }
    }
  }
};
