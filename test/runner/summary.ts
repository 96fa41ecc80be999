import { stripVTControlCharacters } from 'node:util';

/** What a run of the suite says at its end. */

export type Failure = { name: string; message: string };
export type FileReport = {
  file: string;
  seconds: number;
  passed: number;
  failures: Failure[];
  /** One for each skipped test: what the machine lacks; undefined when the test does not say. */
  skipped: (string | undefined)[];
};
export type CheckReport = { name: string; ok: boolean; output: string };
export type Run = {
  files: FileReport[];
  checks: CheckReport[];
  seconds: number;
  isCi: boolean;
  /** Whether this machine has been given a Bicep compiler, so that no rule for what is deployed may be left out. */
  needsCompiler: boolean;
};

/** The only thing that a machine in CI may lack: a machine with nothing but Node has none. */
const maybeMissing = 'a Bicep compiler';

const firstLine = (text: string): string => {
  const lines = stripVTControlCharacters(text).split('\n');
  return lines.find((line) => line.trim() !== '')?.trim() ?? 'no message';
};

const slowest = (files: FileReport[]): string[] =>
  files
    .toSorted((one, other) => other.seconds - one.seconds)
    .slice(0, 10)
    .map(({ file, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${file}`);

const skippedIn = ({ file, skipped }: FileReport): string[] =>
  [...Map.groupBy(skipped, (needs) => needs)].map(([needs, tests]) => {
    const reason = needs === undefined ? 'no reason given' : `needs ${needs}`;
    return `${`${tests.length}`.padStart(7)}  ${file}: ${reason}`;
  });

/** A machine in CI runs everything: a test that it skips is a failure. A failed hook skips tests, and has failed already. */
const forbidden = ({ skipped }: FileReport, needsCompiler: boolean): Failure[] => {
  const count = skipped.filter((needs) => needsCompiler || needs !== maybeMissing).length;
  return count === 0 ? [] : [{ name: 'skipped tests', message: `CI must run all tests, but ${count} did not run` }];
};

type Located = Failure & { where: string };

const failedIn = ({ files, checks, isCi, needsCompiler }: Run): Located[] => [
  ...checks.filter(({ ok }) => !ok).map(({ name, output }) => ({ name, message: output, where: 'npm run check' })),
  ...files.flatMap((file) =>
    [...file.failures, ...(isCi && file.failures.length === 0 ? forbidden(file, needsCompiler) : [])].map(
      (failure) => ({
        ...failure,
        where: file.file,
      }),
    ),
  ),
];

const failureLines = ({ name, message, where }: Located): string[] => [
  `  ${name}`,
  `    ${where}: ${firstLine(message)}`,
];

const section = (title: string, lines: string[]): string[] => (lines.length === 0 ? [] : ['', title, ...lines]);

const durationOf = (seconds: number): string => `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;

/** The lines of the summary, `N passed, N failed` last. `ok` when nothing failed and any test ran at all. */
export const summarise = (run: Run): { lines: string[]; ok: boolean } => {
  const { files, checks, seconds } = run;
  const failures = failedIn(run);
  const skipped = files.reduce((sum, file) => sum + file.skipped.length, 0);
  const testsPassed = files.reduce((sum, file) => sum + file.passed, 0);
  const passed = testsPassed + checks.filter(({ ok }) => ok).length;
  const lines = [
    ...section('Slowest files', slowest(files)),
    ...section('Skipped tests', files.flatMap(skippedIn)),
    ...section('Failed', failures.flatMap(failureLines)),
    '',
    `Took ${durationOf(seconds)}.`,
    `${passed} passed, ${failures.length} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`,
  ];
  return { lines, ok: failures.length === 0 && testsPassed > 0 };
};
