import type { QueueClient } from '@azure/storage-queue';
import { expect, test } from 'vitest';
import { createPoisonQueue } from '../../../src/storage/poison-queue.ts';

/** A queue that says in which order it was asked for what. */
const queueOf = (name: string, asked: string[], texts: string[] = [], failing: string[] = []) => {
  const items = texts.map((messageText, index) => ({ messageId: `${index}`, popReceipt: 'r', messageText }));
  let received = false;
  const ask = (what: string): void => {
    asked.push(`${name} ${what}`);
    if (failing.includes(what)) throw Object.assign(new Error('Out.'), { statusCode: 503 });
  };
  const queue = {
    receiveMessages: async () => {
      ask('receive');
      const receivedMessageItems = received ? [] : items;
      received = true;
      return { receivedMessageItems };
    },
    updateMessage: async (id: string) => ask(`show ${id}`),
    sendMessage: async (text: string) => ask(`send ${text}`),
    deleteMessage: async (id: string) => ask(`delete ${id}`),
  };
  // The cast: what of a client is used here.
  return async () => queue as unknown as QueueClient;
};

test('a message is put back before it is taken away, so that a kill in between loses nothing', async () => {
  const asked: string[] = [];
  const poison = createPoisonQueue({
    main: queueOf('main', asked),
    poison: queueOf('poison', asked, ['a', 'b'], ['delete 1']),
  });
  await expect(poison.replay('1')).rejects.toThrow('Out.');
  expect(asked).toEqual(['poison receive', 'poison show 0', 'main send b', 'poison delete 1']);
});

test('one that is not there is said to be not there, and the others are shown again', async () => {
  const asked: string[] = [];
  const poison = createPoisonQueue({
    main: queueOf('main', asked),
    poison: queueOf('poison', asked, ['a', 'b'], ['show 0']),
  });
  expect(await poison.discard('7')).toBe(false);
  expect(asked).toEqual(['poison receive', 'poison receive', 'poison show 0', 'poison show 1']);
});
