import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type QueueOptions, type QueuesInHostJson, readQueueOptions } from './queue-options.ts';

/** The part of host.json that the local host uses; the rest concerns Azure. */
export type HostJson = { routePrefix: string; hubName: string; localRpcEndpoint: boolean; queues: QueueOptions };

/**
 * Reads host.json of the app. As in Azure, the setting `AzureFunctionsJobHost__extensions__queues__{option}` overrides its
 * queue options, and `%NAME%` is replaced by that setting. Rejects if the file or a setting is missing.
 */
export const readHostJson = async (appRoot: string, env: NodeJS.ProcessEnv): Promise<HostJson> => {
  const text = await readFile(join(appRoot, 'host.json'), 'utf8').catch((cause: unknown) => {
    throw new Error(`no host.json in ${appRoot}`, { cause });
  });
  const { extensions } = JSON.parse(text) as {
    extensions?: {
      http?: { routePrefix?: string };
      durableTask?: { hubName?: string; localRpcEndpointEnabled?: boolean };
      queues?: QueuesInHostJson;
    };
  };
  return {
    routePrefix: extensions?.http?.routePrefix ?? 'api',
    hubName: resolveSettings(extensions?.durableTask?.hubName ?? 'TestHubName', env),
    localRpcEndpoint: extensions?.durableTask?.localRpcEndpointEnabled ?? true,
    queues: readQueueOptions({ ...extensions?.queues, ...queuesInSettings(env) }),
  };
};

const queuesPrefix = 'AzureFunctionsJobHost__extensions__queues__';

const queuesInSettings = (env: NodeJS.ProcessEnv): QueuesInHostJson => {
  const set = Object.entries(env).flatMap(([name, value]) => {
    if (value === undefined || !name.startsWith(queuesPrefix)) return [];
    return [[name.slice(queuesPrefix.length), /^\d+$/.test(value) ? Number(value) : value]];
  });
  // What is no option of the queues, or out of its range, is for `readQueueOptions`.
  return Object.fromEntries(set) as QueuesInHostJson;
};

/** Replaces each `%NAME%` by the setting of that name; throws when there is none. */
export const resolveSettings = (text: string, env: NodeJS.ProcessEnv): string =>
  text.replace(/%([^%]+)%/g, (_, name: string) => {
    const value = env[name];
    if (value === undefined) throw new Error(`%${name}% does not resolve: there is no setting ${name}`);
    return value;
  });
