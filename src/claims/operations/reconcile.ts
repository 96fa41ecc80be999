import { type Claim, type ClaimRef, refOf, watchedOf } from '../../domain/claim.ts';
import { type Actor, system } from '../../domain/history.ts';
import { watchTimes } from '../../domain/next-step.ts';
import { aboutRedrive, type Finding, redrivePlan, repairOf } from '../../domain/redrive.ts';
import { Problem } from '../../lib/result.ts';
import type { WatchRow } from '../../storage/ledger/watch-rows.ts';
import { count } from '../../telemetry/metrics.ts';
import { changeClaim } from '../change-claim.ts';
import type { Deps, Workflow } from '../deps.ts';
import { type DraftFinding, lookAtDraft } from '../draft/expire-drafts.ts';
import { moveWatchRows } from '../ledger-watch.ts';
import { lookAtSubscriptions, type SubscriptionFinding } from './watch-subscriptions.ts';

/** What was found of a claim whose row is due, and done about it. */
type Found = Finding | DraftFinding | SubscriptionFinding;

const atOnce = 8;
/** Claims looked at in one run; the rest is overdue at the next one too. */
const maxRows = 1000;
const longestPauseMs = 3_600_000;

/** Brings the orchestration of a claim in flight back: starts one that is missing or ended, nudges one that runs. */
export const repairWorkflow = async (deps: Deps, workflow: Workflow, claim: Claim, actor: Actor): Promise<Finding> => {
  const state = await workflow.state(claim.id);
  const repair = repairOf(state);
  if (repair === 'leave-suspended') return 'suspended';
  if (repair === 'wake') {
    await workflow.nudge(claim.id);
    return 'nudged';
  }
  await changeClaim(deps, refOf(claim), (current) => ({
    claim: current,
    entries: [{ actor, event: 'workflow-restarted', detail: { found: state } }],
  }));
  await workflow.start(refOf(claim));
  return 'restarted';
};

const lookAt = async (deps: Deps, workflow: Workflow, row: WatchRow): Promise<Found> => {
  const { claimId, partnerId, dueAt } = row;
  const ref: ClaimRef = { claimId, partnerId };
  const stored = await deps.claims.read(ref);
  if (stored?.claim.status === 'draft') return lookAtDraft(deps, stored, row);
  if (stored && row.kind === 'subscriptions') return lookAtSubscriptions(deps, workflow, stored, row);
  const claim = stored?.claim;
  const watched = claim === undefined ? [] : watchTimes(claim, deps.graceS);
  const now = deps.now();
  const overdue = watched.some((instant) => Date.parse(instant) <= now.getTime());
  if (claim === undefined || !overdue) {
    // A claim that never came to be or is done, or a row that was to be moved: what the record asks for is filed anew.
    if (claim === undefined) await deps.ledger.watch.remove(claimId, dueAt);
    else await moveWatchRows(deps, claim, [dueAt]);
    return 'nothing-to-do';
  }
  const finding = await repairWorkflow(deps, workflow, claim, system);
  if (finding !== 'suspended') count('reconciler.repairs', { finding });
  const attempts = row.attempts + 1;
  const pauseMs = Math.min(deps.graceS * 1000 * 2 ** Math.min(attempts - 1, 10), longestPauseMs);
  // The new row first: a crash in between leaves one row too many, never none.
  const next = new Date(now.getTime() + pauseMs).toISOString();
  await deps.ledger.watch.add(watchedOf(claim), { kind: 'step', dueAt: next, attempts, finding });
  await deps.ledger.watch.remove(claimId, dueAt);
  return finding;
};

/** Compares ledger, record and orchestration for everything that is overdue, and mends what does not agree. */
export const reconcile = async (deps: Deps, workflow: Workflow): Promise<Record<Found | 'failed', number>> => {
  const counts = {
    ...{ 'nothing-to-do': 0, restarted: 0, nudged: 0, suspended: 0, failed: 0 },
    ...{ 'draft-announced': 0, 'draft-cancelled': 0 },
    ...{ 'subscription-announced': 0, 'subscription-renewed': 0, 'subscription-ended': 0 },
  };
  const overdue: WatchRow[] = [];
  for await (const row of deps.ledger.watch.overdue(deps.now().toISOString())) {
    overdue.push(row);
    if (overdue.length >= maxRows) break;
  }
  const worker = async (): Promise<void> => {
    for (let row = overdue.shift(); row !== undefined; row = overdue.shift()) {
      try {
        counts[await lookAt(deps, workflow, row)] += 1;
      } catch {
        // One claim that cannot be mended now must not keep the others waiting; it stays overdue.
        counts.failed += 1;
        deps.log('reconcile-failed', { claimId: row.claimId });
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return counts;
};

/** An operator's push: clears the mark on the claim and brings its orchestration back. */
export const redrive = async (
  deps: Deps,
  workflow: Workflow,
  actor: Actor,
  ref: ClaimRef,
  reason: string,
): Promise<Claim | Problem> => {
  const stored = await changeClaim(
    deps,
    ref,
    (claim) => {
      // Which state the orchestration is in has no part in whether there is anything to do.
      if (redrivePlan(aboutRedrive(claim, deps.graceS), 'ended').does === 'nothing') {
        return new Problem('action-not-allowed', `The claim is ${claim.status} and nothing remains to be done.`);
      }
      const { attention, ...kept } = claim;
      return {
        claim: kept,
        entries: [{ actor, event: 'redriven', detail: { reason } }],
      };
    },
    { beforeWrite: () => deps.ledger.attention.remove(ref.claimId) },
  );
  if (stored instanceof Problem) return stored;
  // A mark on a claim of which nothing remains to be done is only cleared.
  if (watchTimes(stored.claim, deps.graceS).length > 0) await repairWorkflow(deps, workflow, stored.claim, actor);
  return stored.claim;
};
