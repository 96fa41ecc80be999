import type { QueueClient, ReceivedMessageItem } from '@azure/storage-queue';
import { undefinedOn404 } from './table/errors.ts';

/** A message that could not be handled. `text` is its decoded content. */
export type PoisonMessage = { messageId: string; movedAt: string; text: string };

export type PoisonQueue = ReturnType<typeof createPoisonQueue>;

/** A queue shows and hands out no more messages at once. */
const maxMessages = 32;
/** How often `maxMessages` are received in the search for one message. */
const maxAttempts = 20;
/** How long a received message stays hidden if the work on it dies. */
const hiddenSeconds = 30;

const decoded = (text: string): string => {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes.toString('utf8') : text;
};

/** The poison queue, into which the Functions host puts what could not be handled, and the queue that it came from. */
export const createPoisonQueue = (queues: { main: () => Promise<QueueClient>; poison: () => Promise<QueueClient> }) => {
  /** The service's approximate count. The queue does not exist before its first message. */
  const count = async (): Promise<number> => {
    const properties = await undefinedOn404((await queues.poison()).getProperties());
    return properties?.approximateMessagesCount ?? 0;
  };

  /** The oldest messages, 32 at most. */
  const peek = async (): Promise<PoisonMessage[]> => {
    const answer = await undefinedOn404((await queues.poison()).peekMessages({ numberOfMessages: maxMessages }));
    return (answer?.peekedMessageItems ?? []).map(({ messageId, insertedOn, messageText }) => ({
      messageId,
      movedAt: insertedOn.toISOString(),
      text: decoded(messageText),
    }));
  };

  /** Takes one message and shows the others again. Undefined when it is not there, or hidden while another caller works on it. */
  const take = async (queue: QueueClient, messageId: string): Promise<ReceivedMessageItem | undefined> => {
    const others: ReceivedMessageItem[] = [];
    let wanted: ReceivedMessageItem | undefined;
    for (let attempt = 0; attempt < maxAttempts && wanted === undefined; attempt += 1) {
      const received = await undefinedOn404(
        queue.receiveMessages({ numberOfMessages: maxMessages, visibilityTimeout: hiddenSeconds }),
      );
      const items = received?.receivedMessageItems ?? [];
      wanted = items.find((item) => item.messageId === messageId);
      others.push(...items.filter((item) => item !== wanted));
      if (items.length === 0) break;
    }
    // A message that cannot be shown now becomes visible by itself in a moment.
    const show = ({ messageId: id, popReceipt, messageText }: ReceivedMessageItem) =>
      queue.updateMessage(id, popReceipt, messageText, 0).catch(() => undefined);
    await Promise.all(others.map(show));
    return wanted;
  };

  /** Puts a message back to be handled again. A crash in between leaves it in both queues; handling it twice does no harm. */
  const replay = async (messageId: string): Promise<boolean> => {
    const poison = await queues.poison();
    const message = await take(poison, messageId);
    if (message === undefined) return false;
    await (await queues.main()).sendMessage(message.messageText);
    await undefinedOn404(poison.deleteMessage(message.messageId, message.popReceipt));
    return true;
  };

  const discard = async (messageId: string): Promise<boolean> => {
    const poison = await queues.poison();
    const message = await take(poison, messageId);
    if (message === undefined) return false;
    await undefinedOn404(poison.deleteMessage(message.messageId, message.popReceipt));
    return true;
  };

  return { count, peek, replay, discard };
};
