import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { writeJsonFile } from '../../../local/host/atomic-json.ts';
import { freePort } from '../../../local/stack/ports.ts';
import { awaitReady } from '../../../local/stack/ready.ts';
import { loadSecrets, settingsFor, startServices } from '../../../local/stack/stack.ts';
import { startStorage, storageConnectionString } from '../../../local/storage/azurite.ts';
import { provision } from '../../../local/storage/provision.ts';
import { platformEventsQueue } from '../../../src/storage/table/names.ts';
import { send } from '../http/client.ts';
import { until } from '../until.ts';
import { freePorts } from './faulty-stack.ts';
import { startProxy } from './storage-proxy.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** One of the hosts: always at the same address, in one process after another. */
type Host = { url: string; port: number; child: ChildProcess | undefined; starts: number };

export type TwoHosts = Awaited<ReturnType<typeof startTwoHosts>>;

/**
 * Two hosts of the app on one storage and one task hub, behind a proxy for storage and mail. Hosts and storage can die and come back
 * at the same addresses; mail and identity stay. Further `settings` win over those of the local stack.
 */
export const startTwoHosts = async (settings: Record<string, string> = {}) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'claims-soak-'));
  const hostDir = join(dataDir, 'host');
  const secrets = await loadSecrets(dataDir);
  const first = await freePorts(5);
  const ports = { blob: first, queue: first + 1, table: first + 2 };
  const local = (port: number): string => `http://127.0.0.1:${port}`;
  const real = { blob: local(ports.blob), queue: local(ports.queue), table: local(ports.table) };
  const hosts: Host[] = [3, 4].map((offset) => {
    return { url: local(first + offset), port: first + offset, child: undefined, starts: 0 };
  });
  const publicUrl = local(first + 3);
  const connectionString = storageConnectionString(real);

  const openStorage = () => startStorage({ dataDir, ports, verdictsTo: platformEventsQueue, reportAll: false });
  let storage = await openStorage();
  const services = await startServices({
    dataDir,
    appUrl: publicUrl,
    frontEndOrigins: [],
    mailKey: secrets.mailKey,
    reports: { connectionString, queueName: platformEventsQueue },
    clockOffsetMs: 0,
    identityPort: await freePort(),
    mailPort: await freePort(),
    telemetryPort: await freePort(),
  });
  await provision(connectionString);
  const proxy = await startProxy({ blob: real.blob, table: real.table, mail: services.mailUrl });

  const env = settingsFor({
    appUrl: publicUrl,
    storage: { connectionString },
    services,
    secrets,
    overrides: {
      CLAIMS_STORAGE: storageConnectionString({ ...real, blob: proxy.urls.blob, table: proxy.urls.table }),
      MAIL_CONNECTION_STRING: `endpoint=${proxy.urls.mail}/;accesskey=${secrets.mailKey}`,
      AWAIT_POE_SCAN: 'off',
      // Half of the work of a host, and no one looks at it.
      OTEL_EXPORTER_OTLP_ENDPOINT: '',
      ...settings,
    },
  });
  const settingsFile = join(dataDir, 'settings.json');
  await writeFile(settingsFile, JSON.stringify(env));
  await mkdir(join(dataDir, 'logs'), { recursive: true });
  const log = openSync(join(dataDir, 'logs', 'hosts.log'), 'a');

  /** Hosts that no one killed. */
  const died: string[] = [];
  let isStopping = false;
  let clockMs = 0;
  /** A host moves the clock: all others have to know before anything happens at the new time. */
  const moveClock = async (from: Host, offsetMs: number): Promise<void> => {
    clockMs = Math.max(clockMs, offsetMs);
    await tellClock(from);
  };
  const tellClock = async (last?: Host): Promise<void> => {
    await services.setClock(clockMs);
    const others = hosts.filter((host) => host !== last);
    for (const { child } of [...others, ...(last ? [last] : [])])
      if (child?.connected) child.send({ clock: clockMs }, () => undefined);
  };

  /** Resolves once the host serves requests, or has died before. */
  const startHost = async (host: Host): Promise<void> => {
    const flags = ['--app-root', root, '--port', `${host.port}`, '--data', hostDir, '--settings', settingsFile];
    const child = spawn(process.execPath, ['local/host/main.ts', ...flags, '--share-hub', '--queue-lease', '3000'], {
      cwd: root,
      stdio: ['ignore', 'pipe', log, 'ipc'],
    });
    host.child = child;
    host.starts += 1;
    // A killed host leaves half a message.
    child.on('error', () => undefined);
    child.on('message', ({ clock = 0 }: { clock?: number }) => void moveClock(host, clock).catch(() => undefined));
    const ended = once(child, 'exit').then(([code, signal]) => {
      if (signal !== 'SIGKILL' && !isStopping) died.push(`${host.url} ended by itself with ${code ?? signal}`);
    });
    await Promise.race([once(child.stdout ?? child, 'data'), ended]);
    // Dead by now, it needs no clock.
    if (child.connected) child.send({ clock: clockMs }, () => undefined);
  };

  const endHost = async (host: Host, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    const { child } = host;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };

  const leader = (): Promise<string> =>
    until('a host that leads', async () => {
      const states = await Promise.all(
        hosts.map(({ url }) => send(`${url}/admin/host/status`, 'GET').catch(() => undefined)),
      );
      return hosts[states.findIndex((state) => state?.body?.leads === true)]?.url;
    });

  // One after the other: the first one makes the keys that both use.
  for (const host of hosts) await startHost(host);
  await Promise.all(hosts.map(({ url }) => awaitReady(url)));

  return {
    dataDir,
    hosts,
    died,
    proxy,
    identity: services.identityUrl,
    mail: services.mailUrl,
    /** Connection string of storage, past the proxy. */
    storage: connectionString,
    get clockMs() {
      return clockMs;
    },
    kill: (host: Host) => endHost(host, 'SIGKILL'),
    startHost,
    /** Ends storage in order, since Azurite keeps writes of some seconds in memory, and starts it again after `awayMs`. */
    restartStorage: async (awayMs: number): Promise<void> => {
      await storage.stop();
      await pause(awayMs);
      storage = await openStorage();
    },
    /**
     * Sets the clock of everything forward at once, while all goes on: what falls due meanwhile is late. `advance` would wait until
     * nothing is under way any more.
     */
    leap: async (ms: number): Promise<void> => {
      clockMs += ms;
      // First for the hosts that start meanwhile.
      await writeJsonFile(join(hostDir, 'clock.json'), { offsetMs: clockMs });
      await tellClock();
    },
    /** Moves the clock by an ISO 8601 duration. Rejects when the host that does it dies meanwhile. */
    advance: async (duration: string): Promise<void> => {
      const { status, text } = await send(`${await leader()}/admin/clock`, 'POST', { json: { advance: duration } });
      if (status !== 200) throw new Error(`The clock was not moved: ${status} ${text}`);
    },
    /** Ends the hosts in order, so that their task hub can be read. */
    stopHosts: async (): Promise<void> => {
      isStopping = true;
      await Promise.all(hosts.map((host) => endHost(host, 'SIGTERM')));
    },
    stop: async (): Promise<void> => {
      await Promise.all(hosts.map((host) => endHost(host, 'SIGKILL')));
      await proxy.stop();
      await services.stop();
      await storage.stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
};
