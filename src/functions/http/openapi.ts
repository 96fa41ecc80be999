import { z } from 'zod';
import { problemKinds } from '../../domain/problem-codes.ts';
import type { Route } from './route.ts';

const problemRef = {
  description: 'A problem (RFC 9457).',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const parameter = (name: string, where: 'path' | 'query' | 'header', description: string, required: boolean) => ({
  name,
  in: where,
  required,
  description,
  schema: { type: 'string' },
});

const parametersOf = ({ path, doc }: Route) => [
  ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => parameter(name, 'path', name, true)),
  ...Object.entries(doc.query ?? {}).map(([name, description]) => parameter(name, 'query', description, false)),
  ...(doc.ifMatch ? [parameter('If-Match', 'header', 'The ETag that was read.', doc.ifMatch === 'required')] : []),
  ...(doc.idempotent
    ? [parameter('Idempotency-Key', 'header', 'The same key and request get the first answer again.', false)]
    : []),
];

const bodyOf = ({ doc: { body } }: Route) => {
  if (body === undefined) return {};
  const content =
    body === 'binary'
      ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) } };
  return { requestBody: { required: true, content } };
};

const operationOf = (route: Route) => {
  const { status, description, contentType } = route.doc.success;
  return {
    operationId: route.name,
    summary: route.doc.summary,
    security: route.roles.length === 0 ? [] : [{ bearer: [...route.roles] }],
    parameters: parametersOf(route),
    ...bodyOf(route),
    responses: {
      [status]: { description, ...(status === 204 ? {} : { content: { [contentType ?? 'application/json']: {} } }) },
      default: problemRef,
    },
  };
};

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'errors', 'traceId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    code: { enum: Object.keys(problemKinds) },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code', 'message'],
        properties: {
          path: { type: 'string' },
          code: { enum: Object.keys(problemKinds) },
          message: { type: 'string' },
        },
      },
    },
    traceId: { type: 'string' },
  },
};

/** The OpenAPI 3.1 document, made from the routes and the schemas that they check with. */
export const openApiDocument = (routes: Route[]) => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = `/${route.path}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Customer associations', version: '1' },
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
};

/** The route that serves the document, itself included. */
export const openApiRoute = (routes: Route[]): Route => {
  const route: Route = {
    name: 'openApi',
    method: 'GET',
    path: 'api/openapi.json',
    roles: [],
    doc: { summary: 'This document.', success: { status: 200, description: 'OpenAPI 3.1.' } },
    handle: async () => ({ status: 200, json: document }),
  };
  const document = openApiDocument([...routes, route]);
  return route;
};
