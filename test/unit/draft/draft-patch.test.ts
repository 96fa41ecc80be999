import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogueOf } from '../../../src/domain/catalogue/catalogue.ts';
import { applyPatch, type DraftContent, type DraftPatch, draftPatch } from '../../../src/domain/draft/draft.ts';
import { parse } from '../../../src/lib/parse.ts';
import { Problem } from '../../../src/lib/result.ts';
import { completeRecord } from '../../support/claims/records.ts';
import { runs } from '../../support/claims/runs.ts';

const catalogue = catalogueOf('2023-10');
const content: DraftContent = completeRecord();
const patched = (patch: DraftPatch, from: Partial<DraftContent> = {}): DraftContent =>
  applyPatch({ ...content, ...from }, patch, catalogue);

type Json = null | string | { [key: string]: Json };

/** MergePatch of RFC 7396, section 2, as written there. */
const mergePatch = (target: Json | undefined, patch: Json): Json => {
  if (typeof patch !== 'object' || patch === null) return patch;
  const result: { [key: string]: Json } = typeof target === 'object' && target !== null ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else result[name] = mergePatch(result[name], value);
  }
  return result;
};

describe('A patch of a draft', () => {
  test('changes what it names and leaves the rest', () => {
    const after = patched({ name: 'Another name' });
    expect(after).toEqual({ ...content, name: 'Another name' });
  });

  test('changes nothing when it is empty', () => {
    expect(patched({})).toEqual(content);
  });

  test('merges contacts field by field as RFC 7396 says', () => {
    const value = fc.constantFrom('a', 'b');
    const contact = fc.record({ name: value, title: value, email: value }, { requiredKeys: [] });
    const change = fc.option(
      fc.record({ name: fc.option(value), title: fc.option(value), email: fc.option(value) }, { requiredKeys: [] }),
    );
    fc.assert(
      fc.property(contact, change, (before, patch) => {
        const after = patched({ customerContact: patch }, { customerContact: before }).customerContact;
        const expected = mergePatch(before, patch);
        // An object that ends empty is removed as a whole: nothing is left to show.
        const left = expected === null || Object.keys(expected).length === 0 ? undefined : expected;
        expect(after).toEqual(left);
      }),
      { numRuns: runs(200) },
    );
  });

  test('removes a whole object with null, and adds one that was not there', () => {
    expect(patched({ partnerContact: null })).not.toHaveProperty('partnerContact');
    expect(patched({ technicalContact: { name: 'Tess' } }).technicalContact).toEqual({ name: 'Tess' });
  });

  test('removes name, area and track with null; what hangs on them goes too', () => {
    expect(patched({ name: null })).not.toHaveProperty('name');
    const without = patched({ solutionArea: null });
    expect(without.activities).toEqual([]);
    for (const member of ['solutionArea', 'track']) expect(without).not.toHaveProperty(member);
    expect(patched({ track: null })).toMatchObject({ solutionArea: content.solutionArea, activities: [] });
  });

  test('replaces lists as a whole', () => {
    const products = [{ code: 'power-apps', subscriptionId: null }, { code: 'power-pages' }];
    expect(patched({ products }).products).toEqual([{ code: 'power-apps' }, { code: 'power-pages' }]);
    expect(patched({ products: [] }).products).toEqual([]);
  });

  test('that changes the area drops track and activities of the former one', () => {
    expect(patched({ solutionArea: 'business_applications' })).toEqual(content);
    const there = patched({ solutionArea: 'modern_work_security' });
    expect(there).toMatchObject({ track: 'usage', activities: ['m365_usage'] });
    const back = applyPatch(there, { solutionArea: 'business_applications' }, catalogue);
    expect(back.activities).toEqual([]);
    expect(back).not.toHaveProperty('track');
  });

  test('that changes the track drops its activities, and chooses where there is no choice', () => {
    const revenue = patched({ track: 'revenue_association' });
    expect(revenue.activities).toEqual(['revenue']);
    expect(applyPatch(revenue, { track: 'usage_presales' }, catalogue).activities).toEqual([]);
  });

  test('may bring area, track and activities at once', () => {
    expect(patched({ track: 'usage_presales', activities: ['usage'] }).activities).toEqual(['usage']);
  });

  test('is refused when a field that every claim has is to be removed, or one is unknown', () => {
    const refused = parse(draftPatch, {
      partnerLocation: null,
      status: 'approved',
      customer: { domain: 'x', verified: true },
    });
    if (!(refused instanceof Problem)) throw new Error('The patch was accepted.');
    expect(Object.fromEntries(refused.errors.map(({ path, code }) => [path, code]))).toEqual({
      partnerLocation: 'wrong-type',
      status: 'unknown-field',
      'customer.domain': 'invalid-domain',
      'customer.verified': 'unknown-field',
    });
  });
});
