import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemKinds } from '../../src/domain/problem-codes.ts';
import { type DocumentedRoute, documentedRoutes, pathFor } from '../support/api-routes.ts';
import { type Reply, send, signIn } from '../support/client.ts';
import { type Stack, startStack } from '../support/stack.ts';

let stack: Stack;
let document: Reply['body'];
let routes: DocumentedRoute[];
beforeAll(async () => {
  stack = await startStack();
  document = (await send(`${stack.app}/api/openapi.json`, 'GET')).body;
  routes = await documentedRoutes(stack);
});
afterAll(() => stack.stop());

/** Functions that are no address of the API: the workflow, timers, and the pages for people. */
const elsewhere = ['claimLifecycle', 'advanceClaim', 'recordFailure', 'reconcile'];
const pages = ['showDecision', 'recordDecision', 'startPage', 'unknownAddress'];

test('every registered address of the API is in the document, and the other way round', async () => {
  const { body } = await send(`${stack.app}/admin/host/status`, 'GET');
  const documented = routes.map(({ operationId }) => operationId);
  expect(body.functions.toSorted()).toEqual([...documented, ...elsewhere, ...pages].toSorted());
});

test('every documented address answers: none falls through to "nothing here"', async () => {
  const ids = { id: 'x', fileId: 'x', tenantId: 'x', directoryId: 'x' };
  const callers = { partner: await signIn(stack, 'avery'), operator: await signIn(stack, 'ops') };
  for (const route of routes) {
    const caller = route.roles.includes('Operator') ? callers.operator : callers.partner;
    const reply = await caller.send(route.method, pathFor(route, ids));
    const code: string = reply.body?.code ?? '';
    expect(`${route.operationId} ${code}`).not.toMatch(/ (not-found|method-not-allowed|internal-error|role-missing)$/);
    // What is not a problem is the success that the document promises.
    if (code === '') expect(reply.status).toBe(200);
  }
});

test('success has the documented status', async () => {
  const avery = await signIn(stack, 'avery');
  const ops = await signIn(stack, 'ops');
  for (const route of routes.filter(({ method, path }) => method === 'GET' && !path.includes('{'))) {
    const query = route.operationId === 'listInFlight' ? '?state=waiting' : '';
    const caller = route.roles.includes('Partner.Reader') || route.roles.length === 0 ? avery : ops;
    const { status } = await caller.send('GET', `${route.path}${query}`);
    const { responses } = document.paths[`/api/${route.path}`].get;
    expect({ route: route.operationId, documented: Object.keys(responses) }).toEqual({
      route: route.operationId,
      documented: expect.arrayContaining([String(status)]),
    });
  }
});

type Operation = {
  operationId: string;
  summary: string;
  security: Record<string, string[]>[];
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description: string }>;
};

test('the document has the structure of OpenAPI 3.1', () => {
  expect(document.openapi).toMatch(/^3\.1\.\d+$/);
  expect(document.info).toEqual({ title: expect.stringMatching(/\S/), version: expect.stringMatching(/\S/) });
  const operationIds: string[] = [];
  for (const [path, item] of Object.entries<Record<string, Operation>>(document.paths)) {
    expect(path).toMatch(/^\/api\//);
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const [method, operation] of Object.entries(item)) {
      expect(['get', 'post', 'put', 'patch', 'delete']).toContain(method);
      operationIds.push(operation.operationId);
      expect(operation.summary).toMatch(/\S/);
      expect(operation.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(
        inPath,
      );
      for (const parameter of operation.parameters) {
        expect(['path', 'query', 'header']).toContain(parameter.in);
        if (parameter.in === 'path') expect(parameter.required).toBe(true);
        expect(parameter.schema).toEqual({ type: 'string' });
      }
      const [success, ...others] = Object.keys(operation.responses);
      expect(success).toMatch(/^2\d\d$/);
      expect(others).toEqual(['default']);
      for (const { description } of Object.values(operation.responses)) expect(description).toMatch(/\S/);
      for (const { schema } of Object.values(operation.requestBody?.content ?? {}))
        expect(schema).toHaveProperty('type');
      for (const need of operation.security) {
        expect(Object.keys(document.components.securitySchemes)).toEqual(expect.arrayContaining(Object.keys(need)));
      }
    }
  }
  expect(new Set(operationIds).size).toBe(operationIds.length);
  for (const [, name] of JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)) {
    expect(Object.keys(document.components.schemas)).toContain(name);
  }
});

test('bodies are described as they are checked: what must be there, and that nothing else may be', () => {
  const schema = document.paths['/api/claims'].post.requestBody.content['application/json'].schema;
  expect(schema.required.toSorted()).toEqual(['customer', 'name', 'partnerLocation', 'solutionArea']);
  expect(schema.additionalProperties).toBe(false);
  expect(schema.properties.customer.required.toSorted()).toEqual(['directoryId', 'domain']);
  expect(schema.properties.name).toMatchObject({ type: 'string', maxLength: 100 });
  const changes = document.paths['/api/claims/{id}'].patch;
  expect(changes.requestBody.content['application/json'].schema.required ?? []).toEqual([]);
  expect(changes.parameters).toContainEqual(
    expect.objectContaining({ name: 'If-Match', in: 'header', required: true }),
  );
});

test('every code that a problem can have is listed', () => {
  const { Problem } = document.components.schemas;
  expect(Problem.required).toEqual(['type', 'title', 'status', 'detail', 'instance', 'code', 'errors', 'traceId']);
  expect(Problem.properties.code.enum).toEqual(Object.keys(problemKinds));
  expect(Problem.properties.errors.items.properties.code.enum).toEqual(Object.keys(problemKinds));
});
