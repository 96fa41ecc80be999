import type { Claim } from '../../domain/claim.ts';
import type { LinkFacts } from '../../identity/decision-links.ts';
import { intendClosing } from '../close-claim.ts';
import type { Deps, Workflow } from '../deps.ts';
import { resumeWorkflow } from '../wake-workflow.ts';
import { ended } from './end-claim.ts';
import { changeByLink, type LinkView, viewForLink } from './record-decision.ts';

/**
 * The customer takes an approval back, with the link of the receipt or that of the request: the record first, then the
 * orchestration. Again is a success that changes nothing. The view says what stands now.
 */
export const takeBack = async (
  deps: Deps,
  workflow: Workflow,
  token: string,
  reason: string | undefined,
): Promise<{ recorded: boolean; view: LinkView }> => {
  const changed = await changeByLink(
    deps,
    token,
    (claim, facts, now) =>
      isOpen(claim, facts, now) ? ended(claim, { actor: customerOf(claim), now, reason }) : 'unchanged',
    () => intendClosing(deps),
  );
  if ('view' in changed) return { recorded: false, view: changed.view };
  const { claim, facts, ref } = changed;
  const view = viewForLink(claim, facts, deps.now());
  const recorded = view.show === 'outcome' && claim.status === 'ended' && claim.endedBy === 'customer';
  // Also when it is so already: the first try may have died before the orchestration was started.
  if (recorded && claim.settledAt === undefined) await resumeWorkflow(deps, workflow, ref);
  return { recorded, view };
};

const isOpen = (claim: Claim, facts: LinkFacts, now: Date): boolean =>
  claim.status === 'approved' && viewForLink(claim, facts, now).show === 'outcome';

const customerOf = ({ customerContact }: Claim) => ({
  kind: 'customer' as const,
  ...(customerContact?.name ? { name: customerContact.name } : {}),
});
