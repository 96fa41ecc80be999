import { fileURLToPath } from 'node:url';
import { build } from '../local/build.ts';
import { runChecks } from './runner/run-check.ts';
import { runVitest } from './runner/run-vitest.ts';
import { summarise } from './runner/summary.ts';

/**
 * The whole suite: every vitest project, and beside it types and lint. Ends with `N passed, N failed`.
 * Arguments go to vitest: `npm test -- --project api` runs a part. `--nightly` runs every property ten times as often.
 */

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
// Some 200 processes of the same few programs are started: each is compiled once.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url));
const extra = process.argv.slice(2).filter((argument) => argument !== '--nightly');
if (extra.length < process.argv.length - 2) process.env.CLAIMS_NIGHTLY = '1';

const checking = runChecks();
await build();
process.env.CLAIMS_BUILT = '1';
const files = await runVitest(extra);
const checks = await checking;
for (const { name, ok, output } of checks) if (!ok) console.log(`\n${name}\n${output}`);
const isCi = Boolean(process.env.CI);
const needsCompiler = Boolean(process.env.BICEP_REQUIRED);
const { lines, ok } = summarise({ files, checks, seconds: performance.now() / 1000, isCi, needsCompiler });
console.log(lines.join('\n'));
process.exit(ok ? 0 : 1);
