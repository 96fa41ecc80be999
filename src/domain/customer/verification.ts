import type { VerificationResult } from '../claim.ts';

/** Each result of the customer check, as a sentence for the partner. */
export const verificationMessages: Record<VerificationResult, string> = {
  matched: 'Domain and Directory ID belong together.',
  mismatched: 'The domain belongs to another directory. Check both with the customer.',
  'unknown-domain': 'No directory has this domain.',
  unverifiable: 'This cannot be verified now. It is looked up again when you submit, and marked if it still cannot be.',
};
