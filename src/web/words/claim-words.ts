import { advice as deAdvice } from './de/advice.ts';
import { claim as de } from './de/claim.ts';
import * as deTerms from './de/claim-terms.ts';
import { advice as enAdvice } from './en/advice.ts';
import { type ClaimWords, claim as en } from './en/claim.ts';
import * as enTerms from './en/claim-terms.ts';
import type { PortalLanguage } from './words.ts';
import { useLanguage } from './words-context.ts';

type Terms = typeof enTerms & typeof enAdvice;

const catalogue: Record<PortalLanguage, ClaimWords & Terms> = {
  en: { ...en, ...enTerms, ...enAdvice },
  de: { ...de, ...deTerms, ...deAdvice },
};

/** Texts that come with this part of the portal, not with its first load. */
export const useClaimWords = (): ClaimWords & Terms => catalogue[useLanguage().language];
