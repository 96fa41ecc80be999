import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../client/generated.ts';
import { openEdits, patchOf, savable } from '../../../src/web/wizard/draft/draft-paths.ts';
import { inPageOrder, stepOf } from '../../../src/web/wizard/steps.ts';

// The cast: what the edits of a draft are compared with.
const claim = { customer: { domain: 'contoso.example' }, activities: ['m365_usage'] } as Claim;
const otherArea = { solutionArea: 'business_applications', track: '', activities: [], products: [], revenue: null };

describe('What was typed into a draft', () => {
  test('is saved without the choice that was begun, which stays typed', () => {
    const edits = { ...otherArea, name: 'Roll-out' };
    expect(patchOf(edits, claim)).toEqual({ name: 'Roll-out' });
    expect(Object.keys(savable(edits, claim))).toEqual(['name']);
  });

  test('is saved as a whole once the choice is made', () => {
    const edits = { ...otherArea, track: 'usage_presales', activities: ['usage'] };
    expect(patchOf(edits, claim)).toEqual({ ...otherArea, track: 'usage_presales', activities: ['usage'] });
    expect(openEdits(edits, claim)).toEqual([]);
  });

  test('says which choice is open, and which field was emptied that the claim can’t be without', () => {
    const paths = (edits: Record<string, unknown>) => openEdits(edits, claim).map(({ path }) => path);
    expect(paths(otherArea)).toEqual(['track']);
    expect(paths({ activities: [] })).toEqual(['activities']);
    expect(paths({ 'customer.domain': '', 'customer.name': '' })).toEqual(['customer.domain']);
    expect(patchOf({ 'customer.domain': '', 'customer.name': '' }, claim)).toEqual({ customer: { name: null } });
  });
});

describe('Errors of a draft', () => {
  const errorAt = (path: string) => ({ path, code: 'required', message: '' }) as const;

  test('come in the order of their fields on the pages', () => {
    const order = [
      'customer.publicSector',
      'track',
      'name',
      'customerContact.email',
      'products.0.subscriptionId',
      'poe',
    ];
    expect(inPageOrder(order.toReversed().map(errorAt)).map(({ path }) => path)).toEqual(order);
  });

  test('belong to the step that has the field', () => {
    expect(stepOf({ path: 'disclosureSigned' })).toBe('proof');
    expect(stepOf({ path: 'products.0.code' })).toBe('products');
    expect(stepOf({ path: 'customer.country' })).toBe('customer');
  });
});
