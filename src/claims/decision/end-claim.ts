import type { Claim } from '../../domain/claim.ts';
import { nextStatus } from '../../domain/claim-state.ts';
import type { Actor } from '../../domain/history.ts';
import { withoutUnits } from '../../domain/reservation/reservation.ts';
import { Problem } from '../../lib/result.ts';
import type { Change } from '../change-claim.ts';

type Ending = { actor: Actor & { kind: keyof typeof endings }; now: Date; reason?: string | undefined };
const endings = {
  partner: 'disassociate',
  customer: 'take-back',
  system: 'subscription-ended',
  operator: 'end',
} as const;

/** The change that ends an approved association: something remains to be done again, namely to tell both sides. */
export const endingChange = (claim: Claim, { actor, now, reason }: Ending): Change | Problem => {
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
