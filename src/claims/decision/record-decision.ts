import type { Claim } from '../../domain/claim.ts';
import { unchanged } from '../change-claim.ts';
import { beforeClosing, closingChange } from '../close-claim.ts';
import type { Deps, Workflow } from '../deps.ts';
import { nudgeWorkflow } from '../wake-workflow.ts';
import { changeByLink, type LinkView } from './open-link.ts';

export type CustomerAnswer = { outcome: 'approved' | 'declined'; reason?: string };

/**
 * Records the customer's answer: the record first, then the nudge. The same answer again is a success that changes nothing;
 * another answer finds the first one standing. The view says what stands now.
 */
export const recordDecision = async (
  deps: Deps,
  workflow: Workflow,
  token: string,
  answer: CustomerAnswer,
): Promise<{ recorded: boolean; view: LinkView }> => {
  const changed = await changeByLink(
    deps,
    token,
    (claim, view, now) => (view.show === 'request' ? decisionChange(claim, answer, now) : unchanged(view)),
    () => beforeClosing(deps),
  );
  if (!('claim' in changed)) return { recorded: false, view: changed.view };
  const view = changed.unchanged;
  if (view === undefined) {
    await nudgeWorkflow(deps, workflow, changed.ref);
    return { recorded: true, view: { show: 'outcome', claim: changed.claim } };
  }
  const standing = view.show === 'outcome' && view.claim.decision?.outcome === answer.outcome;
  return { recorded: standing, view };
};

const decisionChange = (claim: Claim, { outcome, reason }: CustomerAnswer, now: Date) => {
  const name = claim.customerContact?.name;
  return closingChange(claim, {
    event: outcome === 'approved' ? 'approve' : 'decline',
    actor: { kind: 'customer', ...(name ? { name } : {}) },
    now,
    reason,
    ...(outcome === 'approved' ? { consent: 'explicit' as const } : {}),
    decision: { outcome, decidedAt: now.toISOString(), ...(reason ? { reason } : {}) },
  });
};
