import { claim as de } from './de/claim.ts';
import { type ClaimWords, claim as en } from './en/claim.ts';
import type { PortalLanguage } from './words.ts';
import { useLanguage } from './words-context.ts';

const catalogue: Record<PortalLanguage, ClaimWords> = { en, de };

/** Texts that come with this part of the portal, not with its first load. */
export const useClaimWords = (): ClaimWords => catalogue[useLanguage().language];
