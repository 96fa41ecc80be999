import type { TableClient } from '@azure/data-tables';
import { lazily } from '../../lib/lazily.ts';

/**
 * A table whose client is loaded by the first call: a turn of an orchestration, which runs on an instance that has just started as
 * like as not, needs none.
 */
export const lazyTable = (open: () => Promise<TableClient>): TableClient => {
  const client = lazily(open);
  const listEntities = (...asked: Parameters<TableClient['listEntities']>) => {
    const list = lazily(async () => (await client()).listEntities(...asked));
    return { ...later(list), byPage: (size?: object) => later(lazily(async () => (await list()).byPage(size))) };
  };
  // The casts: every other method of the client is asynchronous, so that it can be called late.
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

/** What an iterator gives that comes to be when it is first asked. */
const later = <T>(iterator: () => Promise<AsyncIterator<T>>): AsyncIterableIterator<T> => ({
  next: async () => (await iterator()).next(),
  [Symbol.asyncIterator]() {
    return this;
  },
});
