import { en, type Words } from './en.ts';

export type { Words } from './en.ts';

/** Languages of the portal, each by its own name. */
export const portalLanguages = { en: 'English', de: 'Deutsch' } as const;
export type PortalLanguage = keyof typeof portalLanguages;

const key = 'customer-associations.language';
const isLanguage = (text: string | null | undefined): text is PortalLanguage =>
  text !== null && text !== undefined && Object.hasOwn(portalLanguages, text);

/** The language that was chosen here, or the first one of the browser that there is. */
export const preferredLanguage = (): PortalLanguage => {
  const chosen = localStorage.getItem(key);
  if (isLanguage(chosen)) return chosen;
  return navigator.languages.map((tag) => tag.split('-')[0]).find(isLanguage) ?? 'en';
};

export const rememberLanguage = (language: PortalLanguage): void => localStorage.setItem(key, language);

/** All texts in a language. English comes with the page; another language is loaded. */
export const loadWords = async (language: PortalLanguage): Promise<Words> =>
  language === 'en' ? en : (await import('./de.ts')).de;
