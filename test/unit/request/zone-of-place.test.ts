import { countries } from 'countries-list';
import { describe, expect, test } from 'vitest';
import { zoneOfManyZoned, zoneOfPlace } from '../../../src/domain/request/zone-of-place.ts';

const namesOfCountries = new Intl.DisplayNames('en', { type: 'region' });

const nameAt = (timeZone: string, timeZoneName: 'shortGeneric' | 'longOffset', at: Date): string =>
  new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value ?? '';

/** The offsets of a zone in the middle of each month of two years. */
const clockOf = (timeZone: string): string =>
  Array.from({ length: 24 }, (_, month) => nameAt(timeZone, 'longOffset', new Date(Date.UTC(2026, month, 15)))).join();

/** Germany Time is the name of Berlin's zone, Büsingen Time that of Büsingen: a primary zone is named after the country. */
const isPrimary = (zone: string, country: string): boolean =>
  nameAt(zone, 'shortGeneric', new Date('2026-01-15')) === `${namesOfCountries.of(country)} Time`;

/** The cast: the runtime has it, the types of the language level do not. */
const zonesOf = (country: string): string[] =>
  (new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones: () => string[] }).getTimeZones();

describe('The zone of a country of several zones', () => {
  const manyZoned = Object.keys(countries)
    .map((country) => ({ country, zones: zonesOf(country) }))
    .filter(({ zones }) => zones.length > 1);

  test('is known where the runtime names a primary one, or where all show the same time, and nowhere else', () => {
    const unmistakable = manyZoned.filter(
      ({ country, zones }) => zones.some((zone) => isPrimary(zone, country)) || new Set(zones.map(clockOf)).size === 1,
    );
    expect(Object.keys(zoneOfManyZoned)).toEqual(unmistakable.map(({ country }) => country).toSorted());
  });

  test.each(Object.entries(zoneOfManyZoned))('%s is %s', (country, zone) => {
    const zones = zonesOf(country);
    const primary = zones.find((candidate) => isPrimary(candidate, country));
    expect(zones.map(clockOf)).toContain(clockOf(zone));
    if (primary !== undefined) expect(isPrimary(zone, country)).toBe(true);
    expect(zoneOfPlace({ country })).toBe(zone);
  });

  test.each(['US', 'RU', 'BR', 'AU', 'ID', 'MN'])('is UTC in %s, which has no such zone', (country) => {
    expect(zoneOfPlace({ country })).toBe('UTC');
  });
});

test.each([
  ['FR', 'Europe/Paris'],
  ['JP', 'Asia/Tokyo'],
])('A country of one zone, %s, has %s', (country, zone) => {
  expect(zoneOfPlace({ country })).toBe(zone);
});
