import type { Route } from './route.ts';

/** The route that serves the OpenAPI document, itself included. */
export const openApiRoute = (routes: Route[]): Route => {
  let document: unknown;
  const route: Route = {
    name: 'openApi',
    method: 'GET',
    path: 'api/openapi.json',
    roles: [],
    doc: { summary: 'This document.', success: { status: 200, answer: 'OpenApi', description: 'OpenAPI 3.1.' } },
    handle: async () => {
      // Loaded and built on the first request, because it would slow down every cold start.
      const { openApiDocument } = await import('./openapi/document.ts');
      document ??= openApiDocument([...routes, route]);
      return { status: 200, json: document };
    },
  };
  return route;
};
