import { type Claim, watchedOf } from '../domain/claim.ts';
import { hasSubscriptions, nextLook } from '../domain/customer/subscription-end.ts';
import { watchTimes } from '../domain/next-step.ts';
import { retentionOf } from '../domain/retention/retention.ts';
import type { RelatedRows } from '../storage/ledger/ledger.ts';
import type { AfterWrite } from './change-claim.ts';
import type { Deps } from './deps.ts';

/**
 * Adds a ledger row for each due time of the claim's next steps. Call before writing the claim. With `before`, the result removes
 * the rows that the change leaves without a step.
 */
export const addWatchRows = async (deps: Deps, claim: Claim, before?: Claim): Promise<AfterWrite | undefined> => {
  for (const dueAt of watchTimes(claim, deps.graceSeconds)) {
    await deps.ledger.watch.add(watchedOf(claim), { kind: 'step', dueAt });
  }
  return replacedRows(deps, claim, before);
};

/**
 * Finds the rows for steps of `before` that the changed claim no longer has; the result removes them. They are read before the
 * claim is written: a later change that needs one again writes it again, and what was written since is not removed. A crash leaves
 * one row too many, which the reconciler removes when it is due.
 */
export const replacedRows = async (deps: Deps, claim: Claim, before?: Claim): Promise<AfterWrite | undefined> => {
  const kept = watchTimes(claim, deps.graceSeconds);
  const replaced = (before ? watchTimes(before, deps.graceSeconds) : []).filter((dueAt) => !kept.includes(dueAt));
  const rows: { dueAt: string; etag: string }[] = [];
  for (const dueAt of replaced) {
    const etag = await deps.ledger.watch.etagOf(claim.id, dueAt);
    if (etag !== undefined) rows.push({ dueAt, etag });
  }
  if (rows.length === 0) return undefined;
  return async () => {
    for (const { dueAt, etag } of rows) await deps.ledger.watch.removeUnchanged(claim.id, dueAt, etag);
  };
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
