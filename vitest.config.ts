import { defineConfig } from 'vitest/config';

const suite = (name: string, timeout: number, parallel: boolean, setupFiles: string[] = []) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout: timeout,
    hookTimeout: 60_000,
    fileParallelism: parallel,
    setupFiles,
  },
});

export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      suite('unit', 10_000, true),
      suite('workflow', 30_000, true),
      { test: { ...suite('infra', 60_000, true).test, globalSetup: ['test/support/compile-infra.ts'] } },
      suite('local', 60_000, true),
      suite('api', 60_000, false, ['test/support/contract-setup.ts']),
      suite('faults', 120_000, false),
      suite('browser', 60_000, false),
    ],
  },
});
