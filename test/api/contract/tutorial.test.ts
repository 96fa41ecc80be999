import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clockStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';
import { blocksOf } from '../../support/text/walk-through.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

let stack: Stack;
beforeAll(async () => {
  stack = await clockStack();
});
afterAll(() => stack?.stop());

/** The shell blocks of the tutorial up to and with the one that moves the clock, for the stack of this test. */
const session = async (): Promise<string> => {
  const text = (await readFile(`${root}docs/tutorial.md`, 'utf8')).replaceAll('\r\n', '\n');
  return blocksOf(text, 'sh')
    .slice(0, 4)
    .join('\n')
    .replaceAll('http://127.0.0.1:7071', stack.app)
    .replaceAll('http://127.0.0.1:7073', stack.mail)
    .replaceAll('token -- avery', `token -- avery --identity ${stack.identity}`);
};

const needs = 'a POSIX shell';
test.skipIf(process.platform === 'win32')('the tutorial’s commands do what it says', { meta: { needs } }, async () => {
  const script = await session();
  const { stdout } = await promisify(execFile)('bash', ['-uc', script], { cwd: root });
  const lines = stdout.trim().split('\n');
  const link = lines.findIndex((line) => line.startsWith(`${stack.app}/decisions/`));
  expect(lines[0]).toMatch(/^ca-[a-z\d]{9}-[a-z\d]{8}$/);
  expect(lines.slice(link + 1, link + 3)).toEqual(['303', 'approved']);
  expect(lines[link + 3]).toContain('"event":"approved"');
  expect(lines.filter((line) => line.startsWith('"subject":')).length).toBeGreaterThanOrEqual(1);
  expect(lines.at(-1)).toMatch(/^\{"now":/);
});
