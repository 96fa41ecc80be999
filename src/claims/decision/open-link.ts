import type { Claim, ClaimRef } from '../../domain/claim.ts';
import { isApproving } from '../../domain/claim-state.ts';
import type { LinkFacts } from '../../identity/decision-links.ts';
import { Problem } from '../../lib/result.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import { noteFacts } from '../../telemetry/operation.ts';
import { type ChangeOptions, changeClaim, type Decision } from '../change-claim.ts';
import type { Deps } from '../deps.ts';
import { holdersOf } from '../holder/holders-of.ts';

/** What its page shows: with an open request, who holds what is asked for. */
export type PageView = Exclude<LinkView, { show: 'request' }> | { show: 'request'; claim: Claim; holders: Claim[] };

/** What a decision link shows: the request, what became of it, or why it is no use any more. */
export type LinkView =
  | { show: 'request'; claim: Claim }
  | { show: 'outcome'; claim: Claim }
  | { show: 'too-late' | 'other-contact' | 'inquiry'; claim: Claim }
  | { show: 'replaced' | 'expired' | 'take-back-expired' | 'invalid' };

/** What the holder of a link may see of the claim now. */
export const viewForLink = (claim: Claim, facts: LinkFacts, now: Date): LinkView => {
  if (claim.link === undefined) return { show: 'invalid' };
  if (facts.version < (claim.link.contactSince ?? 0)) return { show: 'other-contact', claim };
  if (claim.link.version !== facts.version) return { show: 'replaced' };
  if (claim.status !== 'submitted' || isApproving(claim)) return { show: 'outcome', claim };
  if (facts.purpose === 'take-back') return { show: 'invalid' };
  if (claim.inquiry !== undefined) return { show: 'inquiry', claim };
  // The record decides, not the orchestration: it may wake late.
  const isPaused = claim.question?.pausedUntil !== undefined;
  const late = !isPaused && claim.request !== undefined && now.getTime() > Date.parse(claim.request.deadline);
  return late ? { show: 'too-late', claim } : { show: 'request', claim };
};

/** Reads what a token from outside leads to. */
export const openLink = async (deps: Deps, token: string): Promise<PageView> => {
  const reading = await deps.links.read(token);
  if (reading.state === 'invalid') return { show: 'invalid' };
  if (reading.state === 'expired') return expiredView(reading.facts);
  const claim = (await deps.claims.read(refOfLink(reading.facts)))?.claim;
  if (claim) noteFacts({ claimId: claim.id, status: claim.status });
  if (claim === undefined) return { show: 'invalid' };
  const view = viewForLink(claim, reading.facts, deps.now());
  return view.show === 'request' ? { ...view, holders: await holdersOf(deps, claim) } : view;
};

const expiredView = ({ purpose }: LinkFacts): Exclude<LinkView, { show: 'request' }> => ({
  show: purpose === 'take-back' ? 'take-back-expired' : 'expired',
});

const refOfLink = ({ partnerId, claimId }: LinkFacts): ClaimRef => ({ partnerId, claimId });

/** What came of a change by link: the claim, what its link shows now, and why nothing changed. */
type ByLink<Reason> = StoredClaim & { ref: ClaimRef; view: LinkView; unchanged?: Reason };

/**
 * Changes the claim that a token from outside leads to. The view instead of a claim: the token leads nowhere. Contention that
 * does not end throws; it is not the customer's doing.
 */
export const changeByLink = async <Reason>(
  deps: Deps,
  token: string,
  decide: (claim: Claim, view: LinkView, now: Date) => Decision<Reason> | Promise<Decision<Reason>>,
  options: (ref: ClaimRef) => ChangeOptions,
): Promise<ByLink<Reason> | { view: LinkView }> => {
  const reading = await deps.links.read(token);
  if (reading.state === 'invalid') return { view: { show: 'invalid' } };
  if (reading.state === 'expired') return { view: expiredView(reading.facts) };
  const { facts } = reading;
  const ref = refOfLink(facts);
  const view = (claim: Claim, now: Date) => viewForLink(claim, facts, now);
  const stored = await changeClaim(deps, ref, (claim, now) => decide(claim, view(claim, now), now), options(ref));
  if (!(stored instanceof Problem)) return { ...stored, ref, view: view(stored.claim, deps.now()) };
  if (stored.code === 'claim-not-found') return { view: { show: 'invalid' } };
  throw new Error(`What the customer answered could not be recorded: ${stored.code}.`);
};
