import { type Claim, watchedOf } from '../domain/claim.ts';
import { hasSubscriptions, nextLook } from '../domain/customer/subscription-end.ts';
import { watchTimes } from '../domain/next-step.ts';
import { subjectsOf } from '../domain/reservation/contest.ts';
import { keptAs } from '../domain/retention/retention.ts';
import type { Beside } from '../storage/ledger.ts';
import type { Deps } from './deps.ts';

/** Files by when each next step of a claim must have happened, beside the rows that it has: before the record asks for it. */
export const fileSteps = async (deps: Deps, claim: Claim): Promise<void> => {
  for (const dueAt of watchTimes(claim, deps.graceS)) await deps.ledger.file(watchedOf(claim), dueAt);
};

/** Puts the rows that a claim's record asks for in the place of those at `from`. Safe to repeat. */
export const refile = (deps: Deps, claim: Claim, from: string[]): Promise<void> =>
  deps.ledger.move(watchedOf(claim), from, watchTimes(claim, deps.graceS), besideOf(claim, deps.now()));

/**
 * What a claim that is over or carried through lets go of, or has looked at from then on: by the record alone, since a crash may
 * have come between it and these rows.
 */
const besideOf = (claim: Claim, now: Date): Beside => {
  const kept = keptAs(claim);
  if (kept !== undefined) return { kept, ...(claim.submittedAt === undefined ? {} : { release: subjectsOf(claim) }) };
  if (claim.carriedThroughAt === undefined) return {};
  const subscriptionsAt = nextLook(new Date(claim.carriedThroughAt));
  // That row was struck once it was due; it is not to come back.
  return hasSubscriptions(claim) && subscriptionsAt > now.toISOString() ? { subscriptionsAt } : {};
};
