import { type Claim, refOf, watchedOf } from '../../domain/claim.ts';
import { isNear, isOver, lastDayOf, nextLook } from '../../domain/customer/subscription-end.ts';
import { system } from '../../domain/history.ts';
import { watchTimes } from '../../domain/next-step.ts';
import { Problem } from '../../lib/result.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import type { WatchRow } from '../../storage/ledger/watch-rows.ts';
import { changeClaim } from '../change-claim.ts';
import { beforeClosing } from '../close-claim.ts';
import { endingChange } from '../decision/end-claim.ts';
import type { Deps, Workflow } from '../deps.ts';
import { addWatchRows } from '../ledger-watch.ts';
import { resumeWorkflow } from '../wake-workflow.ts';

/** What was done about an approved claim whose subscriptions were checked. */
export type SubscriptionFinding =
  | 'nothing-to-do'
  | 'subscription-announced'
  | 'subscription-renewed'
  | 'subscription-ended';

/**
 * Ends an association with the subscriptions that it is for, and announces the end to the partner before. A subscription that was
 * renewed in between has a later last day. Safe to repeat.
 */
export const checkSubscriptions = async (
  deps: Deps,
  workflow: Workflow,
  { claim }: StoredClaim,
  row: WatchRow,
): Promise<SubscriptionFinding> => {
  if (claim.status !== 'approved') {
    await deps.ledger.watch.remove(claim.id, row.dueAt);
    return 'nothing-to-do';
  }
  const known = await deps.reference.subscriptions(claim.customer.directoryId);
  const now = deps.now();
  const lastDay = lastDayOf(claim, known, now);
  let finding: SubscriptionFinding = 'nothing-to-do';
  const isAnnounced = claim.subscriptionsEndOn === lastDay;
  // An end that became known late, or was loaded by mistake, is announced before it takes effect.
  if (lastDay !== undefined && isOver(lastDay, now) && isAnnounced) {
    await change(deps, workflow, claim, () => end(deps, claim));
    finding = 'subscription-ended';
  } else if (lastDay !== undefined && isNear(lastDay, deps.subscriptionNoticeDays, now) && !isAnnounced) {
    await change(deps, workflow, claim, () => announce(deps, claim, lastDay));
    finding = 'subscription-announced';
  } else if (claim.subscriptionsEndOn !== undefined && !isAnnounced) {
    await change(deps, workflow, claim, () => renew(deps, claim, lastDay));
    finding = 'subscription-renewed';
  }
  // The new row first: a crash in between leaves one row too many, never none.
  if (finding !== 'subscription-ended') {
    const dueAt = nextLook(now, lastDay, deps.subscriptionNoticeDays);
    await deps.ledger.watch.add(watchedOf(claim), { kind: 'subscriptions', dueAt });
  }
  await deps.ledger.watch.remove(claim.id, row.dueAt);
  return finding;
};

const change = async (deps: Deps, workflow: Workflow, claim: Claim, act: () => ReturnType<typeof changeClaim>) => {
  const changed = await act();
  if (changed instanceof Problem) throw new Error(`An approved claim was not changed: ${changed.code}.`);
  if (watchTimes(changed.claim, deps.graceSeconds).length > 0) await resumeWorkflow(deps, workflow, refOf(claim));
};

const end = (deps: Deps, claim: Claim) =>
  changeClaim(
    deps,
    refOf(claim),
    // A partner or customer may have ended it in the meantime.
    (current, now) =>
      current.status === 'approved'
        ? endingChange(current, { actor: system, now, reason: 'subscription-ended' })
        : 'unchanged',
    beforeClosing(deps),
  );

const announce = (deps: Deps, claim: Claim, lastDay: string) =>
  changeClaim(
    deps,
    refOf(claim),
    (current, now) => {
      const { status, version, notices = [] } = current;
      if (status !== 'approved' || current.subscriptionsEndOn === lastDay) return 'unchanged';
      const notice = { kind: 'subscription-ending' as const, number: version + 1, since: now.toISOString() };
      return {
        claim: { ...current, subscriptionsEndOn: lastDay, notices: [...notices, notice] },
        entries: [{ actor: system, event: 'subscription-end-near', detail: { lastDay } }],
      };
    },
    {
      beforeWrite: (after) => addWatchRows(deps, after),
    },
  );

/** The announced end will not come: the claim no longer shows it, and the next one is announced again. */
const renew = (deps: Deps, claim: Claim, lastDay: string | undefined) =>
  changeClaim(deps, refOf(claim), (current) => {
    const { subscriptionsEndOn, ...rest } = current;
    if (current.status !== 'approved' || subscriptionsEndOn === undefined) return 'unchanged';
    const detail = { announced: subscriptionsEndOn, ...(lastDay ? { lastDay } : {}) };
    return {
      claim: rest,
      entries: [{ actor: system, event: 'subscription-renewed', detail }],
    };
  });
