import type * as z from 'zod';
import type { Guard } from '../../claims/change-claim.ts';
import type { Deps } from '../../claims/deps.ts';
import { Problem } from '../../lib/result.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import { claimAnswer } from './answer/claim-answer.ts';
import type { HttpAnswer } from './answer/http-answer.ts';
import { readJson } from './body.ts';
import { withIdempotencyKey } from './idempotency.ts';
import { matchedVersion } from './preconditions.ts';
import type { Call } from './route.ts';

type Change<T> = (call: Call, input: T, guard: Guard) => Promise<StoredClaim | Problem>;

/** Reads the body, carries the change out once for its Idempotency-Key, and answers with the claim. */
export const changing = async <T>(
  deps: Deps,
  call: Call,
  schema: z.ZodType<T>,
  change: Change<T>,
  status?: 201 | 202,
): Promise<HttpAnswer | Problem> => {
  const ifVersion = await matchedVersion(deps, call);
  if (ifVersion instanceof Problem) return ifVersion;
  const body = await readJson(call.request, schema);
  if (body instanceof Problem) return body;
  return withIdempotencyKey(deps, {
    request: call.request,
    caller: call.caller,
    content: body.text,
    act: (answerToKeep) => change(call, body.input, { ifVersion, answerToKeep }),
    answer: (changed) => claimAnswer(deps, changed, { caller: call.caller, status }),
  });
};
