import { afterEach, describe, expect, test, vi } from 'vitest';
import { catalogues } from '../../../src/domain/catalogue/catalogue.ts';
import { catalogueNames } from '../../../src/web/words/de/claim-terms.ts';
import { preferredLanguage } from '../../../src/web/words/words.ts';

describe('The portal', () => {
  test.each(catalogues)('has a German name for each code of the catalogue $version', ({ solutionAreas: areas }) => {
    const tracks = areas.flatMap((area) => area.tracks);
    const codes = [...areas, ...tracks, ...tracks.flatMap(({ activities }) => activities)].map(({ code }) => code);
    expect(codes.filter((code) => catalogueNames[code] === undefined)).toEqual([]);
  });
});

describe('The language of the portal', () => {
  afterEach(() => vi.unstubAllGlobals());
  const languageFor = (languages: string[], chosen?: string): string => {
    vi.stubGlobal('navigator', { languages });
    vi.stubGlobal('localStorage', { getItem: () => chosen ?? null });
    return preferredLanguage();
  };

  test('is the first one of the browser that there is, unless one was chosen', () => {
    expect(languageFor(['fr-FR', 'de-AT', 'en'])).toBe('de');
    expect(languageFor(['en-GB', 'de'])).toBe('en');
    expect(languageFor(['fr'])).toBe('en');
    expect(languageFor(['en'], 'de')).toBe('de');
  });
});
