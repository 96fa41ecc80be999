/** Settings of all queue triggers, as `extensions.queues` of host.json has them; times in ms. */
export type QueueOptions = {
  batchSize: number;
  /** How often a message is tried before it goes to the poison queue. */
  maxDequeueCount: number;
  /** How long a message that failed waits before it is tried again. */
  visibilityTimeoutMs: number;
  messageEncoding: 'base64' | 'none';
};

export type QueuesInHostJson = {
  batchSize?: number;
  maxDequeueCount?: number;
  visibilityTimeout?: string;
  messageEncoding?: string;
};

/** The options with the genuine host's defaults. Throws for what that host would refuse. */
export const readQueueOptions = (queues: QueuesInHostJson = {}): QueueOptions => {
  const { batchSize = 16, maxDequeueCount = 5, visibilityTimeout = '00:00:00', messageEncoding = 'base64' } = queues;
  if (messageEncoding !== 'base64' && messageEncoding !== 'none') {
    throw new Error(`host.json: queues.messageEncoding is base64 or none, not ${messageEncoding}`);
  }
  if (!Number.isInteger(batchSize) || batchSize < 1 || batchSize > 32) {
    throw new Error('host.json: queues.batchSize is 1 to 32');
  }
  return { batchSize, maxDequeueCount, visibilityTimeoutMs: msOf(visibilityTimeout), messageEncoding };
};

const msOf = (text: string): number => {
  const [, hours, minutes, seconds] = /^(\d\d):(\d\d):(\d\d)$/.exec(text) ?? [];
  if (hours === undefined) throw new Error(`host.json: queues.visibilityTimeout is hh:mm:ss, not ${text}`);
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
};
