import { describe, expect, test } from 'vitest';
import { catalogueAt, catalogueOf, catalogues, chosen, productOf } from '../../src/domain/catalogue/catalogue.ts';
import type { Claim } from '../../src/domain/claim.ts';
import { missingForSubmission } from '../../src/domain/draft/completeness.ts';
import { catalogueErrors } from '../../src/domain/draft/draft.ts';
import { completeRecord } from '../support/records.ts';

const codesOf = (list: { code: string }[]): string[] => list.map(({ code }) => code);
const expectUnique = (codes: string[]): void => expect(codes.toSorted()).toEqual([...new Set(codes)].toSorted());

describe.each(catalogues)('The catalogue $version', (catalogue) => {
  const tracks = catalogue.solutionAreas.flatMap((area) => area.tracks);
  const activities = tracks.flatMap((track) => track.activities);

  test('uses each code once where it is looked up', () => {
    expectUnique(codesOf(catalogue.products));
    expectUnique(codesOf(catalogue.solutionAreas));
    for (const area of catalogue.solutionAreas) expectUnique(codesOf(area.tracks));
    for (const track of tracks) expectUnique(codesOf(track.activities));
    for (const activity of activities) expectUnique(activity.products);
  });

  test('has codes that fit into URLs and file names', () => {
    const codes = codesOf([...catalogue.products, ...catalogue.solutionAreas, ...tracks, ...activities]);
    for (const code of codes) expect(code).toMatch(/^[a-z0-9]+([-_][a-z0-9]+)*$/);
  });

  test('lists only products that exist, and every product somewhere', () => {
    const claimable = new Set(activities.flatMap(({ products }) => products));
    expect([...claimable].toSorted()).toEqual(codesOf(catalogue.products).toSorted());
  });

  test('counts Intune once, though two lists have it', () => {
    expect(catalogue.products.filter(({ name }) => name === 'Intune')).toHaveLength(1);
    const usage = activities.find(({ code }) => code === 'm365_usage');
    expect(usage?.products.filter((code) => code === 'intune')).toHaveLength(1);
  });

  test('knows Dynamics 365 by product, not by name alone', () => {
    expect(productOf(catalogue, 'dynamics-365-sales')?.dynamics365).toBe(true);
    expect(productOf(catalogue, 'core-hr')?.dynamics365).toBe(true);
    expect(productOf(catalogue, 'power-bi')?.dynamics365).toBe(false);
    expect(productOf(catalogue, 'no-such-product')).toBeUndefined();
  });

  test('asks for revenue data where revenue is claimed, and nowhere else', () => {
    expect(activities.filter(({ extraFields }) => extraFields.length > 0).map(({ code }) => code)).toEqual(['revenue']);
  });

  test('leaves out what a choice names and it does not hold', () => {
    const choice = { solutionArea: 'business_applications', track: 'usage_presales', activities: ['usage', 'nothing'] };
    expect(chosen(catalogue, choice).activities.map(({ code }) => code)).toEqual(['usage']);
    expect(chosen(catalogue, { ...choice, track: 'nothing' })).toMatchObject({ track: undefined, activities: [] });
    expect(chosen(catalogue, { ...choice, solutionArea: 'nothing' }).area).toBeUndefined();
  });
});

describe('A catalogue', () => {
  test('is chosen by day and kept by version', () => {
    expect(catalogueAt(new Date('2020-07-01T00:00:00Z')).version).toBe('2020-07');
    expect(catalogueAt(new Date('2023-09-30T23:59:59Z')).version).toBe('2020-07');
    expect(catalogueAt(new Date('2023-10-01T00:00:00Z')).version).toBe('2023-10');
    expect(catalogueAt(new Date('2025-12-31T23:59:59Z')).version).toBe('2023-10');
    expect(catalogueAt(new Date('2040-01-01T00:00:00Z')).version).toBe('2026-01');
    expect(() => catalogueAt(new Date('2020-06-30T23:59:59Z'))).toThrow('No catalogue is valid on 2020-06-30.');
    expect(() => catalogueOf('1999-01')).toThrow('Catalogue 1999-01 is not part of this build.');
  });

  test('begins where the one before it ends', () => {
    for (const [index, { validTo }] of catalogues.entries()) {
      expect(validTo).toBe(catalogues[index + 1]?.validFrom ?? null);
    }
  });

  test('has a code for the same product in every version, whatever its name then', () => {
    const [then, now] = [catalogueOf('2020-07'), catalogueOf('2023-10')];
    expect(then.products.filter(({ code }) => productOf(now, code) === undefined)).toEqual([]);
    const code = 'microsoft-defender-for-endpoint';
    expect(productOf(then, code)?.name).not.toBe(productOf(now, code)?.name);
    expect(then.solutionAreas.map(({ name }) => name)).toEqual(['Business Applications', 'Microsoft 365']);
  });
});

describe('A claim of the 2020 catalogue', () => {
  const sales: Partial<Claim> = { catalogueVersion: '2020-07', products: [{ code: 'dynamics-365-sales' }] };
  const missing = (changes: Partial<Claim>): string[] =>
    missingForSubmission(completeRecord({ ...sales, ...changes }), []).map(({ path, code }) => `${path} ${code}`);

  test('needs a technical contact for Dynamics 365, as it did then', () => {
    const asked = ['name', 'title', 'email'].map((field) => `technicalContact.${field} required`);
    expect(missing({})).toEqual(asked);
    expect(missing({ technicalContact: { name: 'T', title: 'Admin', email: 't@contoso.example' } })).toEqual([]);
    expect(missing({ products: [{ code: 'power-bi' }] })).toEqual([]);
    expect(missing({ catalogueVersion: '2023-10' })).toEqual([]);
  });

  test('takes the products of then only', () => {
    const errors = catalogueErrors(completeRecord({ products: [{ code: 'power-pages' }] }), catalogueOf('2020-07'));
    expect(errors.map(({ path, code }) => `${path} ${code}`)).toEqual(['products.0.code unknown-product']);
  });
});
