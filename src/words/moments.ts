import type { Language } from '../domain/language.ts';
import { wordsIn } from './words.ts';

/** How instants are told to people: in their language and in their time zone, which is always named. */
export type Where = { language?: Language; timeZone?: string };

/** British English has the order of day and month that this project writes. */
const locales: Record<Language, string> = { en: 'en-GB', de: 'de', fr: 'fr', es: 'es', ja: 'ja', 'pt-BR': 'pt-BR' };

const zoneName = (at: Date, locale: string, timeZone: string): string => {
  if (timeZone === 'UTC') return 'UTC';
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'long' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
};

/** `Friday 27 November 2026 at 23:59 (UTC)`, as the customer with this language and time zone says it. */
export const momentInWords = (instant: string, { language = 'en', timeZone = 'UTC' }: Where = {}): string => {
  const at = new Date(instant);
  const locale = locales[language];
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(at);
  return wordsIn(language).momentIn(moment, zoneName(at, locale, timeZone));
};

/** `a, b and c` in this language. */
export const listInWords = (items: string[], language: Language): string =>
  new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(items);
