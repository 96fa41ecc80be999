import { parseCLI, startVitest, type TestCase, type TestModule } from 'vitest/node';
import type { FileReport } from './summary.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** What a skipped test needs and this machine lacks, for the summary of the run. */
    needs?: 'a browser' | 'a Bicep compiler' | 'a POSIX shell';
  }
}

type Errors = readonly { message: string }[];
const messageOf = (errors: Errors | undefined): string => errors?.[0]?.message ?? '';

const failuresOf = (test: TestCase) => {
  const { state, errors } = test.result();
  return state === 'failed' ? [{ name: test.fullName, message: messageOf(errors) }] : [];
};

const reportOf = (module: TestModule): FileReport => {
  const tests = [...module.children.allTests()];
  const { collectDuration, setupDuration, duration } = module.diagnostic();
  // Errors outside of tests: the file could not be loaded, or a hook failed.
  const outside = [module, ...module.children.allSuites()]
    .filter((suite) => suite.errors().length > 0)
    .map((suite) => ({
      name: suite.type === 'module' ? 'the file or a hook of it' : suite.fullName,
      message: messageOf(suite.errors()),
    }));
  const failures = [...outside, ...tests.flatMap(failuresOf)];
  const state = module.state();
  const isUnfinished = state !== 'passed' && state !== 'skipped' && failures.length === 0;
  return {
    file: module.relativeModuleId,
    seconds: (collectDuration + setupDuration + duration) / 1000,
    passed: tests.filter((test) => test.result().state === 'passed').length,
    failures: isUnfinished ? [{ name: 'the file', message: 'did not run to its end' }] : failures,
    skipped: tests.filter((test) => test.result().state === 'skipped').map((test) => test.meta().needs),
  };
};

/** Runs vitest with arguments as on its command line, and reports what every file did. */
export const runVitest = async (args: string[]): Promise<FileReport[]> => {
  const { filter, options } = parseCLI(['vitest', 'run', ...args]);
  const vitest = await startVitest(filter, options);
  const files = vitest.state.getTestModules().map(reportOf);
  const unhandled = vitest.state.getUnhandledErrors();
  const isExplained = unhandled.length === 0 && files.some(({ failures }) => failures.length > 0);
  if ((process.exitCode ?? 0) === 0 || isExplained) return files;
  const [first] = unhandled;
  const message = first instanceof Object && 'message' in first ? `${first.message}` : 'see above';
  const failures = [{ name: 'outside of all tests', message }];
  return [...files, { file: 'vitest', seconds: 0, passed: 0, failures, skipped: [] }];
};
