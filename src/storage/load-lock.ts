import { setTimeout as pause } from 'node:timers/promises';
import type { TableClient } from '@azure/data-tables';
import { statusOf, undefinedOn404 } from './table/errors.ts';

/** A lock older than this belongs to a load that was cut off. A load of a thousand rows needs far less. */
const maxLoadMs = 120_000;
const pauseMs = 50;
const maxAttempts = 100;
const place = { partitionKey: 'lock', rowKey: 'load' };

export type LoadLock = ReturnType<typeof createLoadLock>;

/**
 * Runs one load at a time across all instances: what a load has checked must not change before it has written. `busy`: another load
 * did not end within some seconds.
 */
export const createLoadLock =
  (table: TableClient, now: () => Date) =>
  async <T>(load: () => Promise<T>): Promise<T | 'busy'> => {
    for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
      const etag = await take(table, now());
      if (etag === undefined) {
        await pause(pauseMs);
        continue;
      }
      try {
        return await load();
      } finally {
        // A lock that cannot be released expires by itself.
        await table.deleteEntity(place.partitionKey, place.rowKey, { etag }).catch(() => undefined);
      }
    }
    return 'busy';
  };

/** The ETag of the lock; undefined while another load has it. */
const take = async (table: TableClient, now: Date): Promise<string | undefined> => {
  const current = await undefinedOn404(table.getEntity<{ until: string }>(place.partitionKey, place.rowKey));
  if (current !== undefined && current.until > now.toISOString()) return undefined;
  const row = { ...place, until: new Date(now.getTime() + maxLoadMs).toISOString() };
  try {
    const { etag } =
      current === undefined
        ? await table.createEntity(row)
        : await table.updateEntity(row, 'Replace', { etag: current.etag });
    return etag;
  } catch (error) {
    const status = statusOf(error);
    if (status === 409 || status === 412 || status === 404) return undefined;
    throw error;
  }
};
