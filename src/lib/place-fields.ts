import { countries } from 'countries-list';
import * as z from 'zod';
import type { Fault } from './checks.ts';
import { noFault } from './checks.ts';
import { cleanLine } from './clean-text.ts';

/** Countries and time zones as people and their systems write them. */

/** Codes that are in use for a country beside its own. */
const otherCodes: Record<string, string> = { UK: 'GB', EL: 'GR' };

const cleanCountry = (text: string): string => {
  const code = cleanLine(text).toUpperCase();
  return otherCodes[code] ?? code;
};

/** A country, ISO 3166-1 alpha-2, stored in capitals. */
export const country = z
  .string()
  .max(100, 'At most 100 characters.')
  .check(
    z.overwrite(cleanCountry),
    noFault((code) =>
      Object.hasOwn(countries, code)
        ? undefined
        : { code: 'invalid-value', message: `Must be a country code of ISO 3166-1 such as DE. '${code}' is none.` },
    ),
  )
  .meta({ description: 'ISO 3166-1 alpha-2, in any case; UK is GB.' });

/** Names without a place that the runtime knows, though they have no summer time or mean several zones. */
const isOffset = (text: string): boolean =>
  /^(?:(?:UTC|GMT|Etc\/GMT)?[+\-\u2212]\d|[A-Z]{3,4}$|[A-Z]{3}\d)/i.test(text) && !/^(?:UTC|GMT)$/i.test(text);

/** The name as IANA writes it; undefined for text that names no zone. */
const ianaName = (text: string): string | undefined => {
  if (isOffset(text)) return undefined;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions();
    // The runtime gives some zones their former names, such as Asia/Calcutta.
    return timeZone.toLowerCase() === text.toLowerCase() ? timeZone : text;
  } catch {
    return undefined;
  }
};

const zoneFault = (text: string): Fault => ({
  code: 'invalid-value',
  message: isOffset(text)
    ? `'${text}' is an offset, which knows no summer time. Name the zone by a place, such as Europe/Berlin.`
    : `Must be a time zone such as Europe/Berlin. '${text}' is none.`,
});

/** The names of Windows are loaded for a name that IANA does not have. */
const windowsZone = async (text: string): Promise<string | undefined> =>
  (await import('./windows-zones.ts')).zoneOfWindows(text);

/** An IANA time zone, also by its Windows name; those need `parseAsync`. */
export const timeZone = z
  .string()
  .max(100, 'At most 100 characters.')
  .check((payload) => {
    const text = cleanLine(payload.value);
    const take = (zone: string | undefined): void => {
      if (zone !== undefined) payload.value = zone;
      else {
        const { code, message } = zoneFault(text);
        payload.issues.push({ code: 'custom', input: text, params: { code }, message });
      }
    };
    const known = ianaName(text);
    return known !== undefined || isOffset(text) ? take(known) : windowsZone(text).then(take);
  })
  .meta({ description: 'An IANA name such as Europe/Berlin, or a Windows name, which is stored as the IANA one.' });
