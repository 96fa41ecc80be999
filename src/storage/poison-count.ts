import type { QueueClient } from '@azure/storage-queue';
import { orMissing } from './errors.ts';

/** Counts the messages of a poison queue, roughly, as the service does. The queue comes to be with its first message. */
export const createPoisonCount = (queue: () => Promise<QueueClient>) => async (): Promise<number> => {
  const properties = await orMissing((await queue()).getProperties());
  return properties?.approximateMessagesCount ?? 0;
};
