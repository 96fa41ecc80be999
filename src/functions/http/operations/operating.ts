import type * as z from 'zod';
import type { Deps } from '../../../claims/deps.ts';
import { locateClaim } from '../../../claims/locate-claim.ts';
import type { OperatorChange } from '../../../claims/operations/actions/operator-change.ts';
import { openDeadline } from '../../../domain/request/open-deadline.ts';
import { asActor } from '../../../identity/caller.ts';
import { Problem } from '../../../lib/result.ts';
import type { StoredClaim } from '../../../storage/claims/claim-rows.ts';
import type { HttpAnswer } from '../answer/http-answer.ts';
import { readJson } from '../body.ts';
import { withIdempotencyKey } from '../idempotency.ts';
import type { Call } from '../route.ts';

type Act<T> = (change: OperatorChange & T) => Promise<StoredClaim | Problem>;

/** Reads the body, finds the claim, carries the operator's change out once for its Idempotency-Key, and says how the claim is now. */
export const operating = async <T extends { reason: string }>(
  deps: Deps,
  { request, caller, param, workflow }: Call,
  schema: z.ZodType<T>,
  act: Act<T>,
): Promise<HttpAnswer | Problem> => {
  const body = await readJson(request, schema);
  if (body instanceof Problem) return body;
  const ref = await locateClaim(deps, workflow(), param('id'));
  if (ref instanceof Problem) return ref;
  const by = { ...asActor(caller, 'operator'), kind: 'operator' as const };
  return withIdempotencyKey(deps, {
    request,
    // The answer is saved in the partition of the claim.
    caller: { ...caller, partnerId: ref.partnerId },
    asOperator: true,
    content: body.text,
    act: (answerToKeep) => act({ ...body.input, by, ref, guard: { answerToKeep } }),
    answer: async (claim) => {
      const { id, status, inquiry } = claim;
      return { status: 200, json: { id, status, inquiry, deadline: openDeadline(claim) } };
    },
  });
};
