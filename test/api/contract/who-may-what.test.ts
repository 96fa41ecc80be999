import { exportJWK, generateKeyPair, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_PARTNERS } from '../../../local/demo/people.ts';
import { completeDraft, contoso, draftBody } from '../../support/claims/claims.ts';
import { type DocumentedRoute, documentedRoutes, pathFor } from '../../support/http/api-routes.ts';
import { type Client, signIn, withToken } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { forgeToken, issuerKey } from '../../support/stack/forge-token.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';

let stack: Stack;
let avery: Client;
let routes: DocumentedRoute[];
let ids: { id: string; fileId: string; tenantId: string; directoryId: string; messageId: string };
let etag: string;
beforeAll(async () => {
  stack = await sharedStack();
  avery = await signIn(stack, 'avery');
  routes = await documentedRoutes(stack);
  const id = await completeDraft(avery);
  const claim = await avery.get(`claims/${id}`);
  etag = claim.etag;
  ids = {
    id,
    fileId: claim.body.poe[0].fileId,
    tenantId: DEMO_PARTNERS[0]?.tenantId ?? '',
    directoryId: contoso.directoryId,
    messageId: '8a1f6f0e-3f5f-4f1c-9a50-6b1f0c1d2e3f',
  };
});
afterAll(() => stack.stop());

const expectUntouched = async (): Promise<void> => {
  const { value } = (await avery.get('claims')).body;
  expect(value.map(({ id }: { id: string }) => id)).toEqual([ids.id]);
  expect((await avery.get(`claims/${ids.id}`)).etag).toBe(etag);
};

/** Bodies that would be taken from someone who may: a refusal then is about the caller. */
const bodies: Record<string, unknown> = {
  createDraft: draftBody(),
  editDraft: { name: 'Taken over' },
  addComment: { text: 'I was here.' },
  submitClaim: { acknowledged: true },
  withdrawClaim: { reason: 'Not theirs.' },
  resendRequest: {},
  changeCustomerContact: { name: 'Kim Akers', title: 'CEO', email: 'kim@fabrikam.example' },
  disassociate: { reason: 'Not theirs.' },
  checkCustomer: { domain: 'contoso.example', directoryId: contoso.directoryId },
  putPartner: {
    name: 'Fabrikam',
    locations: [{ mpnId: '4512345', name: 'Taken over', country: 'DE', active: true }],
  },
  notePoe: { note: 'Taken over' },
  putSubscriptions: { name: 'Contoso', domain: 'contoso.example', subscriptions: [] },
};

const isUpload = ({ operationId }: DocumentedRoute): boolean => ['addPoe', 'replacePoe'].includes(operationId);

const call = (sender: Client['send'], route: DocumentedRoute) => {
  const path = pathFor(route, ids) + (isUpload(route) ? '?fileName=taken.txt' : '');
  const json = bodies[route.operationId];
  return sender(route.method, path, {
    ...(json === undefined ? {} : { json }),
    ...(isUpload(route) ? { body: 'Proof' } : {}),
    headers: route.method === 'PATCH' || route.method === 'DELETE' ? { 'if-match': etag } : {},
  });
};

describe('a token is not accepted', () => {
  test('that is missing, at any address that needs one', async () => {
    const closed = routes.filter(({ roles }) => roles.length > 0);
    expect(closed.length).toBeGreaterThan(15);
    for (const route of closed) {
      const refusal = await call(withToken(stack, undefined), route);
      expectProblem(refusal, 401, 'token-missing');
      expect(refusal.headers.get('www-authenticate')).toBe('Bearer');
    }
    await expectUntouched();
  });

  test('that is no token', async () => {
    for (const authorization of [
      'Bearer',
      'Bearer x',
      'Bearer a.b.c',
      'Basic YTpi',
      'Bearer ..',
      `${'x'.repeat(7000)}`,
    ]) {
      const refusal = await withToken(stack, undefined)('GET', 'claims', { headers: { authorization } });
      expectProblem(refusal, 401, 'token-invalid');
    }
  });

  test('unless every part of it is right', async () => {
    const own = await issuerKey(stack);
    const foreign = await exportJWK((await generateKeyPair('RS256', { extractable: true })).privateKey);
    // Whoever takes the public key for a shared secret accepts this one.
    const shared = { kty: 'oct', k: Buffer.from(own.n ?? '').toString('base64url'), alg: 'HS256', kid: own.kid ?? '' };
    const wishes = {
      expired: { lifeSeconds: -7200 },
      'for another audience': { audience: 'api://something-else' },
      'of another issuer': { issuer: 'https://login.example' },
      'signed by another key': { key: { ...foreign, kid: own.kid ?? '', alg: 'RS256' } },
      'signed by an unknown key': { key: { ...foreign, kid: 'unknown', alg: 'RS256' } },
      'signed with the public key': { key: shared },
      'without a directory': { claims: { tid: undefined } },
      'without an object': { claims: { oid: undefined } },
      'without a subject': { claims: { sub: undefined } },
      'not yet valid': { claims: { nbf: Math.floor(Date.now() / 1000) + 3600 } },
    };
    expect((await withToken(stack, await forgeToken(stack))('GET', 'claims')).status).toBe(200);
    for (const [what, wish] of Object.entries(wishes)) {
      const refusal = await withToken(stack, await forgeToken(stack, wish))('GET', 'claims');
      expect({ what, status: refusal.status }).toEqual({ what, status: 401 });
      expectProblem(refusal, 401, 'token-invalid');
    }
  });

  test('that no one signed, or whose content was changed', async () => {
    const [header, payload = '', signature] = (await forgeToken(stack, { user: 'robin' })).split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const raised = Buffer.from(JSON.stringify({ ...claims, roles: ['Partner.Admin', 'Operator'] })).toString(
      'base64url',
    );
    for (const token of [
      new UnsecuredJWT(claims).encode(),
      `${header}.${raised}.${signature}`,
      `${header}.${payload}.`,
    ]) {
      expectProblem(await withToken(stack, token)('GET', 'claims'), 401, 'token-invalid');
    }
  });
});

