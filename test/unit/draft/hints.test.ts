import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/domain/claim.ts';
import { closedBy } from '../../../src/domain/closed-by.ts';
import { missingForSubmission } from '../../../src/domain/draft/completeness.ts';
import { hintsOf } from '../../../src/domain/draft/hints.ts';
import { readiness } from '../../../src/domain/draft/readiness.ts';
import { completeRecord, decidedRecord, waitingRecord } from '../../support/claims/records.ts';

const nobody = { own: [], heldByOther: false };
const at = (country: string) => ({ mpnId: '4512345', name: 'Here', country });
const inCountry = (country: string | undefined, more: object = {}): Claim['customer'] => ({
  ...completeRecord().customer,
  ...(country ? { country } : {}),
  ...more,
});

describe('Hints', () => {
  test.each([
    ['US', 'CA', false],
    ['US', 'DE', true],
    ['DE', 'CH', false],
    ['US', undefined, false],
    ['Germany', 'US', false],
    ['constructor', 'US', false],
  ])('a location in %s for a customer in %s: another region? %s', (ours, theirs, expected) => {
    const claim = completeRecord({ partnerLocation: at(ours), customer: inCountry(theirs) });
    expect(hintsOf(claim, nobody).map(({ code }) => code)).toEqual(expected ? ['location-in-other-region'] : []);
  });

  test('a draft says that another partner holds it, without a name, and which own claims stand for the same', () => {
    const approved = decidedRecord('approved');
    const ending = { ...approved, subscriptionsEndOn: '2026-12-31' };
    const hints = hintsOf(completeRecord(), { own: [waitingRecord(), approved, ending], heldByOther: true });
    expect(hints.map(({ code }) => code)).toEqual([
      'held-by-other-partner',
      'own-claim-stands',
      'own-claim-stands',
      'own-claim-ending',
    ]);
    expect(hints[0]?.message).not.toContain(approved.partnerName);
    expect(hints[3]).toMatchObject({
      until: '2026-12-31',
      claim: { claimId: approved.id, href: `/api/claims/${approved.id}` },
    });
  });

  test('a submitted claim says that it is locked, and what can be done', () => {
    expect(hintsOf(waitingRecord(), nobody)).toMatchObject([
      { code: 'locked', message: expect.stringContaining('withdraw') },
    ]);
  });

  test.each([
    ['2026-11-24T12:00:00.000Z', '2026-12-16'],
    ['2026-12-31T23:59:59.000Z', '2027-01-16'],
  ])('figures of a claim approved at %s come by %s', (closedAt, until) => {
    expect(hintsOf(decidedRecord('approved', { closedAt }), nobody)).toMatchObject([
      { code: 'figures-pending', until },
    ]);
  });

  test('there is nothing to say of a claim that is over', () => {
    expect(hintsOf(decidedRecord('declined'), nobody)).toEqual([]);
  });
});

describe('Who closed a claim', () => {
  test.each<[Partial<Claim>, string | undefined]>([
    [{ status: 'draft' }, undefined],
    [{ status: 'submitted' }, undefined],
    [{ status: 'approved', consent: 'explicit' }, 'customer'],
    [{ status: 'approved', consent: 'silence' }, 'system'],
    [{ status: 'declined' }, 'customer'],
    [{ status: 'expired' }, 'system'],
    [{ status: 'withdrawn', withdrawnBy: 'partner' }, 'partner'],
    [{ status: 'withdrawn', withdrawnBy: 'operator' }, 'operator'],
    [{ status: 'ended', endedBy: 'operator' }, 'operator'],
    [{ status: 'cancelled' }, 'partner'],
    [{ status: 'cancelled', statusReason: 'untouched' }, 'system'],
    [{ status: 'ended', endedBy: 'customer' }, 'customer'],
    [{ status: 'ended', endedBy: 'partner' }, 'partner'],
  ])('%j: %s', (changes, expected) => {
    expect(closedBy(completeRecord(changes))).toBe(expected);
  });
});

describe('A public-sector customer', () => {
  const missing = (catalogueVersion: string, customer: Claim['customer'], more: Partial<Claim> = {}) =>
    missingForSubmission(completeRecord({ catalogueVersion, customer, ...more }), []).map(
      ({ path, code }) => `${path} ${code}`,
    );
  const body = { publicSector: true };

  test.each([
    ['2026-01', 'US', {}, {}, ['customer.publicSector required']],
    ['2026-01', 'PR', {}, {}, ['customer.publicSector required']],
    ['2026-01', 'US', { publicSector: false }, {}, []],
    ['2026-01', 'US', body, {}, ['disclosureSigned disclosure-required']],
    ['2026-01', 'US', body, { disclosureSigned: false }, ['disclosureSigned disclosure-required']],
    ['2026-01', 'US', body, { disclosureSigned: true }, []],
    ['2026-01', 'DE', body, {}, []],
    ['2026-01', undefined, {}, {}, []],
    ['2023-10', 'US', {}, {}, []],
  ])('under %s in %s, %j %j: %j', (version, country, customer, more, expected) => {
    expect(missing(version, inCountry(country, customer), more)).toEqual(expected);
  });
});

describe('Where the proof has to be the template', () => {
  const usage: Partial<Claim> = { catalogueVersion: '2026-01', activities: ['usage'], products: [{ code: 'portals' }] };
  const [file] = completeRecord().poe;
  const proof = (...changes: object[]): Partial<Claim> => ({
    ...usage,
    poe: changes.flatMap((change) => (file ? [{ ...file, ...change }] : [])),
  });
  const first = (changes: Partial<Claim>) => readiness(completeRecord(changes), { templateMandatory: true })[0];
  const { id } = completeRecord();

  test('it is said before anything was uploaded', () => {
    expect(first({ ...usage, poe: [] })?.message).toContain('has to be the template');
    expect(readiness(completeRecord({ poe: [] }), { templateMandatory: false })[0]?.message).not.toContain('template');
  });

  test.each([
    ['the one of this claim', [{ mentions: [], templateOf: id }], 'ok'],
    ['the one of this claim in which nobody wrote, and a scan', [{}, { templateOf: id, blank: true }], 'missing'],
    ['the one of another claim', [{ mentions: [], templateOf: 'ca-zyh2k9q0p-4m7k2x9z' }], 'missing'],
    ['something else that was read', [{ mentions: [] }], 'missing'],
    ['a scan, which may be of anything', [{}], 'missing'],
    ['a scan and the one of this claim', [{}, { mentions: [], templateOf: id }], 'ok'],
  ])('a file that is %s', (_, files, state) => {
    expect(first(proof(...files))?.state).toBe(state);
    const [optional] = readiness(completeRecord(proof(...files)), { templateMandatory: false });
    expect(optional?.state).toBe('ok');
  });
});
