/** Runs the functions host alone, in a process of its own: `node local/host/main.ts --app-root DIR --data DIR`. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { setClockOffset } from '../clock.ts';
import { runHost } from './run-host.ts';

const { values } = parseArgs({
  options: {
    'app-root': { type: 'string', default: '.' },
    port: { type: 'string', default: '7071' },
    data: { type: 'string', default: '.local' },
    settings: { type: 'string' },
    'front-end-origin': { type: 'string', multiple: true, default: [] },
    'timer-skew': { type: 'string', default: '0' },
    'stall-limit': { type: 'string', default: '230000' },
    'queue-lease': { type: 'string', default: '30000' },
    'share-hub': { type: 'boolean', default: false },
  },
});

/**
 * Of hosts that share a hub, one moves the clock. Their parent has to tell the others and the services, and answers once
 * they know: nothing may happen at a new time that one of them does not have yet.
 */
const tellParent = (offsetMs: number): Promise<void> =>
  new Promise((resolve) => {
    const onMessage = (message: { clock?: number }): void => {
      if ((message.clock ?? 0) < offsetMs) return;
      process.off('message', onMessage);
      resolve();
    };
    process.on('message', onMessage);
    process.send?.({ clock: offsetMs });
  });
const hasParent = values['share-hub'] && process.send !== undefined;
if (hasParent) process.on('message', ({ clock = 0 }: { clock?: number }) => setClockOffset(clock));

const env = values.settings ? (JSON.parse(await readFile(values.settings, 'utf8')) as Record<string, string>) : {};
const host = await runHost({
  appRoot: values['app-root'],
  port: Number(values.port),
  dataDir: values.data,
  env,
  log: (line) => process.stderr.write(`${line}\n`),
  frontEndOrigins: values['front-end-origin'],
  timerSkewMs: Number(values['timer-skew']),
  stallMs: Number(values['stall-limit']),
  queueLeaseMs: Number(values['queue-lease']),
  sharesHub: values['share-hub'],
  ...(hasParent ? { services: tellParent } : {}),
}).catch((error: Error) => {
  process.stderr.write(`the host could not start: ${error.message}\n`);
  process.exit(1);
});

let stopping = false;
const stop = async (): Promise<void> => {
  if (stopping) return;
  stopping = true;
  try {
    await host.stop();
    process.exit(0);
  } catch (error) {
    process.stderr.write(`stopping failed: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  }
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('disconnect', stop);
process.stdout.write(`${JSON.stringify({ app: host.url, pid: process.pid })}\n`);
