import type { TableClient } from '@azure/data-tables';
import { lazily } from '../../lib/lazily.ts';

/**
 * A table whose client is loaded by the first call. The turn of an orchestration needs none, and often runs on an instance that
 * has just started.
 */
export const lazyTable = (open: () => Promise<TableClient>): TableClient => {
  const client = lazily(open);
  const listEntities = (...asked: Parameters<TableClient['listEntities']>) => {
    const list = lazily(async () => (await client()).listEntities(...asked));
    return { ...later(list), byPage: (size?: object) => later(lazily(async () => (await list()).byPage(size))) };
  };
  // The casts: every other method of the client is asynchronous, so it can wait for the client to load.
  const call =
    (name: string) =>
    async (...asked: unknown[]) => {
      const target = await client();
      return (target[name as keyof TableClient] as (...asked: unknown[]) => unknown).apply(target, asked);
    };
  return new Proxy({} as TableClient, {
    get: (_, name) =>
      name === 'listEntities' ? listEntities : typeof name === 'string' && name !== 'then' ? call(name) : undefined,
  });
};

/** The values of an iterator that is created when it is first used. */
const later = <T>(iterator: () => Promise<AsyncIterator<T>>): AsyncIterableIterator<T> => ({
  next: async () => (await iterator()).next(),
  [Symbol.asyncIterator]() {
    return this;
  },
});
