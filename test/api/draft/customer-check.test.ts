import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  completeDraft,
  contactAt,
  contoso,
  draftBody,
  historyWith,
  newCustomer,
  restOfDraft,
} from '../../support/claims/claims.ts';
import { type Client, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { answers, type DirectoryServer, startDirectoryServer } from '../../support/stack/directory-server.ts';
import { type Stack, startStack } from '../../support/stack/stack.ts';

let entra: DirectoryServer;
let stack: Stack;
let avery: Client;
let ops: Client;
beforeAll(async () => {
  entra = await startDirectoryServer();
  stack = await startStack({ settings: { DIRECTORY_AUTHORITY: entra.url } });
  [avery, ops] = await Promise.all([signIn(stack, 'avery'), signIn(stack, 'ops')]);
});
afterAll(async () => {
  await stack.stop();
  await entra.stop();
});
beforeEach(() => {
  entra.asked.length = 0;
  entra.behave(answers.status(503));
});

const { directoryId } = contoso;
const otherId = 'b2d6f9a3-5c8e-4f01-9d27-8a4e0b3c6f02';
// A domain of its own for each test: what was found about one is known for a while.
let domains = 0;
const freshDomain = (): string => `customer-${++domains}.example`;
const draftFor = async (domain: string): Promise<string> => {
  const customer = { ...contoso, domain };
  const { body } = await avery.post('claims', { ...draftBody(), ...restOfDraft, customer, ...contactAt(domain) });
  await avery.upload(body.id, 'statement.txt', 'Signed.');
  return body.id;
};
const verificationOf = async (id: string) => (await avery.get(`claims/${id}`)).body.customer.verification;
const submit = (id: string) => avery.post(`claims/${id}/submit`, { acknowledged: true });
const unverified = async (): Promise<string[]> =>
  (await ops.get('operations/unverified-customers')).body.value.map(({ claimId }: { claimId: string }) => claimId);

describe('the answer of the check stands on the claim, in words:', () => {
  test.each([
    ['matched', answers.issuer(directoryId), /belong together/],
    ['mismatched', answers.issuer(otherId), /another directory/],
    ['unknown-domain', answers.noSuchDomain, /No directory/],
    ['unverifiable', answers.status(503), /cannot be verified now/],
  ] as const)('%s', async (result, answer, words) => {
    entra.behave(answer);
    const domain = freshDomain();
    const id = await draftFor(domain);
    const stored = { result, checkedAt: expect.any(String), message: expect.stringMatching(words) };
    expect(await verificationOf(id)).toEqual(stored);
    const { body } = await avery.post('customer-checks', { domain, directoryId });
    expect(body).toEqual({ domain, directoryId, ...stored });
  });
});

describe('the directory service is asked about nothing but a domain, on its own host:', () => {
  test.each(['localhost', '127.0.0.1', '[::1]', '//evil.example', 'a b.example'])('%s is no domain', async (domain) => {
    expectProblem(await avery.post('customer-checks', { domain, directoryId }), 422, 'invalid-domain');
    expectProblem(
      await avery.post('claims', { ...draftBody(), customer: { domain, directoryId } }),
      422,
      'invalid-domain',
    );
    expect(entra.asked).toEqual([]);
  });

  test.each([
    ['an address', (domain: string) => `a.example@${domain}`],
    ['a path', (domain: string) => `${domain}/..`],
    ['a whole URL', (domain: string) => `https://${domain}/../x?y#z`],
  ])('of %s it is asked about the domain alone', async (_what, typed) => {
    entra.behave(answers.issuer(directoryId));
    const domain = freshDomain();
    const { body } = await avery.post('customer-checks', { domain: typed(domain), directoryId });
    expect(body).toMatchObject({ domain });
    expect(entra.asked).toEqual([`/${domain}/v2.0/.well-known/openid-configuration`]);
  });

  test('an international name goes out in ASCII', async () => {
    entra.behave(answers.issuer(directoryId));
    const { body } = await avery.post('customer-checks', { domain: ' Bücher.Example ', directoryId });
    expect(body).toMatchObject({ domain: 'xn--bcher-kva.example', result: 'matched' });
    expect(entra.asked).toEqual(['/xn--bcher-kva.example/v2.0/.well-known/openid-configuration']);
  });

  test.each([
    ['a redirect', answers.redirect('http://127.0.0.1:1/')],
    ['an answer without end', answers.endless],
    ['a hung-up line', answers.hangUp],
  ])('%s leaves the customer unverified', async (_, answer) => {
    entra.behave(answer);
    const { status, body } = await avery.post('customer-checks', { domain: freshDomain(), directoryId });
    expect({ status, result: body.result }).toEqual({ status: 200, result: 'unverifiable' });
  });
});

describe('a customer that could not be verified', () => {
  test('is looked up again at submission, and refused when it is the wrong one', async () => {
    const id = await draftFor(freshDomain());
    entra.behave(answers.issuer(otherId));
    const problem = expectProblem(await submit(id), 422, 'claim-incomplete');
    expect(problem.errors).toMatchObject([{ path: 'customer.directoryId', code: 'customer-mismatched' }]);
    expect((await avery.get(`claims/${id}`)).body.status).toBe('draft');
    expect(await unverified()).not.toContain(id);
  });

  test('is looked up again when the partner names it again', async () => {
    const domain = freshDomain();
    const id = await draftFor(domain);
    entra.behave(answers.issuer(directoryId));
    const { etag } = await avery.get(`claims/${id}`);
    const { body } = await avery.patch(`claims/${id}`, { customer: { domain } }, etag);
    expect(body.customer.verification.result).toBe('matched');
  });

  test('does not keep the claim back, stays marked, and operations clear it up', async () => {
    const id = await draftFor(freshDomain());
    expect((await submit(id)).status).toBe(202);
    expect((await verificationOf(id)).result).toBe('unverifiable');
    const entry = (await historyWith(avery, id, 'submitted')).find(({ event }) => event === 'submitted');
    expect(entry?.detail).toMatchObject({ customer: 'unverifiable' });
    expect(await unverified()).toContain(id);

    const path = `operations/claims/${id}/verify-customer`;
    expectProblem(await ops.post(path, { reason: ' ' }), 422, 'too-short');
    const again = await ops.post(path, { reason: 'Is it back?' });
    expect(again.body).toMatchObject({ id, result: 'unverifiable' });
    entra.behave(answers.issuer(directoryId));
    const found = await ops.post(path, { reason: 'It is back.' });
    expect(found.body).toMatchObject({ id, result: 'matched', message: expect.stringMatching(/belong together/) });
    expect(await unverified()).not.toContain(id);
    const verified = await historyWith(avery, id, 'customer-verified');
    expect(verified.at(-1)?.detail).toEqual({ result: 'matched', reason: 'It is back.' });
    expectProblem(await avery.get('operations/unverified-customers'), 403, 'role-missing');
  });
});

test('a customer that was matched is not asked about again', async () => {
  entra.behave(answers.issuer(directoryId));
  const id = await completeDraft(avery, undefined, {
    customer: { ...newCustomer(), directoryId },
    products: [{ code: 'power-pages' }],
  });
  entra.asked.length = 0;
  entra.behave(answers.issuer(otherId));
  expect((await submit(id)).status).toBe(202);
  expect(entra.asked).toEqual([]);
});
