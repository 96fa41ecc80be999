import { type Claim, type Decision, watchedOf } from '../domain/claim.ts';
import { type ActorKind, type ClaimEvent, nextStatus, phaseOf } from '../domain/claim-state.ts';
import type { Actor } from '../domain/history.ts';
import { watchTimes } from '../domain/next-step.ts';
import { withoutUnits } from '../domain/reservation/reservation.ts';
import { present } from '../lib/present.ts';
import { Problem } from '../lib/result.ts';
import type { Change, ChangeOptions } from './change-claim.ts';
import type { Deps } from './deps.ts';
import { replacedRows } from './ledger-watch.ts';

type Closing = {
  event: ClaimEvent;
  actor: Actor & { kind: ActorKind };
  now: Date;
  reason?: string | undefined;
  consent?: 'explicit' | 'silence';
  decision?: Claim['decision'];
};

/** The change that ends the wait for the customer, by whomever. */
export const closingChange = (
  claim: Claim,
  { event, actor, now, reason, consent, decision }: Closing,
): Change | Problem => {
  const status = nextStatus(phaseOf(claim), event, actor.kind);
  if (status instanceof Problem) return status;
  const statusReason = reason || undefined;
  const detail = present({ reason: statusReason, consent, ...(decision ? codeDetail(decision) : {}) });
  const withdrawnBy = actor.kind === 'partner' || actor.kind === 'operator' ? actor.kind : undefined;
  return {
    claim: {
      // An approved claim keeps its reservations.
      ...withoutWaits(status === 'approved' ? claim : withoutUnits(claim)),
      status,
      closedAt: now.toISOString(),
      ...present({ statusReason, consent, decision, withdrawnBy }),
    },
    entries: [{ actor, event: status, ...(Object.keys(detail).length > 0 ? { detail } : {}) }],
  };
};

/** What the history keeps of a code that was typed: to whom and when it had been sent. */
export const codeDetail = ({ code }: Decision): { to?: string; codeSentAt?: string } =>
  code === undefined ? {} : { to: code.sentTo, codeSentAt: code.sentAt };

const withoutWaits = ({ inquiry, question, ...rest }: Claim): Claim => rest;

/** Before the claim is closed, adds a ledger row by when both sides must have been told; then removes the row of a pause. */
export const beforeClosing = (deps: Deps): Required<Pick<ChangeOptions, 'beforeWrite'>> => ({
  beforeWrite: async (after, before) => {
    const [closing] = watchTimes(after, deps.graceSeconds);
    if (closing !== undefined) await deps.ledger.watch.add(watchedOf(after), { kind: 'step', dueAt: closing });
    return replacedRows(deps, after, before);
  },
});
