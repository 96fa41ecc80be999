import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemKinds } from '../../../src/lib/problem-codes.ts';
import { type DocumentedRoute, documentedRoutes, pathFor } from '../../support/http/api-routes.ts';
import { type Reply, send, signIn } from '../../support/http/client.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';

let stack: Stack;
let document: Reply['body'];
let routes: DocumentedRoute[];
beforeAll(async () => {
  stack = await sharedStack();
  document = (await send(`${stack.app}/api/openapi.json`, 'GET')).body;
  routes = await documentedRoutes(stack);
});
afterAll(() => stack.stop());

/** Functions that are no address of the API: the workflow, timers, events, and the pages for people. */
const elsewhere = ['claimLifecycle', 'advanceClaim', 'recordFailure', 'reconcile', 'purge', 'platformEvents'];
const pages = [
  'showDecision',
  'recordDecision',
  'showExplanation',
  'showCertificateForm',
  'verifyCertificate',
  'portal',
  'unknownAddress',
];

test('every registered address of the API is in the document, and the other way round', async () => {
  const { body } = await send(`${stack.app}/admin/host/status`, 'GET');
  const documented = routes.map(({ operationId }) => operationId);
  expect(body.functions.toSorted()).toEqual([...documented, ...elsewhere, ...pages].toSorted());
});

test('every documented address answers: none falls through to "nothing here"', async () => {
  const ids = { id: 'x', fileId: 'x', tenantId: 'x', directoryId: 'x', messageId: 'x', code: 'too-soon' };
  const callers = { partner: await signIn(stack, 'avery'), operator: await signIn(stack, 'ida') };
  for (const route of routes) {
    const caller = route.path.startsWith('operations') ? callers.operator : callers.partner;
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

test('the document says who may call, and what each operation is for', () => {
  expect(document.openapi).toMatch(/^3\.1\.\d+$/);
  const tags: string[] = document.tags.map(({ name }: { name: string }) => name);
  expect(tags).toEqual(['partner', 'operations', 'service']);
  const roles = ['Partner.Admin', 'Partner.Reader', 'Operator', 'Reviewer'];
  for (const route of routes) {
    const { tags: own, summary, security } = document.paths[`/api/${route.path}`][route.method.toLowerCase()];
    expect(tags).toEqual(expect.arrayContaining(own));
    expect(summary).toMatch(/\S/);
    expect(security).toEqual(route.roles.length === 0 ? [] : [{ bearer: route.roles }]);
    expect(roles).toEqual(expect.arrayContaining(route.roles));
  }
});

test('bodies are described as they are checked: what must be there, and that nothing else may be', () => {
  const { $ref } = document.paths['/api/claims'].post.requestBody.content['application/json'].schema;
  expect($ref).toBe('#/components/schemas/CreateDraftRequest');
  const schema = document.components.schemas.CreateDraftRequest;
  expect(schema.required.toSorted()).toEqual(['customer', 'partnerLocation']);
  expect(schema.additionalProperties).toBe(false);
  expect(schema.properties.customer.required.toSorted()).toEqual(['directoryId', 'domain']);
  expect(schema.properties.name.anyOf).toContainEqual(expect.objectContaining({ type: 'string', maxLength: 100 }));
  const changes = document.paths['/api/claims/{id}'].patch;
  expect(document.components.schemas.EditDraftRequest.required ?? []).toEqual([]);
  expect(changes.parameters).toContainEqual(
    expect.objectContaining({ name: 'If-Match', in: 'header', required: true }),
  );
});

test('every code that a problem can have is listed', () => {
  const { Problem, ProblemCode } = document.components.schemas;
  expect(Problem.required).toEqual(['type', 'title', 'status', 'detail', 'instance', 'code', 'errors', 'traceId']);
  expect(Problem.properties.code).toEqual({ $ref: '#/components/schemas/ProblemCode' });
  expect(ProblemCode.enum).toEqual(Object.keys(problemKinds));
});
