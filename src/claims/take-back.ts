import type { Claim, ClaimRef } from '../domain/claim.ts';
import { Problem } from '../domain/result.ts';
import type { LinkFacts } from '../identity/decision-links.ts';
import { changeClaim } from './change-claim.ts';
import { intendClosing } from './close-claim.ts';
import type { Deps, Workflow } from './deps.ts';
import { ended } from './end-claim.ts';
import { resumeWorkflow } from './reach-workflow.ts';
import { type LinkView, viewForLink } from './record-decision.ts';

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
  const reading = await deps.links.read(token);
  if (reading.state === 'invalid') return { recorded: false, view: { show: 'invalid' } };
  if (reading.state === 'expired') return { recorded: false, view: { show: 'expired' } };

  const { partnerId, claimId } = reading.facts;
  const ref: ClaimRef = { partnerId, claimId };
  const stored = await changeClaim(
    deps,
    ref,
    (claim, now) =>
      isOpen(claim, reading.facts, now) ? ended(claim, { actor: customerOf(claim), now, reason }) : 'unchanged',
    intendClosing(deps, ref),
  );
  if (stored instanceof Problem) {
    if (stored.code === 'claim-not-found') return { recorded: false, view: { show: 'invalid' } };
    throw new Error(`A taking back could not be recorded: ${stored.code}.`);
  }
  const { claim } = stored;
  const view = viewForLink(claim, reading.facts, deps.now());
  const recorded = view.show === 'outcome' && claim.status === 'ended' && claim.endedBy === 'customer';
  // Also when it is so already: the first try may have died before the orchestration was started.
  if (recorded && claim.carriedThroughAt === undefined) await resumeWorkflow(deps, workflow, ref);
  return { recorded, view };
};

const isOpen = (claim: Claim, facts: LinkFacts, now: Date): boolean =>
  claim.status === 'approved' && viewForLink(claim, facts, now).show === 'outcome';

const customerOf = ({ customerContact }: Claim) => ({
  kind: 'customer' as const,
  ...(customerContact?.name ? { name: customerContact.name } : {}),
});
