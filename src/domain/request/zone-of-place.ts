import type { Customer } from '../claim.ts';

/** Where the customer's days begin, and which of them are holidays. */
export type CustomerPlace = Pick<Customer, 'country' | 'timeZone'>;

export const defaultTimeZone = 'UTC';

/** Countries of several zones in one of which nearly everybody lives: the primary zones of Unicode CLDR. */
const primary: Record<string, string> = {
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  DE: 'Europe/Berlin',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  MY: 'Asia/Kuala_Lumpur',
  NZ: 'Pacific/Auckland',
  PT: 'Europe/Lisbon',
  UA: 'Europe/Kyiv',
  UZ: 'Asia/Tashkent',
};

/** The time zone of a country; undefined for one that has several. */
const zoneOfCountry = (country: string): string | undefined => {
  // The cast: the runtime has it, the types of the language level do not.
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?: () => string[] | undefined };
  const zones = locale.getTimeZones?.() ?? [];
  return primary[country] ?? (zones.length === 1 ? zones[0] : undefined);
};

/** The customer's time zone: the one that was given, else the one of the country where it has one, else UTC. */
export const zoneOfPlace = ({ country, timeZone }: CustomerPlace): string =>
  timeZone ?? (country === undefined ? undefined : zoneOfCountry(country)) ?? defaultTimeZone;
