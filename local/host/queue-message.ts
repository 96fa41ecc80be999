import type { QueueClient, ReceivedMessageItem } from '@azure/storage-queue';
import type { RpcTypedData } from './core-types.ts';
import type { QueueOptions } from './queue-options.ts';

/** The text in a message; undefined when it is not encoded as host.json says. */
export const textOf = (raw: string, encoding: QueueOptions['messageEncoding']): string | undefined => {
  if (encoding === 'none') return raw;
  const bytes = Buffer.from(raw, 'base64');
  return raw !== '' && bytes.toString('base64') === raw ? bytes.toString('utf8') : undefined;
};

/** Trigger metadata of a message. */
export const metadataOf = (message: ReceivedMessageItem, text: string): Record<string, RpcTypedData> => {
  const time = (at: Date): RpcTypedData => ({ json: JSON.stringify(at.toISOString()) });
  return {
    Id: { string: message.messageId },
    QueueTrigger: { string: text },
    DequeueCount: { json: `${message.dequeueCount}` },
    InsertionTime: time(message.insertedOn),
    ExpirationTime: time(message.expiresOn),
    NextVisibleTime: time(message.nextVisibleOn),
    PopReceipt: { string: message.popReceipt },
  };
};

/** Keeps a message hidden while `work` runs; resolves with the receipt that is valid afterwards. */
export const holding = async (
  queue: QueueClient,
  message: ReceivedMessageItem,
  leaseMs: number,
  work: () => Promise<void>,
): Promise<string> => {
  let receipt = message.popReceipt;
  let renewing: Promise<void> = Promise.resolve();
  const renew = async (): Promise<void> => {
    try {
      receipt =
        (await queue.updateMessage(message.messageId, receipt, message.messageText, leaseMs / 1000)).popReceipt ??
        receipt;
    } catch {
      // The lease runs out then and the message comes again, which "at least once" allows.
    }
  };
  const timer = setInterval(() => {
    renewing = renewing.then(renew);
  }, leaseMs / 2);
  try {
    await work();
  } finally {
    clearInterval(timer);
    await renewing;
  }
  return receipt;
};
