import { type Language, languages } from '../domain/language.ts';
import { de } from './de.ts';
import { en, type Words } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { ptBr } from './pt-br.ts';

const catalogue: Record<Language, Words> = { en, de, fr, es, ja, 'pt-BR': ptBr };

/** What the customer reads, in this language. */
export const wordsIn = (language: Language): Words => catalogue[language];

/** The language of a tag such as `de-AT`: the same one, or the one of the same first part (`pt` is `pt-BR` here). */
export const languageOf = (tag: string): Language | undefined => {
  const wanted = tag.toLowerCase();
  const [primary] = wanted.split('-');
  return (
    languages.find((language) => language.toLowerCase() === wanted) ??
    languages.find((language) => language.toLowerCase().split('-')[0] === primary)
  );
};

/** The language that an Accept-Language header (RFC 9110, section 12.5.4) asks for first among ours; English when it names none. */
export const preferredLanguage = (acceptLanguage: string | null | undefined): Language => {
  const wanted = (acceptLanguage ?? '').split(',').flatMap((range) => {
    const [tag = '', ...parameters] = range.trim().split(';');
    const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/i.exec(text)?.[1]).find((text) => text !== undefined);
    const weight = quality === undefined ? 1 : Number(quality);
    const language = languageOf(tag.trim());
    return language !== undefined && weight > 0 ? [{ language, weight }] : [];
  });
  return wanted.toSorted((one, other) => other.weight - one.weight)[0]?.language ?? languages[0];
};
