import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, signIn } from '../support/client.ts';
import { freeStoragePort } from '../support/faulty-stack.ts';
import { expectProblem } from '../support/problem.ts';
import { completeRecord } from '../support/records.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { storeClaim } from '../support/stored-claims.ts';

let stack: Stack;
let avery: Client;
beforeAll(async () => {
  stack = await startStack({ flags: ['--storage-port', String(await freeStoragePort())] });
  avery = await signIn(stack, 'avery');
});
afterAll(() => stack.stop());

test('the catalogue is the one of today, and older ones can be read by version', async () => {
  const { body: today } = await avery.get('catalogue');
  expect(today).toMatchObject({ version: '2026-01', validTo: null, rules: { technicalContactForDynamics365: false } });
  expect(today.versions).toEqual([
    { version: '2020-07', validFrom: '2020-07-01', validTo: '2023-10-01' },
    { version: '2023-10', validFrom: '2023-10-01', validTo: '2026-01-01' },
    { version: '2026-01', validFrom: '2026-01-01', validTo: null },
  ]);
  expect(today.poe).toMatchObject({
    maxFiles: 10,
    maxBytes: 25 * 1024 * 1024,
    extensions: expect.arrayContaining(['pdf']),
  });

  const { body: old } = await avery.get('catalogue?version=2020-07');
  expect(old).toMatchObject({ version: '2020-07', rules: { technicalContactForDynamics365: true } });
  expect(old.solutionAreas.map(({ name }: { name: string }) => name)).toContain('Microsoft 365');
  expectProblem(await avery.get('catalogue?version=1999-01'), 400, 'invalid-query');
});

test('a claim of 2020 keeps the products and rules of 2020 (step 7 and 8 of an old draft)', async () => {
  const claim = completeRecord({ catalogueVersion: '2020-07', products: [{ code: 'dynamics-365-sales' }] });
  await storeClaim(stack, claim);
  const path = `claims/${claim.id}`;
  const { body, etag } = await avery.get(path);
  expect(body).toMatchObject({ catalogueVersion: '2020-07', status: 'draft' });
  const technical = ['name', 'title', 'email'].map((field) => `technicalContact.${field}`);
  expect(body.missing.map((error: { path: string }) => error.path)).toEqual(technical);
  const refusal = await avery.post(`${path}/submit`, { acknowledged: true });
  expect(expectProblem(refusal, 422, 'claim-incomplete').errors).toEqual(body.missing);

  expectProblem(await avery.patch(path, { products: [{ code: 'power-pages' }] }, etag), 422, 'unknown-product');
  const technicalContact = { name: 'Toni Admin', title: 'Administrator', email: 'toni@contoso.example' };
  const completed = await avery.patch(path, { technicalContact }, etag);
  expect(completed.body).toMatchObject({ catalogueVersion: '2020-07', missing: [] });
  expect((await avery.post(`${path}/submit`, { acknowledged: true })).status).toBe(202);
});

test('a new claim is made with the catalogue of today', async () => {
  const { body } = await avery.post('claims', {
    name: 'Today',
    partnerLocation: { mpnId: '4512345' },
    customer: { domain: 'contoso.example', directoryId: 'a1c5e8f2-4b7d-4e90-8c16-7f3d9a2b5e01' },
    solutionArea: 'business_applications',
    track: 'usage_presales',
    activities: ['presales'],
    products: [{ code: 'power-pages' }, { code: 'dynamics-365-business-central' }],
  });
  expect(body.catalogueVersion).toBe('2026-01');
  const missing = body.missing.map((error: { path: string }) => error.path);
  expect(missing.filter((path: string) => path.startsWith('technicalContact'))).toEqual([]);
});
