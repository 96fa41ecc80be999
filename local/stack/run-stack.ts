import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { platformEventsQueue } from '../../src/storage/table/names.ts';
import { build } from '../build.ts';
import { clockOffset } from '../clock.ts';
import { beginInThePast } from '../demo/demo-clock.ts';
import { loadDemo } from '../demo/load-demo.ts';
import { restoreClock } from '../host/host-clock.ts';
import { runHost } from '../host/run-host.ts';
import { storageConnectionString } from '../storage/azurite.ts';
import { provision } from '../storage/provision.ts';
import { type AppLog, openAppLog } from './app-log.ts';
import { takeFolder } from './data-folder.ts';
import type { StartOptions } from './options.ts';
import { settlePorts } from './ports.ts';
import { awaitReady } from './ready.ts';
import { awaitsScan, loadSecrets, settingsFor, startServices, startStorage } from './stack.ts';

const APP_ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type RunningStack = {
  app: string;
  identity: string;
  mail: string;
  telemetry: string;
  storage: string;
  queues: string;
  tables: string;
  logFile: string;
  /** Resolves with the reason if a part of the stack ends on its own. */
  broken: Promise<string>;
  /** Stops everything in order. */
  stop(): Promise<void>;
};

const wantedPorts = ({ port, identityPort, mailPort, telemetryPort, storagePort }: StartOptions) => {
  const storage = (offset: number, what: string) => {
    return { port: storagePort === 0 ? 0 : storagePort + offset, what, flag: '--storage-port' };
  };
  return {
    app: { port, what: 'app', flag: '--port' },
    identity: { port: identityPort, what: 'identity provider', flag: '--identity-port' },
    mail: { port: mailPort, what: 'mail service', flag: '--mail-port' },
    telemetry: { port: telemetryPort, what: 'receiver of telemetry', flag: '--telemetry-port' },
    blob: storage(0, 'Blob storage'),
    queue: storage(1, 'Queue storage'),
    table: storage(2, 'Table storage'),
  };
};

/**
 * Brings the whole stack up: storage, mail and identity as children, the functions host in this process. `progress` gets
 * one line per step. If a step fails, everything that was started is stopped and the error rethrown.
 */
export const runStack = async (options: StartOptions, progress: (line: string) => void): Promise<RunningStack> => {
  const { dataDir } = options;
  const stops: (() => Promise<void> | void)[] = [];
  const stop = async (): Promise<void> => {
    for (const each of stops.splice(0).toReversed()) await each();
  };
  /** Registers how to stop a part. A part that becomes ready after another one failed is stopped as well. */
  const keep = async <Part extends { stop(): Promise<void> }>(starting: Promise<Part>): Promise<Part> => {
    const part = await starting;
    stops.push(part.stop);
    return part;
  };

  try {
    const folder = await takeFolder(dataDir, {
      onWait: () => progress('waiting for the previous start on this folder to end'),
    });
    stops.push(folder.release);
    if (options.reset) await folder.reset();
    const log: AppLog = await openAppLog(dataDir);
    stops.push(log.close);
    const ports = await settlePorts(wantedPorts(options));
    const appUrl = `http://127.0.0.1:${ports.app}`;
    await folder.signIn(appUrl);
    const secrets = await loadSecrets(dataDir);
    const hostData = join(dataDir, 'host');
    if (options.demo) await beginInThePast(hostData);
    await restoreClock(hostData);
    const queueName = options.overrides.PLATFORM_EVENTS_QUEUE ?? platformEventsQueue;
    const local = (at: number): string => `http://127.0.0.1:${at}`;
    const urls = { blob: local(ports.blob), queue: local(ports.queue), table: local(ports.table) };
    const connectionString = options.sharedStorage ?? storageConnectionString(urls);

    const starting = [
      options.build ? build(APP_ROOT).then(() => progress('app        built')) : undefined,
      options.sharedStorage === undefined
        ? keep(startStorage({ dataDir, ports, verdictsTo: queueName, reportAll: awaitsScan(options.overrides) }))
        : undefined,
      keep(
        startServices({
          dataDir,
          appUrl,
          frontEndOrigins: options.frontEndOrigins,
          mailKey: secrets.mailKey,
          reports: { connectionString, queueName },
          clockOffsetMs: clockOffset(),
          identityPort: ports.identity,
          mailPort: ports.mail,
          telemetryPort: ports.telemetry,
        }),
      ),
    ] as const;
    // All are awaited before a failure is passed on, so that `stop` knows every part.
    await Promise.allSettled(starting);
    const [, storage, services] = await Promise.all(starting);
    await provision(connectionString, queueName);
    progress(`storage    ${storage?.urls.blob ?? 'shared'}`);
    progress(`identity   ${services.identityUrl}`);
    progress(`mail       ${services.mailUrl}`);
    progress(`telemetry  ${services.telemetryUrl}`);

    await keep(
      runHost({
        appRoot: APP_ROOT,
        port: ports.app,
        dataDir: hostData,
        frontEndOrigins: options.frontEndOrigins,
        log: log.write,
        services: services.setClock,
        timerSkewMs: options.timerSkewMs,
        env: settingsFor({ appUrl, storage: { connectionString }, services, secrets, overrides: options.overrides }),
      }),
    );
    await awaitReady(appUrl);
    progress(`app        ${appUrl}`);
    if (options.demo) {
      await loadDemo({ appUrl, ...services, dataDir, progress }).catch((error: Error) =>
        progress(`demo data could not be loaded: ${error.message}`),
      );
    }

    const broken = Promise.race([
      ...(storage ? [storage.ended.then((reason) => `storage ended: ${reason}`)] : []),
      services.ended.then((reason) => `the local services ended: ${reason}`),
    ]);
    return {
      app: appUrl,
      identity: services.identityUrl,
      mail: services.mailUrl,
      telemetry: services.telemetryUrl,
      storage: urls.blob,
      queues: urls.queue,
      tables: urls.table,
      logFile: log.file,
      broken,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
