import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DurableEngine, FunctionRunner } from '../durable/contract.ts';
import type { RegisteredFunction } from './core-module.ts';
import { fromTypedData, type RpcTypedData } from './core-types.ts';
import { answerPlain, readBody } from './http/http-answer.ts';
import { type HostKeys, hasKey } from './http/keys.ts';
import type { Worker } from './worker.ts';

const webhookPath = '/runtime/webhooks/durabletask';
const maxBodyBytes = 16 * 1024 * 1024;

/** How the engine runs the orchestrators and activities of the app. */
export const createFunctionRunner = (functions: RegisteredFunction[], invoke: Worker['invoke']): FunctionRunner => {
  const orchestrators = byName(functions, 'orchestrationtrigger');
  const activities = byName(functions, 'activitytrigger');
  const run = async (
    found: NamedTrigger | undefined,
    name: string,
    data: RpcTypedData,
    triggerMetadata: Record<string, RpcTypedData> = {},
  ): Promise<unknown> => {
    if (!found) throw new Error(`there is no function ${name}`);
    const { response } = await invoke(found.target, { inputs: { [found.bindingName]: data }, triggerMetadata });
    const { returnValue } = response;
    // As recorded from the genuine extension: a string stays a string, even if it looks like JSON.
    return returnValue?.string ?? fromTypedData(returnValue);
  };
  return {
    hasOrchestrator: (name) => orchestrators.has(name.toLowerCase()),
    hasActivity: (name) => activities.has(name.toLowerCase()),
    runOrchestrator: (name, trigger) =>
      run(orchestrators.get(name.toLowerCase()), name, { string: JSON.stringify(trigger) }),
    runActivity: (name, input, instanceId) =>
      run(activities.get(name.toLowerCase()), name, activityInput(input), { instanceId: { string: instanceId } }),
  };
};

type NamedTrigger = { target: RegisteredFunction; bindingName: string };

const byName = (functions: RegisteredFunction[], type: string): Map<string, NamedTrigger> => {
  const found = new Map<string, NamedTrigger>();
  for (const target of functions) {
    for (const [bindingName, binding] of Object.entries(target.metadata.bindings)) {
      if (binding.type.toLowerCase() === type) {
        found.set(target.metadata.name.toLowerCase(), { target, bindingName });
      }
    }
  }
  return found;
};

/** As recorded from the genuine extension: booleans arrive as `True` or `False`, null as undefined, the rest as sent. */
const activityInput = (input: unknown): RpcTypedData => {
  if (input === null || input === undefined) return {};
  if (typeof input === 'boolean') return { string: input ? 'True' : 'False' };
  return { json: JSON.stringify(input) };
};

/** The Durable HTTP API of the host, and the client bindings that lead to it. */
export type DurableDoor = {
  /** The value of a `durableClient` input binding. */
  clientBinding: RpcTypedData;
  /** Serves requests below `/runtime/`: 401 without a key, 404 for anything but the Durable API. */
  serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void>;
};

/**
 * Opens the Durable HTTP API for the management URLs (with the host's key in `code`) and for the client library itself,
 * whose RPC address needs no key: on Azure it is a listener of its own, here a path that no one can guess.
 */
export const createDurableDoor = (options: {
  engine: DurableEngine;
  hostUrl: string;
  keys: HostKeys;
  localRpcEndpoint: boolean;
}): DurableDoor => {
  const { engine, hostUrl, keys } = options;
  const rpcPath = `/runtime/rpc-${randomBytes(16).toString('hex')}`;
  const binding = JSON.parse(engine.clientBinding(hostUrl)) as Record<string, unknown>;
  const rpcBaseUrl = options.localRpcEndpoint ? { rpcBaseUrl: `${hostUrl}${rpcPath}/` } : { rpcBaseUrl: undefined };

  return {
    clientBinding: { string: JSON.stringify({ ...withKey(binding, keys.durable), ...rpcBaseUrl }) },
    serve: async (incoming, outgoing) => {
      const url = new URL(incoming.url ?? '/', hostUrl);
      const isRpc = url.pathname.startsWith(`${rpcPath}/`);
      if (isRpc) url.pathname = `${webhookPath}${url.pathname.slice(rpcPath.length)}`;
      if (!url.pathname.startsWith(`${webhookPath}/`)) return answerPlain(outgoing, 404);
      const accepted = [keys.durable, keys.master];
      if (!isRpc && !hasKey(accepted, incoming.headers['x-functions-key'], url.searchParams)) {
        return answerPlain(outgoing, 401);
      }
      const body = await readBody(incoming, maxBodyBytes);
      if (!body) return answerPlain(outgoing, 413);
      await send(outgoing, await engine.handle(toRequest(incoming, url, body)));
    },
  };
};

/** Puts the key into every URL of the client binding, as `code`. */
const withKey = (binding: Record<string, unknown>, key: string): Record<string, unknown> => {
  const addCode = (value: unknown): unknown =>
    typeof value === 'string' && value.startsWith('http') && !/[?&]code=/.test(value)
      ? `${value}${value.includes('?') ? '&' : '?'}code=${key}`
      : value;
  const inMap = (map: unknown): Record<string, unknown> =>
    Object.fromEntries(Object.entries(map ?? {}).map(([name, value]) => [name, addCode(value)]));
  return {
    ...binding,
    creationUrls: inMap(binding.creationUrls),
    managementUrls: inMap(binding.managementUrls),
    requiredQueryStringParameters: `code=${key}`,
  };
};

const toRequest = (incoming: IncomingMessage, url: URL, body: Buffer): Request => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, String(value));
  }
  const method = incoming.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(url, { method, headers, ...(hasBody ? { body: new Uint8Array(body) } : {}) });
};

const send = async (outgoing: ServerResponse, answer: Response): Promise<void> => {
  outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
  outgoing.end(Buffer.from(await answer.arrayBuffer()));
};
