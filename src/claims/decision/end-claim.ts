import type { Claim, ClaimRef } from '../../domain/claim.ts';
import { nextStatus } from '../../domain/claim-state.ts';
import type { Actor } from '../../domain/history.ts';
import { withoutUnits } from '../../domain/reservation/reservation.ts';
import { asActor, type Caller } from '../../identity/caller.ts';
import { Problem } from '../../lib/result.ts';
import { type Change, changeClaim, type Guard } from '../change-claim.ts';
import { intendClosing } from '../close-claim.ts';
import type { Deps, Workflow } from '../deps.ts';
import { resumeWorkflow } from '../wake-workflow.ts';

type Ending = { actor: Actor & { kind: keyof typeof endings }; now: Date; reason?: string | undefined };
const endings = { partner: 'disassociate', customer: 'take-back', system: 'subscription-ended' } as const;

/** The change that ends an approved association: something remains to be done again, namely to tell both sides. */
export const ended = (claim: Claim, { actor, now, reason }: Ending): Change | Problem => {
  const status = nextStatus(claim.status, endings[actor.kind], actor.kind);
  if (status instanceof Problem) return status;
  const { settledAt, ...kept } = withoutUnits(claim);
  return {
    claim: {
      ...kept,
      status,
      statusReason: reason ?? actor.kind,
      endedBy: actor.kind,
      endedAt: now.toISOString(),
    },
    entries: [{ actor, event: 'ended', ...(reason ? { detail: { reason } } : {}) }],
  };
};

/** The partner gives the association up. */
export const disassociate = async (
  deps: Deps,
  workflow: Workflow,
  caller: Caller,
  ref: ClaimRef,
  reason: string,
  guard: Guard,
) => {
  const actor = { ...asActor(caller), kind: 'partner' as const };
  const stored = await changeClaim(deps, ref, (claim, now) => ended(claim, { actor, now, reason }), {
    ...intendClosing(deps),
    ...guard,
  });
  if (!(stored instanceof Problem)) await resumeWorkflow(deps, workflow, ref);
  return stored;
};
