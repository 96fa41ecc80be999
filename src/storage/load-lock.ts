import { setTimeout as pause } from 'node:timers/promises';
import type { TableClient } from '@azure/data-tables';
import { orMissing, statusOf } from './table/errors.ts';

/** How long (ms) a load may take; one that is still held then was cut off. Far above what a thousand rows need. */
const longestMs = 120_000;
const pauseMs = 50;
const tries = 100;
const place = { partitionKey: 'lock', rowKey: 'load' };

export type LoadLock = ReturnType<typeof createLoadLock>;

/**
 * One load at a time, whatever instance does it: what a load looks up has to stay so until it has written. `busy`: another one
 * did not end within some seconds.
 */
export const createLoadLock =
  (table: TableClient, now: () => Date) =>
  async <T>(load: () => Promise<T>): Promise<T | 'busy'> => {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const etag = await take(table, now());
      if (etag === undefined) {
        await pause(pauseMs);
        continue;
      }
      try {
        return await load();
      } finally {
        // One that cannot be given back runs out by itself.
        await table.deleteEntity(place.partitionKey, place.rowKey, { etag }).catch(() => undefined);
      }
    }
    return 'busy';
  };

/** The ETag of the lock, or undefined while somebody else has it. */
const take = async (table: TableClient, now: Date): Promise<string | undefined> => {
  const held = await orMissing(table.getEntity<{ until: string }>(place.partitionKey, place.rowKey));
  if (held !== undefined && held.until > now.toISOString()) return undefined;
  const row = { ...place, until: new Date(now.getTime() + longestMs).toISOString() };
  try {
    const { etag } =
      held === undefined
        ? await table.createEntity(row)
        : await table.updateEntity(row, 'Replace', { etag: held.etag });
    return etag;
  } catch (error) {
    const status = statusOf(error);
    if (status === 409 || status === 412 || status === 404) return undefined;
    throw error;
  }
};
