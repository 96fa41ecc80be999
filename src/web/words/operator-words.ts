import { operators as de } from './de/operators.ts';
import { operators as en, type OperatorWords } from './en/operators.ts';
import type { PortalLanguage } from './words.ts';
import { useLanguage } from './words-context.ts';

const catalogue: Record<PortalLanguage, OperatorWords> = { en, de };

/** Texts that come with this part of the portal, not with its first load. */
export const useOperatorWords = (): OperatorWords => catalogue[useLanguage().language];
