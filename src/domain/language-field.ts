import * as z from 'zod';
import { cleanLine } from '../lib/clean-text.ts';
import { type Language, languages } from './language.ts';

/** The nearest of our languages to a tag of BCP 47. The distances between languages are loaded for a tag that is none of ours. */
const nearest = async (text: string): Promise<Language | undefined> => {
  const { match } = await import('@formatjs/intl-localematcher');
  try {
    const found = match(Intl.getCanonicalLocales(text.replaceAll('_', '-')), languages, 'und');
    return languages.find((language) => language === found);
  } catch {
    // Not a tag at all.
    return undefined;
  }
};

/** A language of what the customer reads, by any tag near to it; those need `parseAsync`. */
export const language = z
  .string()
  .max(100, 'At most 100 characters.')
  .check((payload) => {
    const text = cleanLine(payload.value);
    if (languages.some((language) => language === text)) {
      payload.value = text;
      return;
    }
    return nearest(text).then((found) => {
      if (found !== undefined) {
        payload.value = found;
        return;
      }
      const message = `Must be one of ${languages.join(', ')}, or a tag near to one, such as de-AT. '${text}' is none.`;
      payload.issues.push({ code: 'custom', input: text, params: { code: 'invalid-value' }, message });
    });
  })
  .meta({ description: `One of ${languages.join(', ')}, or the tag of a language near to one, such as de-AT.` })
  .pipe(z.enum(languages));
