import { purgeBefore, retentionOf, retentionStatuses } from '../../domain/retention/retention.ts';
import type { RetentionRow } from '../../storage/ledger/retention-rows.ts';
import type { Deps, Workflow } from '../deps.ts';

/** How many claims that were due were purged, and why others were not. */
export type Purged = Record<'purged' | 'on-hold' | 'not-over' | 'malformed' | 'failed', number>;

/** Claims purged in one run. Skipped claims do not count towards it; otherwise holds could starve the purge. */
const maxPurged = 1000;
const concurrency = 8;
/** Days for which answers to Idempotency-Keys are saved, and for which runs of the reconciler and failed mails can be looked up. */
const answerDays = 30;
const noteDays = 30;

/** Purges claims whose retention is over, and everything else that has outlived its days. */
export const purgeClaims = async (deps: Deps, workflow: Workflow): Promise<Purged> => {
  const counts: Purged = { purged: 0, 'on-hold': 0, 'not-over': 0, malformed: 0, failed: 0 };
  const rows = dueRows(deps);
  const worker = async (): Promise<void> => {
    while (counts.purged < maxPurged) {
      const { value: row, done } = await rows.next();
      if (done) return;
      counts[await outcomeOf(deps, workflow, row)] += 1;
    }
  };
  // Workers share one generator; it hands each row out once.
  await Promise.all(Array.from({ length: concurrency }, worker));
  await forgetExpired(deps);
  return counts;
};

async function* dueRows(deps: Deps): AsyncGenerator<RetentionRow | undefined> {
  for (const status of retentionStatuses) {
    yield* deps.ledger.retention.endedBefore(status, purgeBefore(deps.retentionDays[status], deps.now()));
  }
}

const outcomeOf = async (deps: Deps, workflow: Workflow, row: RetentionRow | undefined): Promise<keyof Purged> => {
  if (row === undefined) return 'malformed';
  try {
    return await purgeClaim(deps, workflow, row);
  } catch {
    // A claim that cannot be purged now must not stop the others. It stays due.
    deps.log('purge-failed', { claimId: row.claimId });
    return 'failed';
  }
};

/**
 * Removes claim, files and orchestration, and last the ledger row that makes the claim due: after a crash the next run continues.
 * Safe to repeat.
 */
const purgeClaim = async (deps: Deps, workflow: Workflow, row: RetentionRow): Promise<keyof Purged> => {
  const stored = await deps.claims.read(row);
  if (stored?.claim.legalHold) return 'on-hold';
  if (stored !== undefined && retentionOf(stored.claim)?.status !== row.status) return 'not-over';
  if (!(await deps.claims.purge(row, stored))) return 'not-over';
  // Answers that outlive the claim hold it as it was.
  if (row.since > answersFrom(deps)) await deps.claims.forgetAnswersAbout(row);
  await deps.poe.removeAll(row);
  await workflow.purge(row.claimId);
  await deps.ledger.forget(row);
  return 'purged';
};

/** Older answers are forgotten. */
const answersFrom = (deps: Deps): string => purgeBefore(answerDays, deps.now());

const forgetExpired = async (deps: Deps): Promise<void> => {
  const notesFrom = new Date(purgeBefore(noteDays, deps.now()));
  await deps.operationsLog.forgetRuns(notesFrom);
  await deps.mailFailures.forget(notesFrom);
  for (const partnerId of await deps.reference.partnerIds(0)) {
    await deps.claims.forgetAnswersBefore(partnerId, new Date(answersFrom(deps)));
  }
};
