import type { Stack } from '../stack/stack.ts';
import { send } from './client.ts';

/** An address of the API, as its OpenAPI document has it. `roles`: any one of them is needed; none: open to all. */
export type DocumentedRoute = { method: string; path: string; operationId: string; roles: string[] };

type Operation = { operationId: string; security: { bearer: string[] }[] };

/** Every operation of `/api/openapi.json`; `path` is below `/api/`. */
export const documentedRoutes = async ({ app }: Pick<Stack, 'app'>): Promise<DocumentedRoute[]> => {
  const { body } = await send(`${app}/api/openapi.json`, 'GET');
  return Object.entries<Record<string, Operation>>(body.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { operationId, security }]) => ({
      method: method.toUpperCase(),
      path: path.replace('/api/', ''),
      operationId,
      roles: security.flatMap(({ bearer }) => bearer),
    })),
  );
};

/** The path of a route for a certain claim and file. */
export const pathFor = ({ path }: DocumentedRoute, ids: Record<string, string>): string =>
  path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = ids[name];
    if (value === undefined) throw new Error(`No value for {${name}} of ${path}.`);
    return value;
  });
