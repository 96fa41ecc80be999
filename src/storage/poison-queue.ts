import type { QueueClient, ReceivedMessageItem } from '@azure/storage-queue';
import { orMissing } from './table/errors.ts';

/** A message that could not be handled. `text` is as it came, decoded. */
export type PoisonMessage = { messageId: string; putAsideAt: string; text: string };

export type PoisonQueue = ReturnType<typeof createPoisonQueue>;

/** The most that a queue shows or hands out at once. */
const most = 32;
/** Rounds of `most` in which a message is looked for. */
const rounds = 20;
/** How long (s) a message that is worked with stays hidden if the work dies. */
const hiddenSeconds = 30;

const decoded = (text: string): string => {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes.toString('utf8') : text;
};

/** The queue into which the Functions host puts what could not be handled, and the one it comes from. */
export const createPoisonQueue = (queues: { main: () => Promise<QueueClient>; poison: () => Promise<QueueClient> }) => {
  /** Roughly, as the service counts. The queue comes to be with its first message. */
  const count = async (): Promise<number> => {
    const properties = await orMissing((await queues.poison()).getProperties());
    return properties?.approximateMessagesCount ?? 0;
  };

  /** The oldest messages, 32 at most. */
  const peek = async (): Promise<PoisonMessage[]> => {
    const answer = await orMissing((await queues.poison()).peekMessages({ numberOfMessages: most }));
    return (answer?.peekedMessageItems ?? []).map(({ messageId, insertedOn, messageText }) => ({
      messageId,
      putAsideAt: insertedOn.toISOString(),
      text: decoded(messageText),
    }));
  };

  /** Takes one message and shows the others again. Undefined when it is not there, or somebody else works with it. */
  const take = async (queue: QueueClient, messageId: string): Promise<ReceivedMessageItem | undefined> => {
    const others: ReceivedMessageItem[] = [];
    let wanted: ReceivedMessageItem | undefined;
    for (let round = 0; round < rounds && wanted === undefined; round += 1) {
      const received = await orMissing(queue.receiveMessages({ numberOfMessages: most, visibilityTimeout: hiddenSeconds }));
      const items = received?.receivedMessageItems ?? [];
      wanted = items.find((item) => item.messageId === messageId);
      others.push(...items.filter((item) => item !== wanted));
      if (items.length === 0) break;
    }
    // One that cannot be shown now shows itself in a moment.
    const show = ({ messageId: id, popReceipt, messageText }: ReceivedMessageItem) =>
      queue.updateMessage(id, popReceipt, messageText, 0).catch(() => undefined);
    await Promise.all(others.map(show));
    return wanted;
  };

  /** Puts a message back to be handled again. Killed in between it is in both queues, and handled twice without harm. */
  const replay = async (messageId: string): Promise<boolean> => {
    const poison = await queues.poison();
    const message = await take(poison, messageId);
    if (message === undefined) return false;
    await (await queues.main()).sendMessage(message.messageText);
    await orMissing(poison.deleteMessage(message.messageId, message.popReceipt));
    return true;
  };

  const discard = async (messageId: string): Promise<boolean> => {
    const poison = await queues.poison();
    const message = await take(poison, messageId);
    if (message === undefined) return false;
    await orMissing(poison.deleteMessage(message.messageId, message.popReceipt));
    return true;
  };

  return { count, peek, replay, discard };
};
