import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { loadSecrets } from '../../../local/stack/stack.ts';
import { storageConnectionString } from '../../../local/storage/azurite.ts';
import type { Reply } from '../http/client.ts';
import { until } from '../until.ts';
import { callInstance } from './instance.ts';
import { type OwnStack, type Stack, startStack } from './stack.ts';
import { type FaultProxy, startProxy } from './storage-proxy.ts';
import { accountOf } from './worker-storage.ts';

/** A stack whose storage and mail are reached through a proxy, and which can die and come back at the same addresses. */
export type FaultyStack = Pick<Stack, 'app' | 'identity' | 'mail' | 'telemetry' | 'storage' | 'pid'> & {
  proxy: FaultProxy;
  dataDir: string;
  output: OwnStack['output'];
  /** The rows of one of the app's tables, read past the proxy. */
  rows: (table: string) => Promise<Record<string, unknown>[]>;
  table: (name: string) => TableClient;
  /** Calls the Durable HTTP API for an instance: `GET` for its state, `POST .../terminate`, `DELETE` to purge. */
  instance: (method: string, claimId: string, operation?: string) => Promise<Reply>;
  /** Resolves once the process is gone. */
  ended: () => Promise<boolean>;
  /** kill -9. */
  kill: () => Promise<void>;
  /** Comes up again on the same data and ports, with a proxy that lets everything pass. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
};

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/**
 * So many free ports in a row, below the range from which systems take ports for outgoing connections: between two lives of
 * the stack no one else may get them.
 */
export const freePorts = async (count = 3): Promise<number> => {
  for (;;) {
    const first = 15_000 + Math.floor(Math.random() * 16_000);
    const free = await Promise.all(Array.from({ length: count }, (_, offset) => isFree(first + offset)));
    if (free.every(Boolean)) return first;
  }
};

/** Starts the stack behind a proxy. Further `settings` win over those of the local stack. */
export const startFaultyStack = async (settings: Record<string, string> = {}): Promise<FaultyStack> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'claims-faults-'));
  const { mailKey } = await loadSecrets(dataDir);
  const port = await freePorts();
  const [identityPort, mailPort] = [port + 1, port + 2];
  const { name: account, urls, connectionString: storage } = await accountOf(dataDir);

  const proxy = await startProxy({ blob: urls.blob, table: urls.table, mail: `http://127.0.0.1:${mailPort}` });
  const options = {
    dataDir,
    settings: {
      CLAIMS_STORAGE: storageConnectionString({ ...urls, blob: proxy.urls.blob, table: proxy.urls.table }, account),
      MAIL_CONNECTION_STRING: `endpoint=${proxy.urls.mail}/;accesskey=${mailKey}`,
      ...settings,
    },
    flags: Object.entries({ port, 'identity-port': identityPort, 'mail-port': mailPort }).flatMap(([flag, value]) => [
      `--${flag}`,
      `${value}`,
    ]),
  };
  let running = await startStack(options);
  const table = (name: string) => TableClient.fromConnectionString(storage, name, { allowInsecureConnection: true });

  const instance: FaultyStack['instance'] = (...call) => callInstance(running, ...call);

  const { app, identity, mail } = running;
  return {
    app,
    identity,
    mail,
    storage,
    dataDir,
    proxy,
    table,
    instance,
    output: () => running.output(),
    get pid() {
      return running.pid;
    },
    get telemetry() {
      return running.telemetry;
    },
    rows: async (name) => {
      const rows: Record<string, unknown>[] = [];
      for await (const row of table(name).listEntities()) rows.push(row);
      return rows;
    },
    ended: () => until('the end of the process', async () => !isRunning(running.pid)),
    kill: () => running.kill(),
    restart: async () => {
      proxy.fateOf = () => undefined;
      running = await startStack({ ...options, referenceData: false });
    },
    stop: async () => {
      await running.stop();
      await proxy.stop();
    },
  };
};
