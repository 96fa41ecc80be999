import { setTimeout as pause } from 'node:timers/promises';
import { type QueueClient, QueueServiceClient, type ReceivedMessageItem } from '@azure/storage-queue';
import type { RegisteredFunction } from './core-module.ts';
import { resolveSettings } from './host-json.ts';
import { holding, metadataOf, textOf } from './queue-message.ts';
import type { QueueOptions } from './queue-options.ts';
import type { Worker } from './worker.ts';

/** Runs the app's queue triggers. */
export type Queues = {
  start(): void;
  /** Receives no more messages and waits for the running ones. */
  stop(): Promise<void>;
};

type Listener = { target: RegisteredFunction; bindingName: string; queue: QueueClient; poison: QueueClient };

/** First and longest interval (ms) between polls of an empty queue. The genuine host goes up to a minute. */
const shortestWaitMs = 100;
const longestWaitMs = 1000;

/**
 * Prepares every queue trigger of the app: messages in batches, each tried again when the function throws, and put into
 * `<queue>-poison` after the last try, as the genuine host does. Throws when a trigger's connection is not among the settings.
 */
export const createQueues = (options: {
  worker: Worker;
  env: NodeJS.ProcessEnv;
  settings: QueueOptions;
  /** How long (ms) a message stays hidden after this host died with it in hand. */
  leaseMs: number;
  log: (line: string) => void;
}): Queues => {
  const { worker, env, settings, leaseMs, log } = options;
  const listeners = worker.functions.flatMap((target) => readListener(target, env));
  const stopping = new AbortController();
  let loops: Promise<void>[] = [];

  const invoke = async ({ target, bindingName }: Listener, message: ReceivedMessageItem, text: string) => {
    await worker.invoke(target, {
      inputs: { [bindingName]: { string: text } },
      triggerMetadata: metadataOf(message, text),
    });
  };

  const moveToPoison = async ({ queue, poison, target }: Listener, message: ReceivedMessageItem, receipt: string) => {
    log(`error [${target.metadata.name}] message ${message.messageId} was put into ${poison.name}`);
    await poison.createIfNotExists();
    await poison.sendMessage(message.messageText);
    await queue.deleteMessage(message.messageId, receipt);
  };

  const run = async (listener: Listener, message: ReceivedMessageItem): Promise<void> => {
    const { queue, target } = listener;
    const text = textOf(message.messageText, settings.messageEncoding);
    // The count exceeds the limit if the host died during every attempt.
    if (text === undefined || message.dequeueCount > settings.maxDequeueCount) {
      return moveToPoison(listener, message, message.popReceipt);
    }
    let failed = false;
    const receipt = await holding(queue, message, leaseMs, async () => {
      try {
        await invoke(listener, message, text);
      } catch (error) {
        failed = true;
        log(`error [${target.metadata.name}] queue run failed: ${error instanceof Error ? error.message : error}`);
      }
    });
    if (!failed) {
      await queue.deleteMessage(message.messageId, receipt);
    } else if (message.dequeueCount >= settings.maxDequeueCount) {
      await moveToPoison(listener, message, receipt);
    } else {
      const hiddenS = settings.visibilityTimeoutMs / 1000;
      await queue.updateMessage(message.messageId, receipt, message.messageText, hiddenS);
    }
  };

  const runSafely = (listener: Listener, message: ReceivedMessageItem): Promise<void> =>
    run(listener, message).catch((error: unknown) => {
      log(`error [${listener.target.metadata.name}] ${listener.queue.name}: ${String(error)}`);
    });

  /** Resolves with the number of messages; undefined if the queue did not answer. */
  const takeBatch = async (listener: Listener): Promise<number | undefined> => {
    try {
      const { receivedMessageItems: messages } = await listener.queue.receiveMessages({
        numberOfMessages: settings.batchSize,
        visibilityTimeout: leaseMs / 1000,
      });
      await Promise.all(messages.map((message) => runSafely(listener, message)));
      return messages.length;
    } catch {
      return undefined;
    }
  };

  const listen = async (listener: Listener): Promise<void> => {
    let waitMs = shortestWaitMs;
    let answers = true;
    while (!stopping.signal.aborted) {
      const taken = await takeBatch(listener);
      if ((taken !== undefined) !== answers) {
        answers = !answers;
        log(
          `${answers ? 'information' : 'warning'} queue ${listener.queue.name} ${answers ? 'answers' : 'does not answer'}`,
        );
      }
      if (taken) {
        waitMs = shortestWaitMs;
        continue;
      }
      await pause(waitMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      waitMs = Math.min(waitMs * 2, longestWaitMs);
    }
  };

  return {
    start: () => {
      loops = listeners.map(listen);
    },
    stop: async () => {
      stopping.abort();
      await Promise.all(loops);
    },
  };
};

const readListener = (target: RegisteredFunction, env: NodeJS.ProcessEnv): Listener[] => {
  const found = Object.entries(target.metadata.bindings).find(([, { type }]) => type.toLowerCase() === 'queuetrigger');
  if (!found) return [];
  const [bindingName, binding] = found;
  const { name } = target.metadata;
  const setting = String(binding.connection || 'AzureWebJobsStorage');
  const connection = env[setting];
  if (!connection) throw new Error(`function ${name}: there is no setting ${setting} with a connection string`);
  const queueName = resolveSettings(String(binding.queueName), env);
  const service = QueueServiceClient.fromConnectionString(connection, { retryOptions: { maxTries: 1 } });
  return [
    {
      target,
      bindingName,
      queue: service.getQueueClient(queueName),
      poison: service.getQueueClient(`${queueName}-poison`),
    },
  ];
};
