import { describe, expect, test } from 'vitest';
import { type FileReport, type Run, summarise } from '../../runner/summary.ts';

const file = (name: string, rest: Partial<FileReport> = {}): FileReport => ({
  file: `test/${name}.test.ts`,
  seconds: 1,
  passed: 3,
  failures: [],
  skipped: [],
  ...rest,
});
const types = { name: 'types', ok: true, output: '' };
const lint = { name: 'lint and format', ok: true, output: '' };
const run = (files: FileReport[], rest: Partial<Run> = {}): Run => ({
  files,
  checks: [types, lint],
  seconds: 125.9,
  isCi: false,
  needsCompiler: false,
  ...rest,
});
const withoutBrowser = file('page', { skipped: ['a browser', 'a browser'] });
const withoutCompiler = file('infra', { skipped: ['a Bicep compiler'] });

describe('The summary of a run', () => {
  test('ends with the counts of tests and checks, after how long it took', () => {
    const { lines, ok } = summarise(run([file('one'), file('two')]));
    expect(lines.slice(-2)).toEqual(['Took 2 min 5 s.', '8 passed, 0 failed']);
    expect(ok).toBe(true);
  });

  test('names the ten slowest files, the slowest first', () => {
    const files = Array.from({ length: 12 }, (_, at) => file(`${at}`, { seconds: at }));
    const lines = summarise(run(files)).lines.filter((line) => line.includes(' s  test/'));
    expect(lines).toHaveLength(10);
    expect(lines[0]).toBe('   11.0 s  test/11.test.ts');
  });

  test('names what failed, where, and the first line that says why', () => {
    const failure = { name: 'a claim > is approved', message: '\u001b[31m\nexpected 1\nto be 2' };
    const checks = [{ ...types, ok: false, output: 'src/a.ts(1,2): error TS1: no\nmore\n' }, lint];
    const { lines, ok } = summarise(run([file('one', { failures: [failure] })], { checks }));
    const at = lines.indexOf('Failed');
    expect(lines.slice(at + 1, at + 5)).toEqual([
      '  types',
      '    npm run check: src/a.ts(1,2): error TS1: no',
      '  a claim > is approved',
      '    test/one.test.ts: expected 1',
    ]);
    expect(lines.at(-1)).toBe('4 passed, 2 failed');
    expect(ok).toBe(false);
  });

  test('says which files were skipped in part and what they needed', () => {
    const { lines, ok } = summarise(run([withoutBrowser, withoutCompiler, file('odd', { skipped: [undefined] })]));
    const at = lines.indexOf('Skipped tests');
    expect(lines.slice(at + 1, at + 4)).toEqual([
      '      2  test/page.test.ts: needs a browser',
      '      1  test/infra.test.ts: needs a Bicep compiler',
      '      1  test/odd.test.ts: no reason given',
    ]);
    expect(lines.at(-1)).toBe('11 passed, 0 failed, 4 skipped');
    expect(ok).toBe(true);
  });

  test('fails where CI skips anything, except what needs a Bicep compiler on a machine that has none', () => {
    expect(summarise(run([withoutCompiler], { isCi: true })).ok).toBe(true);
    expect(summarise(run([withoutCompiler], { isCi: true, needsCompiler: true })).ok).toBe(false);
    const { lines, ok } = summarise(run([withoutCompiler, withoutBrowser], { isCi: true }));
    expect(lines).toContain('    test/page.test.ts: CI must run all tests, but 2 did not run');
    expect(lines.at(-1)).toBe('8 passed, 1 failed, 3 skipped');
    expect(ok).toBe(false);
  });

  test('fails when no test ran', () => {
    expect(summarise(run([])).ok).toBe(false);
  });
});
