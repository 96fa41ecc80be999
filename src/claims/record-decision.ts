import type { Claim, ClaimRef } from '../domain/claim.ts';
import { Problem } from '../domain/result.ts';
import type { LinkFacts } from '../identity/decision-links.ts';
import { changeClaim } from './change-claim.ts';
import { closed, intendClosing } from './close-claim.ts';
import type { Deps, Workflow } from './deps.ts';
import { nudgeWorkflow } from './reach-workflow.ts';

export type CustomerAnswer = { outcome: 'approved' | 'declined'; reason?: string };

/** What a decision link shows: the request, what became of it, or why it is no use any more. */
export type LinkView =
  | { show: 'request'; claim: Claim }
  | { show: 'outcome'; claim: Claim }
  | { show: 'too-late'; claim: Claim }
  | { show: 'replaced' | 'expired' | 'invalid' };

/** What the holder of a link may see of the claim now. */
export const viewForLink = (claim: Claim, facts: LinkFacts, now: Date): LinkView => {
  if (claim.link === undefined) return { show: 'invalid' };
  if (claim.link.version !== facts.version) return { show: 'replaced' };
  if (claim.status !== 'submitted') return { show: 'outcome', claim };
  if (facts.purpose === 'take-back') return { show: 'invalid' };
  // The record decides, not the orchestration: it may wake late.
  const late = claim.request !== undefined && now.getTime() > Date.parse(claim.request.deadline);
  return late ? { show: 'too-late', claim } : { show: 'request', claim };
};

/** Reads what a token from outside leads to. */
export const openLink = async (deps: Deps, token: string): Promise<LinkView & { facts?: LinkFacts }> => {
  const reading = await deps.links.read(token);
  if (reading.state === 'invalid') return { show: 'invalid' };
  if (reading.state === 'expired') return { show: 'expired' };
  const claim = (await deps.claims.read(refOfLink(reading.facts)))?.claim;
  return claim === undefined
    ? { show: 'invalid' }
    : { ...viewForLink(claim, reading.facts, deps.now()), facts: reading.facts };
};

const refOfLink = ({ partnerId, claimId }: LinkFacts): ClaimRef => ({ partnerId, claimId });

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
  const reading = await deps.links.read(token);
  if (reading.state === 'invalid') return { recorded: false, view: { show: 'invalid' } };
  if (reading.state === 'expired') return { recorded: false, view: { show: 'expired' } };

  const ref = refOfLink(reading.facts);
  // Set by each try at the record; the last one is what stands.
  const seen: { view: LinkView } = { view: { show: 'invalid' } };
  const stored = await changeClaim(
    deps,
    ref,
    (claim, now) => {
      seen.view = viewForLink(claim, reading.facts, now);
      return seen.view.show === 'request' ? decided(claim, answer, now) : 'unchanged';
    },
    intendClosing(deps, ref),
  );
  if (stored instanceof Problem) {
    // Only contention can get here, or a claim that is gone; neither is the customer's doing.
    if (stored.code === 'claim-not-found') return { recorded: false, view: { show: 'invalid' } };
    throw new Error(`A decision could not be recorded: ${stored.code}.`);
  }
  const { view } = seen;
  if (view.show === 'request') {
    await nudgeWorkflow(deps, workflow, ref);
    return { recorded: true, view: { show: 'outcome', claim: stored.claim } };
  }
  const standing = view.show === 'outcome' && view.claim.decision?.outcome === answer.outcome;
  return { recorded: standing, view };
};

const decided = (claim: Claim, { outcome, reason }: CustomerAnswer, now: Date) => {
  const name = claim.customerContact?.name;
  return closed(claim, {
    event: outcome === 'approved' ? 'approve' : 'decline',
    actor: { kind: 'customer', ...(name ? { name } : {}) },
    now,
    reason,
    ...(outcome === 'approved' ? { consent: 'explicit' as const } : {}),
    decision: { outcome, decidedAt: now.toISOString(), ...(reason ? { reason } : {}) },
  });
};
