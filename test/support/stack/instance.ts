import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Reply, send } from '../http/client.ts';
import type { Stack } from './stack.ts';

/** Calls the Durable HTTP API for an instance: `GET` for its state, `POST .../terminate`, `DELETE` to purge. */
export const callInstance = async (
  { app, dataDir }: Pick<Stack, 'app' | 'dataDir'>,
  method: string,
  claimId: string,
  operation = '',
): Promise<Reply> => {
  // The cast: the file that the host keeps its keys in.
  const keys = JSON.parse(await readFile(join(dataDir, 'host', 'host-keys.json'), 'utf8')) as { durable: string };
  const path = `runtime/webhooks/durabletask/instances/${claimId}${operation}`;
  return send(`${app}/${path}?code=${keys.durable}`, method);
};
