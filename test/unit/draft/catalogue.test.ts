import { describe, expect, test } from 'vitest';
import {
  catalogueAt,
  catalogueOf,
  catalogues,
  chosen,
  namesOf,
  productOf,
} from '../../../src/domain/catalogue/catalogue.ts';
import { missingForSubmission } from '../../../src/domain/draft/completeness.ts';
import { activityPolicy } from '../../../src/domain/request/claim-policy.ts';
import { completeRecord, usualPolicy } from '../../support/claims/records.ts';

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

  test('has products under names of their own, one after the other', () => {
    const names = catalogue.products.flatMap(namesOf);
    expectUnique(names);
    for (const { nameSince, formerNames = [] } of catalogue.products) {
      const ends = formerNames.map(({ to }) => to);
      expect(ends).toEqual(ends.toSorted().toReversed());
      expect(ends[0]).toBe(nameSince);
      for (const { from, to } of formerNames) expect((from ?? '') < to).toBe(true);
    }
  });

  test('has reminders within the window of each activity, whatever the settings are', () => {
    for (const windowBusinessDays of [1, 5, 60]) {
      for (const activity of activities) {
        const applied = activityPolicy(activity, { ...usualPolicy, windowBusinessDays });
        expect(applied.reminderDays.every((day) => day <= applied.windowBusinessDays)).toBe(true);
      }
    }
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
    expect(catalogueAt(new Date('2023-10-01T00:00:00Z')).version).toBe('2023-10');
    expect(catalogueAt(new Date('2025-12-31T23:59:59Z')).version).toBe('2023-10');
    expect(catalogueAt(new Date('2040-01-01T00:00:00Z')).version).toBe('2026-01');
    expect(() => catalogueAt(new Date('2023-09-30T23:59:59Z'))).toThrow('No catalogue is valid on 2023-09-30.');
    expect(() => catalogueOf('1999-01')).toThrow('Catalogue 1999-01 is not part of this build.');
  });

  test('begins where the one before it ends', () => {
    for (const [index, { validTo }] of catalogues.entries()) {
      expect(validTo).toBe(catalogues[index + 1]?.validFrom ?? null);
    }
  });
});

test('The catalogue of today has the names of today, and the codes of before', () => {
  const [before, today] = catalogues.map(({ products }) => products);
  expect(today?.map(({ code }) => code)).toEqual(before?.map(({ code }) => code));
  const renamed = today?.flatMap(({ name, nameSince, formerNames = [] }) =>
    formerNames.map((former) => `${former.name} > ${name}, ${nameSince}`),
  );
  expect(renamed?.toSorted()).toEqual([
    'Azure Active Directory Premium > Microsoft Entra ID, 2023-10-01',
    'Dynamics 365 Customer Insights > Dynamics 365 Customer Insights - Data, 2023-09-01',
    'Dynamics 365 Marketing > Dynamics 365 Customer Insights - Journeys, 2023-09-01',
    'Power Virtual Agents > Microsoft Copilot Studio, 2023-11-15',
    'Yammer > Viva Engage, 2023-02-13',
  ]);
});

test('A claim is checked under the catalogue that it was made with', () => {
  const missing = (catalogueVersion: string): string[] =>
    missingForSubmission(
      completeRecord({ catalogueVersion, customer: { ...completeRecord().customer, country: 'US' } }),
      [],
    ).map(({ path, code }) => `${path} ${code}`);
  expect(missing('2023-10')).toEqual([]);
  expect(missing('2026-01')).toEqual(['customer.publicSector required']);
});
