import type { Language } from '../domain/language.ts';
import type { Service } from '../domain/service.ts';
import { wordsIn } from './words.ts';

/** Where the app explains its requests to everyone. */
export const explanationPath = '/about-requests';

/** Its address, in this language. */
export const explanationUrl = ({ url }: Service, language: Language): string =>
  `${url.replace(/\/$/, '')}${explanationPath}?language=${language}`;

/** What stands above and below everything that a customer reads of the service. */
export const serviceWords = ({ name, operator, contact }: Service, language: Language) => {
  const { byline, explained, doubts } = wordsIn(language).about;
  return { byline: byline(name, operator), explained, doubts: doubts(contact) };
};
