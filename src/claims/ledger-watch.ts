import { type Claim, watchedOf } from '../domain/claim.ts';
import { hasSubscriptions, nextLook } from '../domain/customer/subscription-end.ts';
import { watchTimes } from '../domain/next-step.ts';
import { retentionOf } from '../domain/retention/retention.ts';
import type { RelatedRows } from '../storage/ledger/ledger.ts';
import type { Deps } from './deps.ts';

/** Adds a ledger row for each due time of the claim's next steps. Call before writing the claim. */
export const addWatchRows = async (deps: Deps, claim: Claim): Promise<void> => {
  for (const dueAt of watchTimes(claim, deps.graceSeconds)) {
    await deps.ledger.watch.add(watchedOf(claim), { kind: 'step', dueAt });
  }
};

/** Replaces the rows due at `from` by the rows that the claim's record asks for. Safe to repeat. */
export const moveWatchRows = (deps: Deps, claim: Claim, from: string[]): Promise<void> =>
  deps.ledger.move(watchedOf(claim), from, watchTimes(claim, deps.graceSeconds), relatedRows(claim, deps.now()));

/**
 * Rows to add or remove once a claim is closed or settled, derived from the record only, because a crash may separate the two
 * writes.
 */
const relatedRows = (claim: Claim, now: Date): RelatedRows => {
  const retention = retentionOf(claim);
  if (retention !== undefined) return { retention };
  if (claim.settledAt === undefined) return {};
  const subscriptionsAt = nextLook(new Date(claim.settledAt));
  // A row in the past has been looked at and removed: it must not come back.
  return hasSubscriptions(claim) && subscriptionsAt > now.toISOString() ? { subscriptionsAt } : {};
};
