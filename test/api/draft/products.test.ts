import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeDraft, draftBody } from '../../support/claims/claims.ts';
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

type Activity = { code: string; products: string[] };
type Area = { tracks: { code: string; activities: Activity[] }[] };
const modernWork = { solutionArea: 'modern_work_security', track: 'usage', activities: ['m365_usage'] };

test('each activity of the catalogue takes all of its products and none of the others', async () => {
  const { body: catalogue } = await avery.get('catalogue');
  const all: string[] = catalogue.products.map(({ code }: { code: string }) => code);
  const areas: (Area & { code: string })[] = catalogue.solutionAreas;
  for (const area of areas) {
    for (const { code: track, activities } of area.tracks) {
      for (const { code: activity, products } of activities) {
        const choice = { ...draftBody(), solutionArea: area.code, track, activities: [activity] };
        const own = products.map((code) => ({ code }));
        expect((await avery.post('claims', { ...choice, products: own })).status).toBe(201);
        const others = all.filter((code) => !products.includes(code)).map((code) => ({ code }));
        const problem = expectProblem(
          await avery.post('claims', { ...choice, products: others.slice(0, 50) }),
          422,
          'product-of-other-activity',
        );
        expect(problem.errors).toHaveLength(Math.min(others.length, 50));
      }
    }
  }
});

test('two activities together take the products of both', async () => {
  const products = [{ code: 'power-bi' }, { code: 'portals' }];
  const both = { ...draftBody(), activities: ['presales', 'usage'], products };
  expect((await avery.post('claims', both)).body.products).toEqual(products);
  expectProblem(await avery.post('claims', { ...both, activities: ['usage'] }), 422, 'product-of-other-activity');
});

test('a change of area that leaves the products of the old one behind is refused, and nothing is lost', async () => {
  const id = await completeDraft(avery);
  const { body: before, etag } = await avery.get(`claims/${id}`);
  expectProblem(await avery.patch(`claims/${id}`, modernWork, etag), 422, 'product-of-other-activity');
  expect((await avery.get(`claims/${id}`)).body).toEqual(before);
  const changed = await avery.patch(`claims/${id}`, { ...modernWork, products: [{ code: 'intune' }] }, etag);
  const { status, body } = changed;
  expect({ status, products: body.products, missing: body.missing }).toEqual({
    status: 200,
    products: [{ code: 'intune' }],
    missing: [expect.objectContaining({ path: 'poe', code: 'template-required' })],
  });
  const { body: without } = await avery.patch(`claims/${id}`, { products: [] }, changed.etag);
  expect(without.missing).toMatchObject([{ path: 'products', code: 'required' }, { code: 'template-required' }]);
});
