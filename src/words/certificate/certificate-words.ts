import type { Language } from '../../domain/language.ts';
import { de } from './de.ts';
import { type CertificateWords, en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { ptBr } from './pt-br.ts';

const catalogue: Record<Language, CertificateWords> = { en, de, fr, es, ja, 'pt-BR': ptBr };

/** What the certificate and its page say in this language. */
export const certificateWordsIn = (language: Language): CertificateWords => catalogue[language];
