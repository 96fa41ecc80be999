import { QueueClient } from '@azure/storage-queue';
import { platformEventsQueue } from '../../../src/storage/table/names.ts';
import type { Stack } from '../stack/stack.ts';
import { until } from '../until.ts';

type StorageOfStack = Pick<Stack, 'storage'>;

/** The queue of platform events of a stack, or its poison queue. */
export const eventsQueue = ({ storage }: StorageOfStack, suffix = ''): QueueClient =>
  new QueueClient(storage, `${platformEventsQueue}${suffix}`);

/** A delivery report in the Event Grid schema. */
export const deliveryReport = (messageId: string, status: string, attemptedAt: string) => ({
  id: crypto.randomUUID(),
  topic: '/subscriptions/x',
  subject: `sender/x/message/${messageId}`,
  data: {
    sender: 'x@claims.example',
    recipient: 'y@z.example',
    messageId,
    status,
    deliveryAttemptTimeStamp: attemptedAt,
  },
  eventType: 'Microsoft.Communication.EmailDeliveryReportReceived',
  dataVersion: '1.0',
  metadataVersion: '1',
  eventTime: attemptedAt,
});

/** A verdict on a stored file in the Event Grid schema. */
export const malwareVerdict = (blobPath: string, scanResultType: string, finishedAt = new Date()) => ({
  id: crypto.randomUUID(),
  topic: '/subscriptions/x',
  subject: 'storageAccounts/x',
  data: {
    correlationId: crypto.randomUUID(),
    blobUri: `https://x.blob.core.windows.net/${blobPath}`,
    eTag: '0x8DB4C9327B08CBF',
    scanFinishedTimeUtc: finishedAt.toISOString(),
    scanResultType,
    scanResultDetails: null,
  },
  eventType: 'Microsoft.Security.MalwareScanningResult',
  dataVersion: '1.0',
  metadataVersion: '1',
  eventTime: finishedAt.toISOString(),
});

/** Puts a message into the queue as Event Grid does, or into its poison queue as the host does; resolves with its ID. */
export const deliverEvent = async (stack: StorageOfStack, content: unknown, suffix = ''): Promise<string> => {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const queue = eventsQueue(stack, suffix);
  await queue.createIfNotExists();
  return (await queue.sendMessage(Buffer.from(text).toString('base64'))).messageId;
};

/** Resolves when all that is in the queue has been taken. */
export const queueEmpty = (stack: StorageOfStack): Promise<boolean> =>
  until('the queue to be empty', async () => (await eventsQueue(stack).getProperties()).approximateMessagesCount === 0);

/** The messages with this text in the poison queue. Other files of a shared stack fill it as well. */
export const poisonMessagesWith = async (stack: StorageOfStack, text: string): Promise<string[]> => {
  const queue = eventsQueue(stack, '-poison');
  await queue.createIfNotExists();
  const { peekedMessageItems } = await queue.peekMessages({ numberOfMessages: 32 });
  const texts = peekedMessageItems.map(({ messageText }) => Buffer.from(messageText, 'base64').toString());
  return texts.filter((one) => one.includes(text));
};
