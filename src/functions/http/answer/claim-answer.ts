import type { Deps } from '../../../claims/deps.ts';
import { submissionFacts } from '../../../claims/draft/submission-facts.ts';
import type { Claim } from '../../../domain/claim.ts';
import type { Caller } from '../../../identity/caller.ts';
import { noteFacts } from '../../../telemetry/operation.ts';
import { etagOf } from '../preconditions.ts';
import { claimView } from './claim-view.ts';
import type { HttpAnswer } from './http-answer.ts';

/** `caller`: of the claim's partner. Operators see what its administrators see. */
type ClaimAnswer = {
  caller: Caller | 'operator';
  status?: number | undefined;
  headers?: Record<string, string>;
};

/** A claim as the answer to a request. */
export const claimAnswer = async (
  deps: Deps,
  claim: Claim,
  { caller, status = 200, headers = {} }: ClaimAnswer,
): Promise<HttpAnswer> => {
  noteFacts({ claimId: claim.id, status: claim.status });
  const mayAct = caller === 'operator' || caller.roles.includes('Partner.Admin');
  const facts = await submissionFacts(deps, claim, caller === 'operator' ? undefined : caller.email);
  return {
    status,
    headers: { ETag: etagOf(claim), ...headers },
    json: claimView(claim, { ...facts, mayAct, maxFiles: deps.limits.maxFiles, now: deps.now(), policy: deps.policy }),
  };
};
