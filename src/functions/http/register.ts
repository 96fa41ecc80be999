import { app, type HttpMethod } from '@azure/functions';
import { input } from 'durable-functions';
import type { BearerTokens } from '../../identity/bearer-tokens.ts';
import { Problem } from '../../lib/result.ts';
import { noteFacts } from '../../telemetry/operation.ts';
import { asOperation } from '../invocation.ts';
import { problemResponse } from './answer/http-answer.ts';
import { aboutOf, doorOf } from './door.ts';
import type { Dependency } from './health-routes.ts';
import { noteLeftCallers } from './left-callers.ts';
import type { HttpDeps, Route } from './route.ts';
import { apiRoutes } from './routes.ts';

const anyMethod: HttpMethod[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Registers the API and its answers for unknown addresses. */
export const registerHttp = (deps: HttpDeps, tokens: BearerTokens, dependencies: Dependency[]): void => {
  const routes = apiRoutes(dependencies);
  noteLeftCallers();
  for (const route of routes) {
    app.http(route.name, {
      methods: methodsOf(route),
      route: route.path,
      authLevel: 'anonymous',
      ...(route.durable ? { extraInputs: [input.durableClient()] } : {}),
      handler: doorOf(deps, tokens, route),
    });
  }
  const unknown = { name: 'unknownAddress', path: 'api/{*rest}' };
  app.http(unknown.name, {
    methods: anyMethod,
    route: unknown.path,
    authLevel: 'anonymous',
    handler: (request, context) =>
      asOperation(deps, { ...unknown, request, context }, async () => {
        const about = aboutOf(request, context);
        const methods = methodsAt(routes, about.instance);
        const problem = new Problem(methods.length === 0 ? 'not-found' : 'method-not-allowed');
        noteFacts({ code: problem.code });
        return problemResponse(problem, {
          ...about,
          ...(methods.length === 0 ? {} : { headers: { Allow: methods.join(', ') } }),
        });
      }),
  });
};

/** Every GET address answers HEAD as well. */
const methodsOf = ({ method }: Route): HttpMethod[] => (method === 'GET' ? ['GET', 'HEAD'] : [method]);

/** The methods that the API has at a path: a request that fell through to the catch-all had another one. */
const methodsAt = (routes: Route[], pathname: string): HttpMethod[] => {
  const parts = pathname.slice(1).split('/');
  return routes
    .filter(({ path }) => {
      const template = path.split('/');
      return (
        template.length === parts.length && template.every((part, at) => part.startsWith('{') || part === parts[at])
      );
    })
    .flatMap(methodsOf)
    .toSorted();
};
