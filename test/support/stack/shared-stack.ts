import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { until } from '../until.ts';
import type { Stack, StackAddresses } from './stack.ts';

/**
 * Stacks that many test files use, so that each need not start its own. A file is alone in its own pair of partners, whose
 * directories no other file has; its customers are its own by `newCustomer`.
 */

export type SharedStack = StackAddresses & {
  /** Pairs of directories: a partner with the name and locations of Northwind, and one with those of Fabrikam. */
  partners: [northwind: string, fabrikam: string][];
};

/** Takes what no one has taken before; undefined when all are taken. */
const takeOne = async (folder: string, count: number): Promise<number | undefined> => {
  await mkdir(folder, { recursive: true });
  for (let at = 0; at < count; at += 1) {
    // A folder can be made only once: of two files that try, one gets it.
    const made = await mkdir(join(folder, `${at}`)).then(
      () => true,
      () => false,
    );
    if (made) return at;
  }
  return undefined;
};

const withPartners = async (shared: SharedStack, stop: Stack['stop']): Promise<Stack> => {
  const { partners, ...addresses } = shared;
  const at = await takeOne(join(shared.dataDir, 'partners-taken'), partners.length);
  const pair = at === undefined ? undefined : partners[at];
  if (pair === undefined) throw new Error('More files share a stack than it has partners for.');
  const [northwind, fabrikam] = pair;
  return { ...addresses, directories: { avery: northwind, robin: northwind, kim: fabrikam, lee: fabrikam }, stop };
};

/** A running stack whose clock is never stopped or moved. */
export const sharedStack = async (): Promise<Stack> => {
  const stacks = inject('sharedStacks');
  const shared = stacks[Number(process.env.VITEST_POOL_ID ?? 0) % stacks.length];
  if (shared === undefined) throw new Error('No stack is shared in this project.');
  return withPartners(shared, async () => undefined);
};

/** A running stack whose clock the file moves: it has the stack for itself until it stops it. */
export const clockStack = async (): Promise<Stack> => {
  const stacks = inject('clockStacks');
  const lockOf = ({ dataDir }: SharedStack) => join(dataDir, 'clock-in-use');
  const shared = await until(
    'a stack whose clock may be moved',
    async () => {
      for (const stack of stacks) {
        const mine = await mkdir(lockOf(stack)).then(
          () => true,
          () => false,
        );
        if (mine) return stack;
      }
      return undefined;
    },
    600_000,
  );
  return withPartners(shared, () => rm(lockOf(shared), { recursive: true }));
};

/**
 * The same stack as the demo's own partners, for what signs in as a person does or names their locations. Such files see each other's
 * claims.
 */
export const asDemo = ({ directories: _, ...stack }: Stack): Stack => stack;
