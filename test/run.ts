import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../local/build.ts';

/**
 * The whole suite: type check, lint, then every vitest project in the order of its cost. Ends with `N passed, N failed`.
 * Arguments go to vitest: `npm test -- --project api` runs a part. `--nightly` runs the
 * property on pairs of operations 2,000 times.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const find = createRequire(import.meta.url).resolve;
type Counts = { passed: number; failed: number };

const run = (args: string[]): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
    child.on('exit', (code) => resolve(code ?? 1));
  });

/** The script that a package runs as its command `name`. */
const bin = (packageName: string, path: string): string => join(dirname(find(`${packageName}/package.json`)), path);

const check = async (what: string, args: string[]): Promise<Counts> => {
  const began = performance.now();
  const ok = (await run(args)) === 0;
  console.log(`${ok ? 'passed' : 'FAILED'}  ${what}  ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
};

const tests = async (extra: string[]): Promise<Counts> => {
  const dir = await mkdtemp(join(tmpdir(), 'claims-report-'));
  const report = join(dir, 'report.json');
  const code = await run([
    bin('vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...extra,
  ]);
  // The cast: vitest's JSON report has the shape of Jest's.
  const { numPassedTests, numFailedTests } = JSON.parse(await readFile(report, 'utf8').catch(() => '{}')) as {
    numPassedTests?: number;
    numFailedTests?: number;
  };
  await rm(dir, { recursive: true });
  const failed = numFailedTests ?? 0;
  // A file that cannot be loaded, or a report that is missing, fails the run without a failed test in it.
  return { passed: numPassedTests ?? 0, failed: code !== 0 && failed === 0 ? 1 : failed };
};

const extra = process.argv.slice(2).filter((argument) => argument !== '--nightly');
// The property on pairs of operations runs ten times as often.
if (extra.length < process.argv.length - 2) process.env.CLAIMS_NIGHTLY = '1';
await build();
const counts = [
  await check('types', [bin('typescript', 'bin/tsc'), '--noEmit']),
  await check('types of the portal', [bin('typescript', 'bin/tsc'), '--noEmit', '-p', 'src/web']),
  await check('lint and format', [bin('@biomejs/biome', 'bin/biome'), 'check', '.']),
  await tests(extra),
];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 2 ? 0 : 1);
