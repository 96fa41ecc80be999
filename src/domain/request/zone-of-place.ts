import type { Customer } from '../claim.ts';

/** Where the customer's days begin, and which of them are holidays. */
export type CustomerPlace = Pick<Customer, 'country' | 'timeZone'>;

export const defaultTimeZone = 'UTC';

/**
 * Countries of several zones in one of which nearly everybody lives (the primary zones of Unicode CLDR), or whose zones all
 * show the same time. The tests derive the list from the runtime's own data.
 */
export const zoneOfManyZoned: Record<string, string> = {
  AR: 'America/Argentina/Buenos_Aires',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  CY: 'Asia/Nicosia',
  DE: 'Europe/Berlin',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  KZ: 'Asia/Almaty',
  MH: 'Pacific/Majuro',
  MY: 'Asia/Kuala_Lumpur',
  NZ: 'Pacific/Auckland',
  PS: 'Asia/Hebron',
  PT: 'Europe/Lisbon',
  UA: 'Europe/Kyiv',
  UZ: 'Asia/Tashkent',
};

/** The time zone of a country; undefined for one that has several. */
const zoneOfCountry = (country: string): string | undefined => {
  // The cast: the runtime has it, the types of the language level do not.
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?: () => string[] | undefined };
  const zones = locale.getTimeZones?.() ?? [];
  return zoneOfManyZoned[country] ?? (zones.length === 1 ? zones[0] : undefined);
};

/** The customer's time zone: the one that was given, else the one of the country where it has one, else UTC. */
export const zoneOfPlace = ({ country, timeZone }: CustomerPlace): string =>
  timeZone ?? (country === undefined ? undefined : zoneOfCountry(country)) ?? defaultTimeZone;
