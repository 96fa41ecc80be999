import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../local/build.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const child = fileURLToPath(new URL('./cold-start-child.ts', import.meta.url));
const rounds = 15;

/** Milliseconds, medians of starts that took turns. `ratio`: the app without telemetry beside the empty app. */
export type ColdStart = { emptyMs: number; offMs: number; onMs: number; ratio: number };

/** From the start of the process until the app is ready for its first call. */
const startMs = async (appRoot: string, env: Record<string, string>): Promise<number> => {
  const began = performance.now();
  const starting = spawn(process.execPath, [child, appRoot], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(starting, 'exit');
  await Promise.race([once(starting.stdout, 'data'), ended]);
  const took = performance.now() - began;
  const [code] = await ended;
  if (code !== 0) throw new Error(`The app in ${appRoot} did not start.`);
  return took;
};

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** How long the deployed bundle takes to start, beside an app that has one orchestration and does nothing, built the same way. */
export const benchColdStart = async (): Promise<ColdStart> => {
  const emptyRoot = await mkdtemp(join(tmpdir(), 'bench-empty-app-'));
  try {
    await build(root, { entry: 'test/bench/empty-app/main.ts', outdir: join(emptyRoot, 'dist') });
    await writeFile(join(emptyRoot, 'package.json'), JSON.stringify({ main: 'dist/main.cjs' }));
    const sample = await readFile(join(root, 'local.settings.sample.json'), 'utf8');
    // The cast: a file of this project.
    const { Values: settings } = JSON.parse(sample) as { Values: Record<string, string> };
    const off = { ...settings, OTEL_EXPORTER_OTLP_ENDPOINT: '', APPLICATIONINSIGHTS_CONNECTION_STRING: '' };
    // Nobody is there: what is measured is the start, and nothing is sent before its end.
    const on = { ...off, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' };

    const took = { empty: [] as number[], off: [] as number[], on: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      took.empty.push(await startMs(emptyRoot, {}));
      took.off.push(await startMs(root, off));
      took.on.push(await startMs(root, on));
    }
    const [emptyMs, offMs, onMs] = [median(took.empty), median(took.off), median(took.on)];
    return { emptyMs, offMs, onMs, ratio: offMs / emptyMs };
  } finally {
    await rm(emptyRoot, { recursive: true });
  }
};
