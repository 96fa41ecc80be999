import type { ClaimStatus } from '../../../domain/claim-state.ts';
import type { Actor } from '../../../domain/history.ts';
import { inBatches } from '../../../lib/in-batches.ts';
import { present } from '../../../lib/present.ts';
import type { ProblemCode } from '../../../lib/problem-codes.ts';
import { Problem } from '../../../lib/result.ts';
import type { Deps, Workflow } from '../../deps.ts';
import { claimsInFlight } from '../list-in-flight.ts';
import { redriveClaim } from './redrive-claim.ts';

/** Which claims, and where to continue. `matching` is a part of their `reason`; case does not matter. */
export type RedriveAll = { by: Actor; state: 'stuck' | 'attention'; matching?: string; reason: string; after?: string };
export type Redriven =
  | { claimId: string; outcome: 'redriven'; status: ClaimStatus }
  | { claimId: string; outcome: ProblemCode };

const maxLooked = 50;
const concurrency = 8;

/** Redrives the matching claims among the next 50. The action is logged first, and each claim has it in its history as well. */
export const redriveAll = async (
  deps: Deps,
  workflow: Workflow,
  { by, state, matching = '', reason, after }: RedriveAll,
): Promise<{ value: Redriven[]; next?: string }> => {
  const subject = matching === '' ? state : `${state}: ${matching}`;
  const conclude = await deps.operationsLog.note({
    at: deps.now().toISOString(),
    by,
    action: 'redrive-all',
    subject,
    reason,
  });
  const { value: claims, next } = await claimsInFlight(deps, present({ state, top: maxLooked, after }));
  const matched = claims.filter(({ reason: why }) => why.toLowerCase().includes(matching.toLowerCase()));
  const value = await inBatches(matched, concurrency, async ({ claimId, partnerId }): Promise<Redriven> => {
    const claim = await redriveClaim(deps, { claimId, partnerId }, { workflow, by, reason });
    return claim instanceof Problem
      ? { claimId, outcome: claim.code }
      : { claimId, outcome: 'redriven', status: claim.status };
  });
  await conclude('done');
  return present({ value, next });
};
