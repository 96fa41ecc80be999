import type { Claim } from '../../domain/claim.ts';
import { customerActor } from '../../domain/customer/customer-actor.ts';
import { beforeClosing } from '../close-claim.ts';
import type { Deps, Workflow } from '../deps.ts';
import { resumeWorkflow } from '../wake-workflow.ts';
import { endingChange } from './end-claim.ts';
import { changeByLink, type LinkView } from './open-link.ts';

/**
 * The customer withdraws an approval, with the link of the receipt or that of the request: the record first, then the
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
    (claim, view, now) =>
      canWithdraw(claim, view) ? endingChange(claim, { actor: customerActor(claim), now, reason }) : 'unchanged',
    () => beforeClosing(deps),
  );
  if (!('claim' in changed)) return { recorded: false, view: changed.view };
  const { claim, view, ref } = changed;
  const recorded = view.show === 'outcome' && claim.status === 'ended' && claim.endedBy === 'customer';
  // Also when it is so already: the first try may have died before the orchestration was started.
  if (recorded && claim.settledAt === undefined) await resumeWorkflow(deps, workflow, ref);
  return { recorded, view };
};

const canWithdraw = ({ status }: Claim, { show }: LinkView): boolean => status === 'approved' && show === 'outcome';
