import { type ReactNode, useState } from 'react';
import { loadWords, type PortalLanguage, rememberLanguage, type Words } from './words.ts';
import { LanguageContext } from './words-context.ts';

type Spoken = { language: PortalLanguage; words: Words };

/** Lets people choose the language of everything below. */
export const LanguageProvider = ({ initial, children }: { initial: Spoken; children: ReactNode }) => {
  const [spoken, setSpoken] = useState(initial);
  const choose = async (language: PortalLanguage): Promise<void> => {
    const words = await loadWords(language);
    document.documentElement.lang = language;
    rememberLanguage(language);
    setSpoken({ language, words });
  };
  return (
    <LanguageContext value={{ ...spoken, choose: (language) => void choose(language) }}>{children}</LanguageContext>
  );
};
