import { readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { copyOfTree } from './copy-of-tree.ts';
import { mutations as all, occurrences } from './mutations/all.ts';
import type { Mutation } from './mutations/mutation.ts';
import { notGreen, type Verdict, verdictOf } from './run-tests.ts';

/**
 * The mutation gate: breaks each guarding text by itself, in a copy of the tree, and runs the test that must fail then. Ends with
 * the mutations that no test noticed. `--only words` takes those whose description, file or test contains the words.
 */

const { only = '' } = parseArgs({ options: { only: { type: 'string' } } }).values;
const mutations = all.filter(({ breaks, file, test }) => `${breaks} ${file} ${test}`.includes(only));

/** Why the mutations cannot be tried: a text that is not there, or a test that does not pass as it is. */
const obstacles = (root: string): string[] => {
  const astray = mutations.filter((each) => occurrences(each, readFileSync(join(root, each.file), 'utf8')) !== 1);
  if (astray.length > 0)
    return astray.map(({ file, guard }) => `${file} does not have this text exactly once: ${guard}`);
  if (mutations.length === 0) return [`No mutation contains '${only}'.`];
  return notGreen(root, mutations).map(
    (test) => `This test is not there, or does not pass without a mutation: ${test}`,
  );
};

const verdictOn = (root: string, mutation: Mutation): Verdict => {
  const path = join(root, mutation.file);
  const source = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    source.replace(mutation.guard, () => mutation.broken),
  );
  const verdict = verdictOf(root, mutation);
  writeFileSync(path, source);
  return verdict;
};

const root = await copyOfTree();
try {
  const failures = obstacles(root);
  if (failures.length === 0) {
    for (const mutation of mutations) {
      const verdict = verdictOn(root, mutation);
      const line = `${verdict.padEnd(8)}  ${mutation.breaks} (${mutation.test}: ${mutation.named})`;
      console.log(line);
      if (verdict !== 'caught') failures.push(line);
    }
    console.log(`\n${mutations.length - failures.length} of ${mutations.length} mutations caught.`);
  }
  for (const line of failures) console.log(line);
  process.exitCode = failures.length > 0 ? 1 : 0;
} finally {
  await rm(root, { recursive: true, force: true });
}
