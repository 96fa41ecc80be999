import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../local/build.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const hostMain = fileURLToPath(new URL('../../local/host/main.ts', import.meta.url));
const workerOnly = fileURLToPath(new URL('./cold-start-child.ts', import.meta.url));
const rounds = 15;
const nobodysInsights = `InstrumentationKey=${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)};IngestionEndpoint=http://127.0.0.1:9/`;

type App = { appRoot: string; settings: Record<string, string> };
/** Milliseconds, medians: of an empty app, of this one without telemetry, with it by OTLP, and as in Azure. */
export type Took = { empty: number; off: number; otlp: number; azure: number };
/** `answer`: from the start of the process to the first answer over HTTP; `load`: to an app that is loaded, without a host. */
export type ColdStart = { answer: Took; load: Took };

const start = async (args: string[], env: Record<string, string>, ready: (said: string) => Promise<void>) => {
  const began = performance.now();
  const starting = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(starting, 'exit');
  const failed = ended.then(([code]) => Promise.reject(new Error(`${args[0]} ended with ${code}.`)));
  failed.catch(() => undefined);
  const [said] = await Promise.race([once(starting.stdout, 'data'), failed]);
  await ready(String(said));
  const took = performance.now() - began;
  starting.kill('SIGKILL');
  await ended;
  return took;
};

const answerMs = async ({ appRoot, settings }: App, dataDir: string): Promise<number> => {
  const settingsFile = join(dataDir, 'settings.json');
  await writeFile(settingsFile, JSON.stringify(settings));
  const args = ['--app-root', appRoot, '--port', '0', '--data', dataDir, '--settings', settingsFile];
  return start([hostMain, ...args], {}, async (said) => {
    // The cast: the one line that the host prints.
    const { app } = JSON.parse(said) as { app: string };
    const answer = await fetch(`${app}/api/health/live`);
    if (answer.status !== 200) throw new Error(`The app in ${appRoot} answered ${answer.status}.`);
  });
};

const loadMs = ({ appRoot, settings }: App): Promise<number> =>
  start([workerOnly, appRoot], settings, async () => undefined);

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** All of them take turns, so that what else the machine does falls on all alike. */
const takingTurns = async (apps: Record<keyof Took, App>, one: (app: App) => Promise<number>): Promise<Took> => {
  const took: Record<keyof Took, number[]> = { empty: [], off: [], otlp: [], azure: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const name of ['empty', 'off', 'otlp', 'azure'] as const) took[name].push(await one(apps[name]));
  }
  return {
    empty: median(took.empty),
    off: median(took.off),
    otlp: median(took.otlp),
    azure: median(took.azure),
  };
};

/** How long the deployed bundle takes to start, beside an app that has one orchestration and does nothing, built the same way. */
export const benchColdStart = async (): Promise<ColdStart> => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-cold-start-'));
  try {
    await build(root, { entry: 'test/bench/empty-app/main.ts', outdir: join(folder, 'dist') });
    await writeFile(join(folder, 'package.json'), JSON.stringify({ main: 'dist/main.cjs' }));
    await copyFile(join(root, 'host.json'), join(folder, 'host.json'));
    const sample = await readFile(join(root, 'local.settings.sample.json'), 'utf8');
    // The cast: a file of this project.
    const { Values } = JSON.parse(sample) as { Values: Record<string, string> };
    const settings = { ...Values, OTEL_EXPORTER_OTLP_ENDPOINT: '', APPLICATIONINSIGHTS_CONNECTION_STRING: '' };
    const apps = {
      empty: { appRoot: folder, settings },
      off: { appRoot: root, settings },
      // No one is there: what is measured is the start, and nothing is sent before its end.
      otlp: { appRoot: root, settings: { ...settings, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' } },
      azure: { appRoot: root, settings: { ...settings, APPLICATIONINSIGHTS_CONNECTION_STRING: nobodysInsights } },
    };
    return {
      answer: await takingTurns(apps, async (app) => {
        const dataDir = await mkdtemp(join(folder, 'data-'));
        return answerMs(app, dataDir);
      }),
      load: await takingTurns(apps, loadMs),
    };
  } finally {
    await rm(folder, { recursive: true, maxRetries: 5 });
  }
};
