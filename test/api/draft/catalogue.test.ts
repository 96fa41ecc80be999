import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeRecord } from '../../support/claims/records.ts';
import { storeClaim } from '../../support/claims/stored-claims.ts';
import { type Client, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';

let stack: Stack;
let avery: Client;
beforeAll(async () => {
  stack = await sharedStack();
  avery = await signIn(stack, 'avery');
});
afterAll(() => stack.stop());

test('the catalogue is the one of today, and older ones can be read by version', async () => {
  const { body: today } = await avery.get('catalogue');
  expect(today).toMatchObject({ version: '2026-01', validTo: null, rules: { disclosureIn: ['US', 'PR'] } });
  expect(today.versions).toEqual([
    { version: '2023-10', validFrom: '2023-10-01', validTo: '2026-01-01' },
    { version: '2026-01', validFrom: '2026-01-01', validTo: null },
  ]);
  expect(today.poe).toMatchObject({
    maxFiles: 10,
    maxBytes: 25 * 1024 * 1024,
    extensions: expect.arrayContaining(['pdf']),
  });

  const { body: old } = await avery.get('catalogue?version=2023-10');
  expect(old).toMatchObject({ version: '2023-10', rules: { disclosureIn: [] } });
  expectProblem(await avery.get('catalogue?version=1999-01'), 400, 'invalid-query');
});

test('a draft of 2023 keeps the rules of 2023, and is submitted under them', async () => {
  const { customer } = completeRecord();
  const claim = completeRecord({
    partnerId: stack.directories?.avery ?? '',
    catalogueVersion: '2023-10',
    customer: { ...customer, country: 'US' },
  });
  await storeClaim(stack, claim);
  const path = `claims/${claim.id}`;
  expect((await avery.get(path)).body).toMatchObject({ catalogueVersion: '2023-10', status: 'draft', missing: [] });
  expect((await avery.post(`${path}/submit`, { acknowledged: true })).status).toBe(202);
});

test('a new claim is made with the catalogue of today, and follows its rules', async () => {
  const { body } = await avery.post('claims', {
    name: 'Today',
    partnerLocation: { mpnId: '4512345' },
    customer: { domain: 'contoso.example', directoryId: 'a1c5e8f2-4b7d-4e90-8c16-7f3d9a2b5e01', country: 'US' },
    solutionArea: 'business_applications',
    track: 'usage_presales',
    activities: ['presales'],
    products: [{ code: 'power-pages' }, { code: 'dynamics-365-business-central' }],
  });
  expect(body.catalogueVersion).toBe('2026-01');
  const missing = body.missing.map((error: { path: string }) => error.path);
  expect(missing).toContain('customer.publicSector');
});
