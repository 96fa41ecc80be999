import type { Claim } from '../../domain/claim.ts';
import { nextStatus, phaseOf } from '../../domain/claim-state.ts';
import type { Actor } from '../../domain/history.ts';
import { withoutUnits } from '../../domain/reservation/reservation.ts';
import { Problem } from '../../lib/result.ts';
import type { Change } from '../change-claim.ts';

/** `supersededBy`: the partner whom the customer approved instead; then `reason` is not needed. */
type Ending = {
  actor: Actor & { kind: keyof typeof endings };
  now: Date;
  reason?: string | undefined;
  supersededBy?: string;
};
const endings = {
  partner: 'disassociate',
  customer: 'take-back',
  system: 'subscription-ended',
  operator: 'end',
} as const;

/** The change that ends an approved association: something remains to be done again, namely to tell both sides. */
export const endingChange = (claim: Claim, { actor, now, reason, supersededBy }: Ending): Change | Problem => {
  const event = supersededBy === undefined ? endings[actor.kind] : 'supersede';
  const status = nextStatus(phaseOf(claim), event, actor.kind);
  if (status instanceof Problem) return status;
  const { settledAt, ...kept } = withoutUnits(claim);
  const why = supersededBy === undefined ? reason : 'superseded';
  return {
    claim: {
      ...kept,
      status,
      statusReason: why ?? actor.kind,
      endedBy: actor.kind,
      endedAt: now.toISOString(),
      ...(supersededBy === undefined ? {} : { supersededBy }),
    },
    entries: [{ actor, event: 'ended', ...(why ? { detail: { reason: why } } : {}) }],
  };
};
