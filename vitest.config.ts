import { defineConfig } from 'vitest/config';

type Suite = { timeout: number; setupFiles?: string[]; globalSetup?: string[] };

const suite = (name: string, { timeout, setupFiles = [], globalSetup = [] }: Suite) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout: timeout,
    // The files of a worker load the code once. They share no state but what they put into their folders and stacks.
    isolate: false,
    hookTimeout: 180_000,
    // A condition is waited for as long as a slow machine may take.
    expect: { poll: { timeout: 20_000 } },
    setupFiles,
    globalSetup,
  },
});

const sharedStacks = ['test/support/stack/start-shared-stacks.ts'];

export default defineConfig({
  test: {
    reporters: ['default'],
    // Tests wait on stacks more than they compute: more workers than this make them wait on each other.
    maxWorkers: 2,
    projects: [
      suite('unit', { timeout: 30_000 }),
      suite('workflow', { timeout: 60_000 }),
      suite('infra', { timeout: 60_000, globalSetup: ['test/support/infra/compile-infra.ts'] }),
      suite('local', { timeout: 120_000 }),
      suite('api', {
        timeout: 120_000,
        setupFiles: ['test/support/http/contract-setup.ts'],
        globalSetup: sharedStacks,
      }),
      suite('faults', { timeout: 240_000 }),
      suite('browser', { timeout: 120_000, globalSetup: sharedStacks }),
    ],
  },
});
