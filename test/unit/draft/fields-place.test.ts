import { describe, expect, test } from 'vitest';
import { language } from '../../../src/domain/language-field.ts';
import { zoneOfPlace } from '../../../src/domain/request/zone-of-place.ts';
import { parseAsync } from '../../../src/lib/parse.ts';
import { country, timeZone } from '../../../src/lib/place-fields.ts';

describe('A language is matched to the nearest', () => {
  test.each([
    ['de', 'de'],
    ['DE', 'de'],
    ['de-DE', 'de'],
    ['de_AT', 'de'],
    ['gsw', 'de'],
    ['pt-br', 'pt-BR'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['es-419', 'es'],
    ['fr-CA', 'fr'],
    ['ja-JP', 'ja'],
    ['en-GB', 'en'],
    [' en ', 'en'],
  ])('%s: %s', async (given, stored) => {
    expect(await parseAsync(language, given)).toBe(stored);
  });

  test.each(['zh', 'ko', 'German', 'x', '', '-'])('but not %j', async (given) => {
    expect(await parseAsync(language, given)).toMatchObject({ code: 'invalid-value' });
  });
});

describe('A country is taken', () => {
  test.each([
    ['DE', 'DE'],
    ['de', 'DE'],
    [' us ', 'US'],
    ['UK', 'GB'],
    ['uk', 'GB'],
    ['EL', 'GR'],
  ])('%s: %s', async (given, stored) => {
    expect(await parseAsync(country, given)).toBe(stored);
  });

  test.each(['XX', 'ZZ', 'EU', 'Germany', 'DEU', '', 'constructor'])('but not %j', async (given) => {
    expect(await parseAsync(country, given)).toMatchObject({ code: 'invalid-value' });
  });
});

describe('A time zone is taken', () => {
  test.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    [' UTC ', 'UTC'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['Pacific Standard Time', 'America/Los_Angeles'],
    ['Tokyo Standard Time', 'Asia/Tokyo'],
  ])('%s: %s', async (given, stored) => {
    expect(await parseAsync(timeZone, given)).toBe(stored);
  });

  test.each(['+05:30', '-8', 'UTC+2', 'GMT-5', 'EST', 'CET', 'EST5EDT', 'Etc/GMT+5'])(
    'but not the offset %s',
    async (given) => {
      expect(await parseAsync(timeZone, given)).toMatchObject({
        code: 'invalid-value',
        detail: expect.stringContaining('Name the zone by a place, such as Europe/Berlin.'),
      });
    },
  );

  test.each(['Mars/Phobos', 'Berlin', ''])('but not %j', async (given) => {
    expect(await parseAsync(timeZone, given)).toMatchObject({ code: 'invalid-value' });
  });
});

test.each([
  [{ country: 'DE' }, 'Europe/Berlin'],
  [{ country: 'JP' }, 'Asia/Tokyo'],
  [{ country: 'CN' }, 'Asia/Shanghai'],
  [{ country: 'US' }, 'UTC'],
  [{ country: 'US', timeZone: 'America/Chicago' }, 'America/Chicago'],
  [{}, 'UTC'],
])('the time zone of %o is %s', (place, zone) => {
  expect(zoneOfPlace(place)).toBe(zone);
});
