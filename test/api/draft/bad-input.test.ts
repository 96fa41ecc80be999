import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftBody, proof } from '../../support/claims/claims.ts';
import { type Client, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';

/** Bodies that no operation takes: each is refused with its own code, and nothing changes. */

let stack: Stack;
let avery: Client;
let draft: { id: string; etag: string };
beforeAll(async () => {
  stack = await sharedStack();
  avery = await signIn(stack, 'avery');
  const { id } = (await avery.post('claims', draftBody())).body;
  await avery.upload(id, 'statement.txt', proof);
  draft = { id, etag: (await avery.get(`claims/${id}`)).etag };
});
afterAll(() => stack.stop());

/** The one claim there is, as it was: no other claim came to be, and neither version nor history moved. */
const expectNothingChanged = async (): Promise<void> => {
  const [list, claim, history] = await Promise.all([
    avery.get('claims'),
    avery.get(`claims/${draft.id}`),
    avery.get(`claims/${draft.id}/history`),
  ]);
  expect(list.body.value.map(({ id }: { id: string }) => id)).toEqual([draft.id]);
  expect(claim.etag).toBe(draft.etag);
  expect(history.body.value.map(({ event }: { event: string }) => event)).toEqual(['created', 'poe-added']);
};

const body = draftBody();
const contact = { name: 'Dana', title: 'Director', email: 'dana@contoso.example' };
const text = (length: number): string => 'x'.repeat(length);
const products = (...codes: string[]) => codes.map((code) => ({ code }));

type Change = Record<string, unknown>;
const of = (code: string, path: string, ...changes: [what: string, change: Change][]) =>
  changes.map(([what, change]) => ({ what, code, path, change }));

const fields = [
  ...of('unknown-field', 'colour', ['a field that does not exist', { colour: 'red' }]),
  ...of('unknown-field', 'status', ['a status', { status: 'approved' }]),
  ...of('unknown-field', 'customer.colour', ['a nested unknown field', { customer: { ...body.customer, colour: 1 } }]),
  ...of('unknown-field', 'customer.verification', [
    'a verification of their own',
    { customer: { ...body.customer, verification: { result: 'matched' } } },
  ]),
  ...of('unknown-field', 'products.0.price', ['a field in a list', { products: [{ code: 'power-bi', price: 1 }] }]),
  ...of('wrong-type', 'name', ['a number as name', { name: 5 }]),
  ...of(
    'wrong-type',
    'partnerLocation',
    ['a text for an object', { partnerLocation: '4512345' }],
    ['no location', { partnerLocation: null }],
  ),
  ...of('wrong-type', 'partnerLocation.mpnId', ['a fraction as MPN ID', { partnerLocation: { mpnId: 45123.5 } }]),
  ...of('wrong-type', 'activities', ['a text for a list', { activities: 'presales' }]),
  ...of('wrong-type', 'products.0', ['a text for a product', { products: ['power-bi'] }]),
  ...of('too-long', 'name', ['a name of 101 characters', { name: text(101) }]),
  ...of('too-long', 'customer.name', ['a long customer', { customer: { ...body.customer, name: text(201) } }]),
  ...of('too-long', 'customerContact.email', [
    'an address of 270 characters',
    { customerContact: { email: `dana@${`${text(60)}.`.repeat(4)}contoso.example` } },
  ]),
  ...of('too-long', 'products', ['51 products', { products: products(...Array<string>(51).fill('power-bi')) }]),
  ...of('too-short', 'name', ['a blank name', { name: '  ' }], ['an empty name', { name: '' }]),
  ...of('too-short', 'activities', ['no activity', { activities: [] }]),
  ...of(
    'invalid-characters',
    'name',
    ['a zero byte', { name: 'a\u0000b' }],
    ['an escape', { name: 'a\u001bb' }],
    ['half a surrogate pair', { name: 'a\ud800b' }],
  ),
  ...of(
    'invalid-guid',
    'customer.directoryId',
    ...['contoso', '', 'a1c5e8f2-4b7d-4e90-8c16-7f3d9a2b5e0', 'a1c5e8f2-4b7d-4e90-8c16-7f3d9a2b5e0x'].map(
      (directoryId): [string, Change] => [
        `the Directory ID '${directoryId}'`,
        { customer: { ...body.customer, directoryId } },
      ],
    ),
  ),
  ...of('invalid-guid', 'products.0.subscriptionId', [
    'a subscription that is no GUID',
    { products: [{ code: 'power-bi', subscriptionId: 'first' }] },
  ]),
  ...of(
    'invalid-domain',
    'customer.domain',
    ...[
      ...['contoso', 'https://contoso', 'con toso.com', '-contoso.com', 'contoso..com'],
      ...['127.0.0.1', 'dana@contoso', 'http://[::1]/', '.', '', '../contoso.com', 'contoso_x.com'],
      ...['contoso.com\\x', '%63ontoso.com', 'con\ttoso.com', '0x7f.1'],
    ].map((domain): [string, Change] => [`the domain '${domain}'`, { customer: { ...body.customer, domain } }]),
  ),
  ...of(
    'invalid-email',
    'customerContact.email',
    ...[
      ...['dana', 'dana@', '@contoso.com', 'dana@contoso', 'a@contoso.com,b@contoso.com'],
      ...['dana@contoso.com\r\nBcc: other@contoso.com', 'dana @contoso.com', ''],
    ].map((email): [string, Change] => [
      `the address ${JSON.stringify(email)}`,
      { customerContact: { ...contact, email } },
    ]),
  ),
  ...of('unknown-solution-area', 'solutionArea', ['an unknown area', { solutionArea: 'gardening' }]),
  ...of('unknown-track', 'track', ['a track of another area', { track: 'usage' }]),
  ...of('unknown-activity', 'activities.0', ['an activity of another track', { activities: ['revenue'] }]),
  ...of('unknown-product', 'products.0.code', ['an unknown product', { products: products('power-drill') }]),
  ...of(
    'product-of-other-activity',
    'products.0.code',
    ['a product of another activity', { products: products('portals') }],
    ['a product of another area', { products: products('teams') }],
  ),
  ...of('field-not-for-activity', 'revenue.customerName', [
    'revenue data on the usage track',
    { revenue: { customerName: 'Contoso' } },
  ]),
  ...of(
    'unknown-location',
    'partnerLocation.mpnId',
    ['a location of another partner', { partnerLocation: { mpnId: '5209871' } }],
    ['a location of nobody', { partnerLocation: { mpnId: '99999999' } }],
  ),
  ...of('inactive-location', 'partnerLocation.mpnId', [
    'an inactive location',
    { partnerLocation: { mpnId: '4512347' } },
  ]),
  ...of('invalid-value', 'partnerLocation.mpnId', ['letters as MPN ID', { partnerLocation: { mpnId: 'abcdefg' } }]),
  ...of('duplicate', 'activities', ['an activity twice', { activities: ['presales', 'presales'] }]),
  ...of('duplicate', 'products.1.code', ['a product twice', { products: products('power-bi', 'power-bi') }]),
];

describe('a draft is neither made nor changed with', () => {
  test.for(fields)('$what: $code', async ({ code, path, change }) => {
    const refusals = [
      await avery.post('claims', { ...body, ...change }),
      await avery.patch(`claims/${draft.id}`, change, draft.etag),
    ];
    for (const refusal of refusals) {
      const { errors } = expectProblem(refusal, 422, code);
      expect(errors.map((error: { path: string; code: string }) => [error.path, error.code])).toContainEqual([
        path,
        code,
      ]);
    }
    await expectNothingChanged();
  });
});

test('everything that is wrong is said at once', async () => {
  const { partnerLocation, ...placeless } = body;
  const refusal = await avery.post('claims', {
    ...placeless,
    colour: 'red',
    customer: { domain: 'x', directoryId: 1 },
  });
  const { errors } = expectProblem(refusal, 422, 'several-errors');
  expect(errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`).toSorted()).toEqual([
    'colour unknown-field',
    'customer.directoryId wrong-type',
    'customer.domain invalid-domain',
    'partnerLocation required',
  ]);
  await expectNothingChanged();
});

describe('a body is not taken that', () => {
  const valid = JSON.stringify(body);
  const json = { 'content-type': 'application/json' };
  const notUtf8 = Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
  test.for([
    { what: 'is cut off', body: valid.slice(0, -1), headers: json, status: 400, code: 'malformed-json' },
    { what: 'is empty', body: '', headers: json, status: 400, code: 'malformed-json' },
    { what: 'has something behind', body: `${valid}]`, headers: json, status: 400, code: 'malformed-json' },
    { what: 'nests deep', body: '['.repeat(200_000), headers: json, status: 400, code: 'malformed-json' },
    { what: 'is not UTF-8', body: notUtf8, headers: json, status: 400, code: 'invalid-utf8' },
    {
      what: 'is too large',
      body: valid + ' '.repeat(256 * 1024),
      headers: json,
      status: 413,
      code: 'body-too-large',
    },
    {
      what: 'is a form',
      body: valid,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      status: 415,
      code: 'unsupported-media-type',
    },
    {
      what: 'says it is text',
      body: valid,
      headers: { 'content-type': 'text/plain' },
      status: 415,
      code: 'unsupported-media-type',
    },
    {
      what: 'does not say what it is',
      body: new TextEncoder().encode(valid),
      headers: {},
      status: 415,
      code: 'unsupported-media-type',
    },
    { what: 'is a list', body: `[${valid}]`, headers: json, status: 422, code: 'wrong-type' },
    { what: 'is null', body: 'null', headers: json, status: 422, code: 'wrong-type' },
    {
      what: 'brings a prototype',
      body: `{"__proto__":{"name":"x"},${valid.slice(1)}`,
      headers: json,
      status: 422,
      code: 'unknown-field',
    },
  ])('$what: $code', async ({ body: bytes, headers, status, code }) => {
    expectProblem(await avery.send('POST', 'claims', { body: bytes, headers }), status, code);
    expectProblem(
      await avery.send('PATCH', `claims/${draft.id}`, { body: bytes, headers: { ...headers, 'if-match': draft.etag } }),
      status,
      code,
    );
    await expectNothingChanged();
  });
});

describe('a customer check is refused for', () => {
  test.for([
    { what: 'a bad domain', json: { ...pick(), domain: 'contoso' }, code: 'invalid-domain' },
    { what: 'a bad Directory ID', json: { ...pick(), directoryId: 'x' }, code: 'invalid-guid' },
    { what: 'an unknown field', json: { ...pick(), name: 'Contoso' }, code: 'unknown-field' },
    { what: 'nothing at all', json: {}, code: 'required' },
  ])('$what: $code', async ({ json, code }) => {
    expectProblem(await avery.post('customer-checks', json), 422, code);
  });
});

function pick() {
  const { domain, directoryId } = body.customer;
  return { domain, directoryId };
}
