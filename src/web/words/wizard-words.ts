import { wizard as de } from './de/wizard.ts';
import { wizard as en, type WizardWords } from './en/wizard.ts';
import type { PortalLanguage } from './words.ts';
import { useLanguage } from './words-context.ts';

const catalogue: Record<PortalLanguage, WizardWords> = { en, de };

/** Texts that come with this part of the portal, not with its first load. */
export const useWizardWords = (): WizardWords => catalogue[useLanguage().language];
