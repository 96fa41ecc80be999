import { randomUUID } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { build } from '../../../local/build.ts';
import { signInTo } from '../../../local/demo/app-client.ts';
import { DEMO_PARTNERS } from '../../../local/demo/people.ts';
import { promptTelemetry } from '../telemetry.ts';
import type { SharedStack } from './shared-stack.ts';
import { type OwnStack, startStack } from './stack.ts';

declare module 'vitest' {
  interface ProvidedContext {
    sharedStacks: SharedStack[];
    clockStacks: SharedStack[];
  }
}

/** Spans arrive while a test waits, and an event that could not be handled comes again at once. */
const settings = {
  ...promptTelemetry,
  AzureFunctionsJobHost__extensions__queues__visibilityTimeout: '00:00:00',
};

/** How many stacks of each kind, and for how many files each has partners. A run of a few named files needs little. */
const sizes = { whole: { each: 2, pairs: 55 }, named: { each: 1, pairs: 40 } };

/**
 * Before any test of a file: a report on a mail of a partner that was loaded within the last seconds finds no claim, since the
 * list of partners is cached.
 */
const share = async (stack: OwnStack, pairs: number): Promise<SharedStack> => {
  const operations = await signInTo(stack.app, stack.identity, 'ops');
  const partners: SharedStack['partners'] = [];
  for (let at = 0; at < pairs; at += 1) {
    const directories = DEMO_PARTNERS.map(({ tenantId, ...body }) => ({ directory: randomUUID(), body }));
    for (const { directory, body } of directories) {
      await operations({ method: 'PUT', path: `operations/partners/${directory}`, body });
    }
    const [northwind, fabrikam] = directories;
    if (northwind && fabrikam) partners.push([northwind.directory, fabrikam.directory]);
  }
  const { app, identity, mail, telemetry, storage, pid, dataDir } = stack;
  return { app, identity, mail, telemetry, storage, pid, dataDir, partners };
};

const start = async ({ each, pairs }: typeof sizes.whole): Promise<Running> => {
  if (!process.env.CLAIMS_BUILT) await build();
  const stacks = await Promise.all(Array.from({ length: 2 * each }, () => startStack({ settings })));
  return { stacks, shared: await Promise.all(stacks.map((stack) => share(stack, pairs))) };
};

type Running = { stacks: OwnStack[]; shared: SharedStack[] };
/** Every project loads this file again; they use the same stacks all the same. */
type Common = { sharedTestStacks?: { running: Promise<Running>; users: number } };
const common = globalThis as Common;

/** Starts the stacks that the files of several projects share. */
export const setup = async (project: TestProject): Promise<void> => {
  const { filenamePattern = [] } = project.vitest as { filenamePattern?: string[] };
  const { each, pairs } = sizes[filenamePattern.length === 0 || filenamePattern.length > 8 ? 'whole' : 'named'];
  common.sharedTestStacks ??= { running: start({ each, pairs }), users: 0 };
  common.sharedTestStacks.users += 1;
  const { shared } = await common.sharedTestStacks.running;
  project.provide('sharedStacks', shared.slice(0, each));
  project.provide('clockStacks', shared.slice(each));
};

export const teardown = async (): Promise<void> => {
  const { sharedTestStacks } = common;
  if (sharedTestStacks === undefined) return;
  sharedTestStacks.users -= 1;
  if (sharedTestStacks.users > 0) return;
  const { stacks } = await sharedTestStacks.running;
  await Promise.all(stacks.map((stack) => stack.stop()));
};
