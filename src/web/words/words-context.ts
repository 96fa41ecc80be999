import { createContext, useContext } from 'react';
import { en } from './en.ts';
import type { PortalLanguage, Words } from './words.ts';

export type LanguageChoice = { language: PortalLanguage; words: Words; choose: (language: PortalLanguage) => void };

export const LanguageContext = createContext<LanguageChoice>({ language: 'en', words: en, choose: () => {} });

export const useLanguage = (): LanguageChoice => useContext(LanguageContext);
export const useWords = (): Words => useLanguage().words;
