import type { Claim } from '../../domain/claim.ts';
import { nextStatus, phaseOf } from '../../domain/claim-state.ts';
import { customerActor } from '../../domain/customer/customer-actor.ts';
import { Problem } from '../../lib/result.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import { type Change, unchanged } from '../change-claim.ts';
import { beforeClosing, closingChange } from '../close-claim.ts';
import type { Deps, Workflow } from '../deps.ts';
import { completeApproval } from '../holder/complete-approval.ts';
import { takeSubjects } from '../holder/take-subjects.ts';
import { nudgeWorkflow, resumeWorkflow } from '../wake-workflow.ts';
import { changeByLink, type LinkView } from './open-link.ts';

/** `seen`: who held what is asked for, as the page said it: see `seenOf`. */
export type CustomerAnswer = { outcome: 'approved' | 'declined'; reason?: string; seen: string };

/**
 * Records the customer's answer: the record first, then the nudge. The same answer again is a success that changes nothing;
 * another answer finds the first one standing. An approval first takes what is asked for; when another partner's association has to
 * end for it, that comes between the answer and the approval. `holdersChanged`: others hold it by now than the page said, and
 * nothing was recorded. The view says what stands now.
 */
export const recordDecision = async (
  deps: Deps,
  workflow: Workflow,
  token: string,
  answer: CustomerAnswer,
): Promise<{ recorded: boolean; holdersChanged?: true; view: LinkView }> => {
  const changed = await changeByLink<LinkView | 'holders-changed'>(
    deps,
    token,
    async (claim, view, now) => {
      if (view.show !== 'request') return unchanged(view);
      if (answer.outcome === 'declined') return decisionChange(claim, answer, now);
      const taken = await takeSubjects(deps, claim, { seen: answer.seen, now });
      if ('heldBy' in taken) return unchanged('holders-changed');
      return taken.from.length === 0 ? decisionChange(claim, answer, now) : takeoverChange(claim, answer, now);
    },
    // The row that watches an approval was written together with what it takes.
    () => ({
      beforeWrite: async (after) => (after.status === 'declined' ? beforeClosing(deps).beforeWrite(after) : undefined),
    }),
  );
  if (!('claim' in changed)) return { recorded: false, view: changed.view };
  const reason = changed.unchanged;
  if (reason === undefined) {
    const claim = await completed(deps, workflow, changed);
    await nudgeWorkflow(deps, workflow, changed.ref);
    return { recorded: true, view: { show: 'outcome', claim } };
  }
  if (reason === 'holders-changed') return { recorded: false, holdersChanged: true, view: changed.view };
  const standing = reason.show === 'outcome' && reason.claim.decision?.outcome === answer.outcome;
  return { recorded: standing, view: reason };
};

/** The answer is on the record: what fails from here on is carried through by the reconciler. */
const completed = async (deps: Deps, workflow: Workflow, stored: StoredClaim): Promise<Claim> => {
  try {
    const approved = await completeApproval(deps, stored, (ref) => resumeWorkflow(deps, workflow, ref));
    return approved instanceof Problem ? stored.claim : approved.claim;
  } catch {
    deps.log('approval-not-completed', { claimId: stored.claim.id });
    return stored.claim;
  }
};

const decisionOf = ({ outcome, reason }: CustomerAnswer, now: Date): Claim['decision'] & object => ({
  outcome,
  decidedAt: now.toISOString(),
  ...(reason ? { reason } : {}),
});

const decisionChange = (claim: Claim, answer: CustomerAnswer, now: Date) => {
  const { outcome, reason } = answer;
  return closingChange(claim, {
    event: outcome === 'approved' ? 'approve' : 'decline',
    actor: customerActor(claim),
    now,
    reason,
    ...(outcome === 'approved' ? { consent: 'explicit' as const } : {}),
    decision: decisionOf(answer, now),
  });
};

/** The approval is on the record, and the claim approved once the former association has ended. */
const takeoverChange = (claim: Claim, answer: CustomerAnswer, now: Date): Change | Problem => {
  const status = nextStatus(phaseOf(claim), 'approve-takeover', 'customer');
  if (status instanceof Problem) return status;
  return {
    claim: { ...claim, status, decision: decisionOf(answer, now) },
    entries: [{ actor: customerActor(claim), event: 'approve-takeover' }],
  };
};
