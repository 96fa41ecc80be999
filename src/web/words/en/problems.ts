import type { ProblemCode } from '../../../../client/generated.ts';

/** Where the portal says it better than the API, whose own words are English too. */
export const problems: Partial<Record<ProblemCode, string>> = {
  required: 'This is missing.',
  'invalid-guid':
    'An ID has 32 digits and letters from a to f, in five groups such as 1a2b3c4d-1111-2222-3333-1a2b3c4d5e6f. Copy it again as a whole.',
  'acknowledgement-required': 'Confirm this to submit the claim.',
};
