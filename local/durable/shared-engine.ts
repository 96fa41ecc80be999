import { setTimeout as pause } from 'node:timers/promises';
import { readJsonFile, writeJsonFile } from '../host/atomic-json.ts';
import { clientBinding } from './client-binding.ts';
import type { DurableEngine, DurableEngineOptions } from './contract.ts';
import { createDurableEngine } from './engine.ts';
import { HubInUseError } from './store.ts';

/** How often (ms) a host that does not lead tries to. The genuine engine waits until a lease of 30 s has run out. */
const retryMs = 100;

export type SharedEngineOptions = DurableEngineOptions & {
  /** Where the other hosts reach this one, and the key with which they ask each other. */
  hostUrl: string;
  key: string;
  /** Called when this host has begun to lead. */
  led: () => Promise<void>;
};

export type SharedEngine = DurableEngine & {
  /** Whether this host runs the hub's orchestrations. */
  leads(): boolean;
};

/**
 * The engine of a host that shares its task hub with others, as with one partition on Azure: one host leads and runs all
 * orchestrations, the others pass their clients' requests on to it, and one of them goes on when it dies. The lead is the
 * lock on the hub's file, which the system drops with the process, so two hosts never lead at once.
 */
export const createSharedEngine = (options: SharedEngineOptions): SharedEngine => {
  const { hostUrl, key, led, file, log } = options;
  const leaderFile = `${file}.leader.json`;
  const stopping = new AbortController();
  let own: DurableEngine | undefined;
  let waiting: Promise<void> = Promise.resolve();

  const lead = async (): Promise<boolean> => {
    let engine: DurableEngine;
    try {
      engine = createDurableEngine(options);
    } catch (error) {
      if (error instanceof HubInUseError) return false;
      throw error;
    }
    await writeJsonFile(leaderFile, { url: hostUrl });
    await engine.start();
    own = engine;
    await led();
    return true;
  };

  const waitToLead = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await pause(retryMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (!stopping.signal.aborted && (await lead())) return;
    }
  };

  const passOn = async (request: Request): Promise<Response> => {
    // The cast: written above.
    const leader = (await readJsonFile(leaderFile)) as { url: string } | undefined;
    const { pathname, search } = new URL(request.url);
    const contentType = request.headers.get('content-type');
    const body = request.method === 'GET' ? undefined : await request.arrayBuffer();
    try {
      const answer = await fetch(`${leader?.url}${pathname}${search}`, {
        method: request.method,
        headers: { 'x-functions-key': key, ...(contentType === null ? {} : { 'content-type': contentType }) },
        redirect: 'manual',
        ...(body === undefined ? {} : { body }),
      });
      const headers = new Headers(answer.headers);
      // They are about the connection to the leader.
      for (const name of ['connection', 'keep-alive', 'transfer-encoding']) headers.delete(name);
      return new Response(await answer.arrayBuffer(), { status: answer.status, headers });
    } catch {
      // The leader has died, and no one leads yet.
      return new Response(null, { status: 503 });
    }
  };

  return {
    leads: () => own !== undefined,
    start: async () => {
      if (await lead()) return;
      waiting = waitToLead().catch((error: unknown) => log(`error the task hub could not be taken over: ${error}`));
    },
    stop: async () => {
      stopping.abort();
      await waiting;
      await own?.stop();
    },
    handle: (request) => own?.handle(request) ?? passOn(request),
    clientBinding: (url) => clientBinding({ hostUrl: url, hubName: options.hubName }),
    nextTimerDue: () => own?.nextTimerDue(),
    fireDueTimers: async (limitMs) => own?.fireDueTimers(limitMs),
  };
};