test('a token without a role of this app opens nothing', async () => {
  for (const roles of [[], ['Admin'], ['partner.admin'], undefined]) {
    const sender = withToken(stack, await forgeToken(stack, { claims: { roles } }));
    for (const route of routes.filter((candidate) => candidate.roles.length > 0)) {
      expectProblem(await call(sender, route), 403, 'role-missing');
    }
  }
  await expectUntouched();
});

test('someone of an organisation that is no partner can neither read nor make anything', async () => {
  const sender = withToken(stack, await forgeToken(stack, { claims: { tid: '00000000-1111-4222-8333-444444444444' } }));
  expectProblem(await sender('GET', 'partner'), 403, 'unknown-partner');
  expectProblem(await sender('POST', 'claims', { json: draftBody() }), 403, 'unknown-partner');
  expect((await sender('GET', 'claims')).body).toEqual({ value: [] });
});

test('a reader reads everything of the partner and changes nothing', async () => {
  const robin = await signIn(stack, 'robin');
  for (const route of routes.filter(({ roles }) => roles.length > 0)) {
    const reply = await call(robin.send, route);
    // A customer check is a question, though it has a body.
    const reads = route.method === 'GET' || route.operationId === 'checkCustomer';
    if (route.operationId === 'readCertificate') {
      // The claim is not decided; that is not a matter of roles.
      expectProblem(reply, 409, 'action-not-allowed');
    } else if (reads && route.roles.includes('Partner.Reader')) {
      expect({ route: route.operationId, status: reply.status }).toEqual({ route: route.operationId, status: 200 });
    } else expectProblem(reply, 403, 'role-missing');
  }
  expect((await robin.get(`claims/${ids.id}`)).body.allowedActions).toEqual([]);
  await expectUntouched();
});

test('operations are closed to partners, and claims to operators', async () => {
  const kim = await signIn(stack, 'kim');
  const ops = await signIn(stack, 'ops');
  const operations = routes.filter(({ path }) => path.startsWith('operations'));
  expect(operations.length).toBeGreaterThanOrEqual(4);
  for (const route of operations) {
    expect(route.roles).toEqual([route.operationId === 'reviewPoe' ? 'Reviewer' : 'Operator']);
    expectProblem(await call(avery.send, route), 403, 'role-missing');
    expectProblem(await call(kim.send, route), 403, 'role-missing');
  }
  const claims = routes.filter(({ path }) => path.startsWith('claims') || path === 'partner');
  expect(claims.length).toBeGreaterThanOrEqual(12);
  for (const route of claims) expectProblem(await call(ops.send, route), 403, 'role-missing');
  await expectUntouched();
});

test("another partner's claim is not there, at any address, for reader and admin alike", async () => {
  const ofClaims = routes.filter(({ path }) => path.startsWith('claims/{id}'));
  expect(ofClaims.length).toBeGreaterThanOrEqual(10);
  const kim = await signIn(stack, 'kim');
  const lee = await signIn(stack, 'lee');
  for (const route of ofClaims) {
    expectProblem(await call(kim.send, route), 404, 'claim-not-found');
    if (route.method === 'GET') expectProblem(await call(lee.send, route), 404, 'claim-not-found');
  }
  await expectUntouched();
});

test("what one partner knows of the other's lists, keys and links leads nowhere", async () => {
  const kim = await signIn(stack, 'kim');
  const headers = { 'idempotency-key': 'the-same-key' };
  const own = { ...draftBody('Of Fabrikam'), partnerLocation: { mpnId: '5209871' } };
  const made = await kim.post('claims', own, headers);
  expect(made.status).toBe(201);
  const theirs = await avery.post('claims', draftBody('Of Northwind'), headers);
  expect({ status: theirs.status, name: theirs.body.name }).toEqual({ status: 201, name: 'Of Northwind' });

  const namesOf = async (path: string) => (await kim.get(path)).body.value.map(({ name }: { name: string }) => name);
  const { nextLink } = (await avery.get('claims?top=1')).body;
  const after = new URL(nextLink).searchParams.get('after');
  expect(await namesOf('claims')).toEqual(['Of Fabrikam']);
  expect(await namesOf(`claims?q=${ids.id}`)).toEqual([]);
  expect(await namesOf('claims?q=northwind')).toEqual([]);
  expectProblem(await kim.get(`claims?top=1&after=${after}`), 400, 'invalid-query');
  expect((await avery.delete(`claims/${theirs.body.id}`, theirs.etag)).status).toBe(204);
});
