import { describe, expect, test } from 'vitest';
import { catalogueOf } from '../../../src/domain/catalogue/catalogue.ts';
import type { Activity, Catalogue, SolutionArea } from '../../../src/domain/catalogue/catalogue-shape.ts';
import { contentUnder } from '../../../src/domain/draft/copy-content.ts';
import { catalogueErrors } from '../../../src/domain/draft/draft.ts';
import { erased } from '../../../src/domain/retention/erasure.ts';
import { completeRecord } from '../../support/claims/records.ts';

const today = catalogueOf('2023-10');
const withActivities = (change: (activities: Activity[]) => Activity[]): SolutionArea[] =>
  today.solutionAreas.map((area) => ({
    ...area,
    tracks: area.tracks.map((track) => ({ ...track, activities: change(track.activities) })),
  }));
const original = completeRecord({
  activities: ['presales', 'usage'],
  products: [
    { code: 'power-bi' },
    { code: 'dynamics-365-sales', subscriptionId: '0a1b2c3d-0000-4000-8000-000000000009' },
  ],
});

describe('The content of a copy', () => {
  test('is that of the claim while the catalogue knows all of it', () => {
    const { content, leftOut } = contentUnder(today, original);
    const { name, solutionArea, track, activities, products, customerContact, partnerContact } = original;
    expect(content).toEqual({ name, solutionArea, track, activities, products, customerContact, partnerContact });
    expect(leftOut).toEqual([]);
    expect(catalogueErrors(content, today)).toEqual([]);
  });

  test('has no contact whose name was erased: it has to be asked for', () => {
    const gone = { ...original, customerContact: { name: erased }, technicalContact: { name: erased } };
    const { content, leftOut } = contentUnder(today, gone);
    expect(leftOut.map(({ path }) => path)).toEqual(['customerContact', 'technicalContact']);
    expect(content).not.toHaveProperty('customerContact');
    expect(content).not.toHaveProperty('technicalContact');
    expect(content.partnerContact).toEqual(original.partnerContact);
  });

  test('declines an incentive only where the activity still allows it', () => {
    expect(contentUnder(today, { ...original, incentiveOptOut: true }).content).not.toHaveProperty('incentiveOptOut');
    const usage = { solutionArea: 'modern_work_security', track: 'usage', activities: ['m365_usage'] };
    const declined = { ...original, ...usage, products: [{ code: 'teams' }], incentiveOptOut: true };
    expect(contentUnder(today, declined).content).toMatchObject({ incentiveOptOut: true });
  });

  test('leaves a product out that can no longer be claimed, and says which by its former name', () => {
    const without: Catalogue = {
      ...today,
      solutionAreas: withActivities((activities) =>
        activities.map((activity) => ({
          ...activity,
          products: activity.products.filter((code) => code !== 'dynamics-365-sales'),
        })),
      ),
    };
    const { content, leftOut } = contentUnder(without, original);
    expect(content.products).toEqual([{ code: 'power-bi' }]);
    expect(leftOut).toEqual([
      { path: 'products.1', code: 'unknown-product', message: expect.stringContaining('Dynamics 365 Sales') },
    ]);
    expect(catalogueErrors(content, without)).toEqual([]);
  });

  test('leaves an activity out with the products that only it had', () => {
    const without = {
      ...today,
      solutionAreas: withActivities((activities) => activities.filter(({ code }) => code !== 'presales')),
    };
    const { content, leftOut } = contentUnder(without, original);
    expect(content.activities).toEqual(['usage']);
    expect(leftOut.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'activities.0 unknown-activity',
      'products.0 unknown-product',
      'products.1 unknown-product',
    ]);
  });

  test('begins again where the solution area is gone, and keeps the people', () => {
    const without = {
      ...today,
      solutionAreas: today.solutionAreas.filter(({ code }) => code !== original.solutionArea),
    };
    const { content, leftOut } = contentUnder(without, original);
    expect(content).toMatchObject({ name: original.name, activities: [], products: [] });
    expect(Object.keys(content)).not.toEqual(expect.arrayContaining(['solutionArea']));
    expect(Object.keys(content)).not.toEqual(expect.arrayContaining(['track']));
    expect(content.customerContact).toEqual(original.customerContact);
    expect(leftOut[0]).toMatchObject({ path: 'solutionArea', code: 'unknown-solution-area' });
  });

  test('of a draft that says little says as little, and leaves nothing out', () => {
    const {
      name: _name,
      solutionArea: _area,
      track: _track,
      ...little
    } = { ...original, activities: [], products: [] };
    const { content, leftOut } = contentUnder(today, little);
    expect(content).toMatchObject({ activities: [], products: [] });
    for (const member of ['name', 'solutionArea', 'track']) expect(content).not.toHaveProperty(member);
    expect(leftOut).toEqual([]);
  });

  test('keeps revenue data for a revenue association, and a claim of 2023 under today', () => {
    const revenue = { dynamicsSolutionSellerName: 'Sam', customerName: 'Contoso', isvProductName: 'Ledger' };
    const former = completeRecord({
      catalogueVersion: '2023-10',
      track: 'revenue_association',
      activities: ['revenue'],
      products: [{ code: 'dynamics-365-sales' }],
      revenue,
    });
    const { content, leftOut } = contentUnder(catalogueOf('2026-01'), former);
    expect(content.revenue).toEqual(revenue);
    expect(leftOut).toEqual([]);
  });
});
