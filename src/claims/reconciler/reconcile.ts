import { watchedOf } from '../../domain/claim.ts';
import { system } from '../../domain/history.ts';
import { watchTimes } from '../../domain/next-step.ts';
import { type Finding, isOverdue } from '../../domain/redrive.ts';
import type { WatchRow } from '../../storage/ledger/watch-rows.ts';
import { count } from '../../telemetry/metrics.ts';
import type { Deps, Workflow } from '../deps.ts';
import { type DraftFinding, expireDraft } from '../draft/expire-draft.ts';
import { healSubjects } from '../holder/heal-subjects.ts';
import { moveWatchRows } from '../ledger-watch.ts';
import { fileRowTime } from '../proof/announce-files.ts';
import { checkSubscriptions, type SubscriptionFinding } from './check-subscriptions.ts';
import { leaveDraft, overtakeWriters } from './overtake-writers.ts';
import { repairWorkflow } from './repair-workflow.ts';
import { type FilesFinding, sweepFiles } from './sweep-files.ts';

/** What the reconciler found of a claim whose row is due, and did about it. */
type Found = Finding | DraftFinding | SubscriptionFinding | FilesFinding;

const concurrency = 8;
/** Rows in one run. The rest stays overdue for the next one. */
const maxRows = 1000;
const maxPauseMs = 3_600_000;

/** Compares ledger, record and orchestration for everything that is overdue, and repairs what does not agree. */
export const reconcile = async (deps: Deps, workflow: Workflow): Promise<Record<Found | 'failed', number>> => {
  const counts: Record<Found | 'failed', number> = {
    'nothing-to-do': 0,
    restarted: 0,
    nudged: 0,
    suspended: 0,
    failed: 0,
    'draft-announced': 0,
    'draft-cancelled': 0,
    'subscription-announced': 0,
    'subscription-renewed': 0,
    'subscription-ended': 0,
    'files-removed': 0,
  };
  const overdue: WatchRow[] = [];
  for await (const row of deps.ledger.watch.overdue(deps.now().toISOString())) {
    overdue.push(row);
    if (overdue.length >= maxRows) break;
  }
  const reconcileNext = async (row: WatchRow): Promise<void> => {
    try {
      counts[await reconcileRow(deps, workflow, row)] += 1;
    } catch {
      counts.failed += 1;
      deps.log('reconcile-failed', { claimId: row.claimId });
      await postpone(deps, row, row.finding).catch(() => undefined);
    }
  };
  // One after the other, rows of a claim find what was repaired for those before them.
  const claims = Map.groupBy(overdue, ({ claimId }) => claimId).values();
  const worker = async (): Promise<void> => {
    // Workers share one iterator; it hands each claim out once.
    for (const rows of claims) for (const row of rows) await reconcileNext(row);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return counts;
};

const reconcileRow = async (deps: Deps, workflow: Workflow, row: WatchRow): Promise<Found> => {
  const { claimId, partnerId, dueAt } = row;
  const found = await deps.claims.read({ claimId, partnerId });
  if (row.kind === 'files') return sweepFiles(deps, found, row);
  // A submission that failed may have entered the draft. If it comes now after all, the next run finds it.
  const isOfSubmission = found?.claim.status === 'draft' && row.kind === 'step';
  if (isOfSubmission && !(await leaveDraft(deps, found))) return 'nothing-to-do';
  const isOfNotice =
    row.kind === 'step' && found !== undefined && watchTimes(found.claim, deps.graceSeconds).length > 0;
  if (found?.claim.status === 'draft' && !isOfNotice) return expireDraft(deps, found, row);
  if (found && row.kind === 'subscriptions') return checkSubscriptions(deps, workflow, found, row);
  const stored = found && (await healSubjects(deps, workflow, found));
  if (stored === undefined) {
    // The write that this row announced never happened, or the claim has been purged.
    await deps.ledger.watch.remove(claimId, dueAt);
    return 'nothing-to-do';
  }
  const { claim } = stored;
  const now = deps.now();
  if (!isOverdue(claim, deps.graceSeconds, now)) {
    // The claim is settled, a crash kept this row from being moved, or the change that it announces has not come yet.
    if (await overtakeWriters(deps, stored)) await moveWatchRows(deps, claim, [dueAt]);
    return 'nothing-to-do';
  }
  const finding = await repairWorkflow(deps, workflow, claim, system);
  if (finding !== 'suspended') count('reconciler.repairs', { finding });
  await postpone(deps, { ...row, ...watchedOf(claim), kind: 'step' }, finding);
  return finding;
};

/**
 * Has a row come again after a pause that doubles with each attempt. So rows that fail, or that nothing helps, never keep a run from
 * those behind them.
 */
const postpone = async (deps: Deps, row: WatchRow, finding: WatchRow['finding']): Promise<void> => {
  const attempts = row.attempts + 1;
  const pauseMs = Math.min(deps.graceSeconds * 1000 * 2 ** Math.min(attempts - 1, 10), maxPauseMs);
  const next = new Date(deps.now().getTime() + pauseMs);
  const dueAt = row.kind === 'files' ? fileRowTime(deps, next) : next.toISOString();
  // The new row first: a crash in between leaves one row too many, never none.
  await deps.ledger.watch.add(row, { ...row, dueAt, attempts, finding });
  await deps.ledger.watch.remove(row.claimId, row.dueAt);
};
