import type { Verification, VerificationResult } from '../claim.ts';

const messages: Record<VerificationResult, string> = {
  matched: 'Domain and Directory ID belong together.',
  mismatched: 'The domain belongs to another directory. Check both with the customer.',
  'unknown-domain': 'No directory has this domain.',
  unverifiable: 'This cannot be verified now. It is looked up again when you submit, and marked if it still cannot be.',
};

/** The result of the customer check as a sentence for the partner. */
export const verificationMessage = ({ result, suggestedDomain }: Verification): string =>
  suggestedDomain === undefined
    ? messages[result]
    : `${messages[result]} ${suggestedDomain} belongs to this Directory ID: use that.`;
