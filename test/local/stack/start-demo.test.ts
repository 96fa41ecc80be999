import { expect, test } from 'vitest';
import { DEMO_CLAIMS, subscriptionsOf } from '../../../local/demo/demo-claims.ts';
import { DEMO_CUSTOMERS, DEMO_PARTNERS, DEMO_USERS } from '../../../local/demo/people.ts';
import { catalogueAt, productOf } from '../../../src/domain/catalogue/catalogue.ts';
import { claimStatuses } from '../../../src/domain/claim-state.ts';
import { applyPatch, catalogueErrors, newDraft } from '../../../src/domain/draft/draft.ts';

const catalogue = catalogueAt(new Date());

test.each(DEMO_CLAIMS.map((claim) => [claim.key, claim] as const))(
  'the demo claim %s is one that the app takes',
  (_key, claim) => {
    const draft = newDraft.parse(claim.content);
    const empty = { name: '', solutionArea: '', track: '', activities: [], products: [] };
    expect(catalogueErrors(applyPatch(empty, draft, catalogue), catalogue)).toEqual([]);

    const { tenantId } = DEMO_USERS.find(({ id }) => id === claim.user) ?? {};
    const partner = DEMO_PARTNERS.find((candidate) => candidate.tenantId === tenantId);
    const location = partner?.locations.find(({ mpnId }) => mpnId === draft.partnerLocation.mpnId);
    expect(location?.active).toBe(true);
  },
);

test('the demo shows a claim in every status', () => {
  const outcomes = new Set(DEMO_CLAIMS.map(({ outcome }) => outcome));
  expect([...outcomes].toSorted()).toEqual([...claimStatuses].toSorted());
});

test('the demo subscriptions are of catalogue products, with ids of their own, and some customer has several of one', () => {
  const subscriptions = DEMO_CUSTOMERS.flatMap(({ domain }) => subscriptionsOf(domain));
  for (const { product } of subscriptions) expect(productOf(catalogue, product)?.code).toBe(product);
  expect(new Set(subscriptions.map(({ subscriptionId }) => subscriptionId)).size).toBe(subscriptions.length);
  const ofWoodgrove = subscriptionsOf('woodgrovebank.example').map(({ product }) => product);
  expect(ofWoodgrove).toEqual(['dynamics-365-sales', 'dynamics-365-sales', 'dynamics-365-sales']);
});
