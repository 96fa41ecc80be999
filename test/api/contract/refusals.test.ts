import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  claimWhen,
  completeDraft,
  contactAt,
  contoso,
  draftBody,
  restOfDraft,
  submittedClaim,
} from '../../support/claims/claims.ts';
import { type Client, type Reply, send, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';

/** Requests that are well-formed and still refused: preconditions, state, addresses, queries. Nothing changes. */

type Standing = { id: string; etag: string; entries: number; fileId: string };

let stack: Stack;
let avery: Client;
let draft: Standing;
let submitted: Standing;
beforeAll(async () => {
  stack = await sharedStack();
  avery = await signIn(stack, 'avery');
  draft = await standing(await completeDraft(avery));
  const id = await submittedClaim(avery);
  await claimWhen(avery, id, ({ request }) => request?.delivery === 'delivered');
  submitted = await standing(id);
});
afterAll(() => stack.stop());

const standing = async (id: string): Promise<Standing> => {
  const { etag, body } = await avery.get(`claims/${id}`);
  const history = await avery.get(`claims/${id}/history`);
  return { id, etag, entries: history.body.value.length, fileId: body.poe[0]?.fileId ?? '' };
};

const expectUnchanged = async (...claims: Standing[]): Promise<void> => {
  for (const claim of claims) expect(await standing(claim.id)).toEqual(claim);
};

const acknowledged = { acknowledged: true };

describe('a change to a draft is refused', () => {
  test('without If-Match, with a stale one and with a malformed one', async () => {
    const path = `claims/${draft.id}`;
    expectProblem(await avery.patch(path, { name: 'New' }), 428, 'if-match-required');
    expectProblem(await avery.delete(path), 428, 'if-match-required');
    for (const etag of ['"1"', '"999"', 'W/"2"', '2', '"two"', '""', '"1", "3"', '"2" "3"', 'W/"2", "9"']) {
      expectProblem(await avery.patch(path, { name: 'New' }, etag), 412, 'etag-stale');
      expectProblem(await avery.delete(path, etag), 412, 'etag-stale');
    }
    for (const action of [
      avery.post(`${path}/submit`, acknowledged, { 'if-match': '"1"' }),
      avery.post(`${path}/comments`, { text: 'Late' }, { 'if-match': '"1"' }),
      avery.upload(draft.id, 'late.txt', 'Late', { 'if-match': '"1"' }),
      avery.delete(`${path}/poe/${draft.fileId}`, '"1"'),
    ]) {
      expectProblem(await action, 412, 'etag-stale');
    }
    await expectUnchanged(draft);
  });

  test.for([
    ['blanks', 'has blanks'],
    ['201 characters', 'x'.repeat(201)],
    ['more than ASCII', 'clé'],
    ['nothing', ''],
  ] as const)('under an Idempotency-Key of %s', async ([, key]) => {
    const headers = { 'idempotency-key': key };
    expectProblem(await avery.post('claims', draftBody(), headers), 400, 'invalid-idempotency-key');
    expectProblem(await avery.post(`claims/${draft.id}/submit`, acknowledged, headers), 400, 'invalid-idempotency-key');
    await expectUnchanged(draft);
  });

  test('under an Idempotency-Key that had another body or another address', async () => {
    const headers = { 'idempotency-key': 'used-before' };
    const first = await avery.post('claims', draftBody('First'), headers);
    expect(first.status).toBe(201);
    const made = await standing(first.body.id);
    expectProblem(await avery.post('claims', draftBody('Second'), headers), 422, 'idempotency-key-reused');
    expectProblem(
      await avery.post(`claims/${draft.id}/comments`, { text: 'Hello' }, headers),
      422,
      'idempotency-key-reused',
    );
    expectProblem(await avery.post(`claims/${draft.id}/submit`, acknowledged, headers), 422, 'idempotency-key-reused');
    expectProblem(await avery.upload(draft.id, 'more.txt', 'More', headers), 422, 'idempotency-key-reused');
    await expectUnchanged(draft, made);
  });
});

describe('a submission is refused', () => {
  test.for([
    [{ acknowledged: false }, 'acknowledgement-required'],
    [{}, 'required'],
    [{ acknowledged: 'true' }, 'wrong-type'],
    [{ acknowledged: true, comment: 'x' }, 'unknown-field'],
  ] as const)('with %j: %s', async ([json, code]) => {
    expectProblem(await avery.post(`claims/${draft.id}/submit`, json), 422, code);
    await expectUnchanged(draft);
  });

  test('when things are missing, and all of them are named at once', async () => {
    const { body } = await avery.post('claims', {
      ...draftBody(),
      track: 'revenue_association',
      activities: ['revenue'],
      customerContact: { name: 'Dana' },
    });
    const before = await standing(body.id);
    const { errors } = expectProblem(
      await avery.post(`claims/${body.id}/submit`, acknowledged),
      422,
      'claim-incomplete',
    );
    expect(errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`)).toEqual([
      'revenue.dynamicsSolutionSellerName required',
      'revenue.customerName required',
      'revenue.isvProductName required',
      'products required',
      'customerContact.title required',
      'customerContact.email required',
      'partnerContact.name required',
      'partnerContact.email required',
      'poe poe-required',
    ]);
    expect(body.missing).toEqual(errors);
    await expectUnchanged(before);
  });

  test.for([
    ['customer-mismatched', { domain: 'fourthcoffee.example' }],
    ['customer-domain-unknown', { domain: 'nobody-has-this.example' }],
  ] as const)('while the customer is wrong: %s', async ([code, wrong]) => {
    const customer = { ...contoso, ...wrong };
    const { body } = await avery.post('claims', {
      ...draftBody(),
      ...restOfDraft,
      customer,
      ...contactAt(wrong.domain),
    });
    await avery.upload(body.id, 'statement.txt', 'Proof');
    const before = await standing(body.id);
    const { errors } = expectProblem(
      await avery.post(`claims/${body.id}/submit`, acknowledged),
      422,
      'claim-incomplete',
    );
    expect(errors.map((error: { code: string }) => error.code)).toEqual([code]);
    await expectUnchanged(before);
  });
});

test('nothing that the customer was asked about can be changed: the lock is 409 with a code', async () => {
  const path = `claims/${submitted.id}`;
  const attempts: Record<string, Promise<Reply>> = {
    edit: avery.patch(path, { name: 'Another name' }, submitted.etag),
    'remove a file': avery.delete(`${path}/poe/${submitted.fileId}`, submitted.etag),
    'submit again': avery.post(`${path}/submit`, acknowledged),
    cancel: avery.delete(path, submitted.etag),
  };
  for (const [what, reply] of Object.entries(attempts)) {
    expect({ what, code: (await reply).body.code }).toEqual({ what, code: 'action-not-allowed' });
    expectProblem(await reply, 409, 'action-not-allowed');
  }
  await expectUnchanged(submitted);
});

test('a withdrawal needs a reason and a submitted claim', async () => {
  const path = `claims/${submitted.id}/withdraw`;
  expectProblem(await avery.post(path, {}), 422, 'required');
  expectProblem(await avery.post(path, { reason: ' \n' }), 422, 'too-short');
  expectProblem(await avery.post(path, { reason: 'x'.repeat(1001) }), 422, 'too-long');
  expectProblem(await avery.post(path, { reason: 'a\u0007b' }), 422, 'invalid-characters');
  expectProblem(await avery.post(`claims/${draft.id}/withdraw`, { reason: 'None' }), 409, 'action-not-allowed');
  expectProblem(await avery.post(`claims/${draft.id}/comments`, { text: 'x'.repeat(2001) }), 422, 'too-long');
  await expectUnchanged(submitted, draft);
});

describe('there is no claim', () => {
  test.for([
    ['a claim that never was', 'ca-000000000-00000000'],
    'ca-000000000-00000000',
    'CA-000000000-00000000',
    'x',
    '*',
    'ca-000000000-00000000%20',
    '%00',
    '%E2%80%AE',
    '..%2F..%2Fpartner',
    "'%20or%20''%20eq%20'",
    'x'.repeat(2000),
    '%F0%9F%98%80',
    'c%7Cca-000000000-00000000',
    '%5C..%5C',
    '{id}',
    'undefined',
    '%3Fstatus=draft',
    '%23',
  ])('%s', async (id) => {
    const replies = [
      avery.get(`claims/${id}`),
      avery.get(`claims/${id}/history`),
      avery.patch(`claims/${id}`, { name: 'New' }, '"1"'),
      avery.delete(`claims/${id}`, '"1"'),
      avery.post(`claims/${id}/comments`, { text: 'Hello' }),
      avery.post(`claims/${id}/submit`, acknowledged),
      avery.post(`claims/${id}/withdraw`, { reason: 'None' }),
      avery.send('POST', `claims/${id}/poe?fileName=a.txt`, { body: 'Proof' }),
      avery.get(`claims/${id}/poe/poe-000000000000`),
      avery.delete(`claims/${id}/poe/poe-000000000000`),
    ];
    for (const reply of await Promise.all(replies)) expectProblem(reply, 404, 'claim-not-found');
  });
});

test('a file that the claim does not have is not found, whatever its name', async () => {
  for (const fileId of ['poe-000000000000', 'x', '%00', '..%2F..%2Fclaims', '*']) {
    expectProblem(await avery.get(`claims/${draft.id}/poe/${fileId}`), 404, 'poe-not-found');
    expectProblem(await avery.delete(`claims/${draft.id}/poe/${fileId}`), 404, 'poe-not-found');
  }
  await expectUnchanged(draft);
});

test.for([
  'colour=red',
  'Status=draft',
  'status=bogus',
  'status=draft,bogus',
  'top=0',
  'top=101',
  'top=1.5',
  'top=ten',
  'top=',
  'top=-1',
  'needsAction=yes',
  'after=x',
  "after='",
  'after=',
  'nextLink=x',
])('a list with ?%s is refused', async (query) => {
  expectProblem(await avery.get(`claims?${query}`), 400, 'invalid-query');
});

test('an address that does not exist is a problem as well, with and without a token', async () => {
  for (const path of ['nothing', 'claims/a/b/c', 'health', 'problems', '%20', 'operations']) {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      expectProblem(await avery.send(method, path), 404, 'not-found');
    }
  }
  expectProblem(await send(`${stack.app}/api/nothing`, 'GET'), 404, 'not-found');
});

test('the type of a problem is an address that says what it means, without a token', async () => {
  const { type, title, status, code } = (await avery.get('claims/ca-zyh2k9q0p-4m7k2x9a')).body;
  const kind = await send(`${stack.app}${type}`, 'GET');
  expect({ status: kind.status, body: kind.body }).toEqual({ status: 200, body: { type, code, status, title } });
  for (const unknown of ['nonsense', 'constructor']) {
    expectProblem(await send(`${stack.app}/api/problems/${unknown}`, 'GET'), 404, 'not-found');
  }
});

test('a method that an address does not have is 405 and says which there are', async () => {
  for (const [method, path, allow] of [
    ['PUT', 'claims', 'GET, HEAD, POST'],
    ['POST', `claims/${draft.id}`, 'DELETE, GET, HEAD, PATCH'],
    ['GET', `claims/${draft.id}/submit`, 'POST'],
    ['POST', `claims/${draft.id}/history`, 'GET, HEAD'],
    ['DELETE', 'catalogue', 'GET, HEAD'],
    ['POST', 'health/live', 'GET, HEAD'],
  ] as const) {
    const reply = await avery.send(method, path);
    expectProblem(reply, 405, 'method-not-allowed');
    expect(reply.headers.get('allow')).toBe(allow);
  }
  await expectUnchanged(draft);
});
