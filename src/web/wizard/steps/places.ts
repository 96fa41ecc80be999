import codes from 'countries-list/minimal/countries.2to3.min.json' with { type: 'json' };

/** Countries that the API knows, by name in a language. */
export const countriesIn = (language: string): { code: string; name: string }[] => {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const { compare } = new Intl.Collator(language);
  return Object.keys(codes)
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((one, other) => compare(one.name, other.name));
};

/** Time zones to choose from, those of the country first. `chosen` is among them even where the browser has another name for it. */
export const timeZones = (country: string, chosen: string): { ofCountry: string[]; others: string[] } => {
  // The cast: some browsers lack it.
  const locale = (country === '' ? {} : new Intl.Locale(`und-${country}`)) as {
    getTimeZones?: () => string[] | undefined;
  };
  const ofCountry = locale.getTimeZones?.() ?? [];
  const all = new Set([...Intl.supportedValuesOf('timeZone'), ...(chosen === '' ? [] : [chosen])]);
  return { ofCountry, others: [...all].filter((zone) => !ofCountry.includes(zone)).toSorted() };
};
