import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type Child<Ready> = {
  pid: number;
  /** What the child said when it was ready. */
  ready: Ready;
  /** Sends a request and resolves once the child has acknowledged it. */
  ask(message: Record<string, unknown>): Promise<void>;
  /** Resolves with a short reason once the process has ended, for whatever cause. */
  ended: Promise<string>;
  /** Lets this process end before the child, which then ends by itself. */
  unref(): void;
  /** Lets the child finish and flush; resolves once the process has ended. */
  stop(): Promise<void>;
};

/** What a child answers; see `child-main.ts` for the other end. */
export type FromChild =
  | { kind: 'ready'; ready: unknown }
  | { kind: 'failed'; reason: string }
  | { kind: 'done'; id: number };

/** A child that does not stop is killed after this long (ms); an orphan ends itself. */
export const STOP_LIMIT_MS = 15_000;

/**
 * Starts `entry` (a TypeScript file built on `child-main.ts`) and resolves when it is ready; rejects with its reason when not.
 * Options travel over IPC, so that no secret stands in the process list.
 */
export const startChild = <Ready>(entry: URL, options: Record<string, unknown>): Promise<Child<Ready>> => {
  const child = fork(fileURLToPath(entry), [], {
    // A process group of its own, so that Ctrl-C reaches only the parent, which then stops its children in order.
    detached: true,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // `windowsHide` is missing from ForkOptions, though fork passes it on to spawn.
    ...{ windowsHide: true },
  });
  const waiting = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();
  let asked = 0;
  let mayEnd = false;

  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ? `killed by ${signal}` : `exit code ${code}`));
  });
  void ended.then((reason) => {
    for (const { reject } of waiting.values()) reject(new Error(`The process has ended: ${reason}`));
  });

  const ask = (message: Record<string, unknown>): Promise<void> =>
    new Promise((resolve, reject) => {
      const id = ++asked;
      waiting.set(id, { resolve, reject });
      child.channel?.ref();
      child.send({ ...message, id }, (error) => error && reject(error));
    });

  const stop = async (): Promise<void> => {
    if (child.connected) child.disconnect();
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    await ended;
    clearTimeout(timer);
  };

  const unref = (): void => {
    mayEnd = true;
    child.unref();
    child.channel?.unref();
  };

  return new Promise((resolve, reject) => {
    void ended.then((reason) => reject(new Error(reason)));
    child.on('message', (message: FromChild) => {
      if (message.kind === 'failed') reject(new Error(message.reason));
      if (message.kind === 'ready') {
        // The cast: each entry file declares what it answers, and its starter names the same type.
        resolve({ pid: child.pid ?? 0, ready: message.ready as Ready, ask, ended, unref, stop });
      }
      if (message.kind === 'done') {
        waiting.get(message.id)?.resolve();
        waiting.delete(message.id);
        if (mayEnd && waiting.size === 0) child.channel?.unref();
      }
    });
    child.send({ kind: 'start', options }, (error) => error && reject(error));
  });
};
