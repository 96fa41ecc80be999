import { type FromChild, STOP_LIMIT_MS } from './child.ts';

export type Served = {
  /** Sent to the parent. */
  ready: unknown;
  /** Answers one request of the parent. */
  handle?(message: Record<string, unknown>): void;
  /** Flush and close; the process exits afterwards. */
  stop(): Promise<void>;
};

const send = (message: FromChild): void => {
  if (process.connected) process.send?.(message, () => undefined);
};

/**
 * Runs a child of the local stack until the IPC channel to its parent closes, which happens on a stop and on the parent's
 * death alike. Even kill -9 of the parent therefore ends in an orderly stop here.
 */
export const serveParent = <Options>(start: (options: Options) => Promise<Served>): void => {
  let served: Promise<Served> | undefined;
  const leave = async (): Promise<void> => {
    // A dead parent no longer reads stderr; a failing write must not end the process before the flush.
    process.stderr.on('error', () => undefined);
    // A child that can't flush (its folder may have been deleted) would wait for ever, with no one left to kill it.
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    await served?.then((it) => it.stop()).catch(() => undefined);
    process.exit(0);
  };
  process.once('disconnect', () => void leave());
  process.once('SIGTERM', () => void leave());
  process.on('SIGINT', () => undefined);

  process.on('message', async (message: { kind: string; id?: number; options?: Options }) => {
    if (message.kind === 'start' && message.options !== undefined) {
      served = start(message.options);
      try {
        send({ kind: 'ready', ready: (await served).ready });
      } catch (error) {
        send({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
        process.disconnect?.();
      }
      return;
    }
    (await served)?.handle?.(message);
    if (message.id !== undefined) send({ kind: 'done', id: message.id });
  });
};
