import type { Verification, VerificationResult } from '../claim.ts';

const messages: Record<VerificationResult, string> = {
  matched: 'Domain and Directory ID belong together.',
  mismatched: 'The domain belongs to another directory. Check both with the customer.',
  'unknown-domain': 'No directory has this domain.',
  unverifiable: 'This cannot be verified now. It is looked up again when you submit, and marked if it still cannot be.',
};

/** What to do where a shorter domain belongs to the directory; undefined where none does. */
export const suggestionInWords = ({ suggestedDomain }: Verification): string | undefined =>
  suggestedDomain && `${suggestedDomain} belongs to this Directory ID: use that.`;

/** The result of the customer check as a sentence for the partner. */
export const verificationMessage = (verification: Verification): string =>
  [messages[verification.result], suggestionInWords(verification) ?? []].flat().join(' ');
