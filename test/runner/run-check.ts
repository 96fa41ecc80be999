import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { CheckReport } from './summary.ts';

const find = createRequire(import.meta.url).resolve;

/** The script that a package runs as its command. */
const bin = (packageName: string, path: string): string => join(dirname(find(`${packageName}/package.json`)), path);

const runCheck = async (name: string, args: string[]): Promise<CheckReport> => {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<boolean>((resolve) => child.on('close', (code) => resolve(code === 0)));
  const [out, err, ok] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  // Biome prints its findings to stderr: they come before its count of files.
  return { name, ok, output: err + out };
};

/** Type check and lint, with what they print: beside running tests their lines would mix with vitest's. */
export const runChecks = (): Promise<CheckReport[]> =>
  Promise.all([
    runCheck('types', [bin('typescript', 'bin/tsc'), '--noEmit']),
    runCheck('types of the portal', [bin('typescript', 'bin/tsc'), '--noEmit', '-p', 'src/web']),
    runCheck('lint and format', [bin('@biomejs/biome', 'bin/biome'), 'check', '.']),
  ]);
