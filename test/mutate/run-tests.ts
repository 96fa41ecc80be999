import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutation } from './mutations/mutation.ts';

/** A run that takes longer than this hangs, as a broken loop does. */
const timeoutMs = 180_000;

type Named = Pick<Mutation, 'test' | 'named'>;
type Result = { file: string; name: string; status: string };

const projectOf = ({ test }: Named): string => test.split('/')[1] ?? '';

/** Runs the named tests of these mutations, and nothing else of their files. Undefined when the run does not end. */
const run = (root: string, mutations: Named[]): Result[] | undefined => {
  const report = join(root, 'mutate-report.json');
  rmSync(report, { force: true });
  const projects = [...new Set(mutations.map(projectOf))].flatMap((project) => ['--project', project]);
  const files = new Set(mutations.map(({ test }) => test));
  const names = new Set(mutations.map(({ named }) => named.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  const args = ['run', ...files, ...projects, '-t', [...names].join('|'), '--reporter=json', `--outputFile=${report}`];
  const vitest = join('node_modules', 'vitest', 'vitest.mjs');
  spawnSync(process.execPath, [vitest, ...args], { cwd: root, stdio: 'ignore', timeout: timeoutMs });
  if (!existsSync(report)) return undefined;
  // The cast: what the JSON reporter of vitest writes.
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    testResults: { name: string; assertionResults: { title: string; status: string }[] }[];
  };
  return testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults.map(({ title, status }) => ({ file, name: title, status })),
  );
};

const resultsOf = (results: Result[], { test, named }: Named): Result[] =>
  results.filter(({ file, name }) => file.endsWith(test) && name.includes(named));

/** Of the tests of these mutations, those that do not pass; a test that is not there is one of them. */
export const notGreen = (root: string, mutations: Named[]): string[] => {
  const results = run(root, mutations) ?? [];
  return mutations
    .filter((mutation) => {
      const found = resultsOf(results, mutation);
      return found.length === 0 || found.some(({ status }) => status !== 'passed');
    })
    .map(({ test, named }) => `${test}: ${named}`);
};

/** `caught`: the test failed. `survived`: it passed. `unusable`: it could not run, so the mutation says nothing. */
export type Verdict = 'caught' | 'survived' | 'unusable';

export const verdictOf = (root: string, mutation: Named): Verdict => {
  const found = resultsOf(run(root, [mutation]) ?? [], mutation);
  if (found.some(({ status }) => status === 'failed')) return 'caught';
  return found.some(({ status }) => status === 'passed') ? 'survived' : 'unusable';
};
