import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogueOf } from '../../../src/domain/catalogue/catalogue.ts';
import { templateErrors } from '../../../src/domain/draft/completeness.ts';
import { activityPolicy, areasWithPolicies, policyOf, strictestOf } from '../../../src/domain/request/claim-policy.ts';
import type { ClaimPolicy } from '../../../src/domain/request/policy-shape.ts';
import { completeRecord, silencePolicy, submittedRecord, usualPolicy } from '../../support/claims/records.ts';
import { runs } from '../../support/claims/runs.ts';

const today = { catalogueVersion: '2026-01' };
const revenue = { ...today, track: 'revenue_association', activities: ['revenue'] };
const usage = { ...today, activities: ['usage'] };

describe('The policy of a draft', () => {
  test('is what the settings say', () => {
    expect(policyOf(completeRecord(today), silencePolicy)).toEqual(silencePolicy);
    expect(policyOf(completeRecord({ ...today, activities: [] }), silencePolicy)).toEqual(silencePolicy);
  });

  test('is what the catalogue says of its activity, whatever the settings are', () => {
    expect(policyOf(completeRecord(revenue), silencePolicy)).toEqual({ ...silencePolicy, onSilence: 'expire' });
    expect(policyOf(completeRecord(usage), usualPolicy)).toEqual({ ...usualPolicy, templateMandatory: true });
  });

  test('lets no silence approve where a code is asked for', () => {
    const defaults = { ...silencePolicy, secondFactor: true };
    expect(policyOf(completeRecord(today), defaults)).toEqual({ ...defaults, onSilence: 'expire' });
  });

  test('is the stricter one of its activities', () => {
    const both = completeRecord({ ...today, activities: ['presales', 'usage'] });
    expect(policyOf(both, silencePolicy)).toEqual({ ...silencePolicy, templateMandatory: true });
  });

  test('is that of its own catalogue', () => {
    expect(policyOf(completeRecord({ ...usage, catalogueVersion: '2023-10' }), usualPolicy)).toEqual(usualPolicy);
  });
});

test('A submitted claim keeps its policy, whatever settings and catalogue say by now', () => {
  const kept: ClaimPolicy = { ...silencePolicy, windowBusinessDays: 9, secondFactor: true };
  expect(policyOf(submittedRecord({ ...revenue, policy: kept }), usualPolicy)).toEqual(kept);
});

const policies = fc
  .record({
    windowBusinessDays: fc.integer({ min: 1, max: 20 }),
    reminderDays: fc.uniqueArray(fc.integer({ min: 1, max: 25 }), { maxLength: 4 }),
    onSilence: fc.constantFrom('expire', 'approve'),
    templateMandatory: fc.boolean(),
    secondFactor: fc.boolean(),
  })
  .map((policy) => ({ ...policy, reminderDays: policy.reminderDays.toSorted((a, b) => a - b) }));

describe('Where activities differ', () => {
  test('the customer has the longest window with its reminders, and what one of them asks for is asked for', () => {
    const some = fc.array(fc.dictionary(fc.constant('policy'), policies), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(some, policies, (activities, defaults) => {
        const each = activities.map((activity) => activityPolicy(activity, defaults));
        const strictest = strictestOf(each, defaults);
        expect(strictest.windowBusinessDays).toBe(Math.max(...each.map((one) => one.windowBusinessDays)));
        expect(strictest.reminderDays.every((day) => day <= strictest.windowBusinessDays)).toBe(true);
        expect(each.map(({ reminderDays }) => reminderDays)).toContainEqual(strictest.reminderDays);
        expect(strictest.onSilence === 'approve').toBe(each.every(({ onSilence }) => onSilence === 'approve'));
        expect(strictest.templateMandatory).toBe(each.some(({ templateMandatory }) => templateMandatory));
        expect(strictest.secondFactor).toBe(each.some(({ secondFactor }) => secondFactor));
        // The order of the activities says nothing.
        expect(strictestOf(each.toReversed(), defaults)).toMatchObject({
          windowBusinessDays: strictest.windowBusinessDays,
          onSilence: strictest.onSilence,
        });
      }),
      { numRuns: runs(200) },
    );
  });
});

test('The catalogue shows the whole policy of each activity', () => {
  const areas = areasWithPolicies(catalogueOf('2026-01'), silencePolicy);
  const shown = areas.flatMap(({ tracks }) => tracks.flatMap(({ activities }) => activities));
  expect(Object.fromEntries(shown.map(({ code, policy }) => [code, policy]))).toEqual({
    presales: silencePolicy,
    usage: { ...silencePolicy, templateMandatory: true },
    revenue: { ...silencePolicy, onSilence: 'expire' },
    m365_usage: { ...silencePolicy, templateMandatory: true },
  });
});

describe('A mandatory template', () => {
  const mandatory = { ...usualPolicy, templateMandatory: true };
  const [file] = completeRecord().poe;
  const { id } = completeRecord();
  const missing = (...changes: object[]): string[] => {
    const poe = changes.flatMap((change) => (file ? [{ ...file, ...change }] : []));
    return templateErrors(completeRecord({ poe }), mandatory).map(({ path, code }) => `${path} ${code}`);
  };

  test.each<[string, object[]]>([
    ['no file', []],
    ['a scan', [{}]],
    ['the template of another claim', [{ templateOf: 'ca-zyh2k9q0p-4m7k2x9z' }]],
    ['a template in which nobody wrote', [{ templateOf: id, blank: true }]],
    ['a template with malware', [{ templateOf: id, malwareFoundAt: '2026-11-20T10:00:00.000Z' }]],
  ])('is missing where there is %s', (_, files) => {
    expect(missing(...files)).toEqual(['poe template-required']);
  });

  test('is there, filled in, beside any other file', () => {
    expect(missing({ templateOf: id })).toEqual([]);
    expect(missing({}, { templateOf: id, blank: true }, { templateOf: id })).toEqual([]);
  });

  test('is not asked for where it is not mandatory', () => {
    expect(templateErrors(completeRecord({ poe: [] }), usualPolicy)).toEqual([]);
  });
});
