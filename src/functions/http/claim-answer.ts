import type { Deps } from '../../claims/deps.ts';
import { subscriptionFacts } from '../../claims/draft/subscription-facts.ts';
import type { Claim } from '../../domain/claim.ts';
import { noteFacts } from '../../telemetry/operation.ts';
import { claimView } from './claim-view.ts';
import type { HttpAnswer } from './http-answer.ts';
import { etagOf } from './preconditions.ts';

/** `mayAct`: whether the caller may do more than read it. */
type ClaimAnswer = { status?: number | undefined; headers?: Record<string, string>; mayAct?: boolean };

/** A claim as the answer to a request. */
export const claimAnswer = async (
  deps: Deps,
  claim: Claim,
  { status = 200, headers = {}, mayAct = true }: ClaimAnswer = {},
): Promise<HttpAnswer> => {
  noteFacts({ claimId: claim.id, status: claim.status });
  return {
    status,
    headers: { ETag: etagOf(claim), ...headers },
    json: claimView(claim, await subscriptionFacts(deps, claim), mayAct),
  };
};
