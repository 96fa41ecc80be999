import type { Stack } from './stack.ts';

/** What the stack's clock shows. */
export const stackTime = async ({ app }: Pick<Stack, 'app'>): Promise<Date> => {
  // The cast: the local host answers so.
  const { now } = (await (await fetch(`${app}/admin/clock`)).json()) as { now: string };
  return new Date(now);
};
