import type { Claim } from '../domain/claim.ts';
import { policyOf } from '../domain/request/claim-policy.ts';
import type { DatedPolicy } from '../domain/request/policy.ts';
import type { Deps } from './deps.ts';

/** The policy by which a claim's window is counted, with today's calendar. */
export const datedPolicy = ({ policy, holidays }: Pick<Deps, 'policy' | 'holidays'>, claim: Claim): DatedPolicy => ({
  ...policyOf(claim, policy),
  holidays,
});
