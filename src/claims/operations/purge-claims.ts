import { keptAs, keptStatuses, purgeBefore } from '../../domain/retention/retention.ts';
import type { RetentionRow } from '../../storage/ledger/retention-rows.ts';
import type { Deps, Workflow } from '../deps.ts';

/** What became of the claims whose days are over. */
export type Purged = Record<'purged' | 'on-hold' | 'not-over' | 'malformed' | 'failed', number>;

/** Claims purged in one run; the rest is due at the next one too. What stays does not count, or it would keep the rest from going. */
const maxPurged = 1000;
const concurrency = 8;
/** How long (days) an answer is kept for its Idempotency-Key, and a run of the reconciler, or that a mail failed, for those who look. */
const answerDays = 30;
const noteDays = 30;

/** Purges claims that have been kept for as long as they are to be, and what else has had its time. */
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
  // A generator serves those who ask in turn.
  await Promise.all(Array.from({ length: concurrency }, worker));
  await forgetTheRest(deps);
  return counts;
};

async function* dueRows(deps: Deps): AsyncGenerator<RetentionRow | undefined> {
  for (const status of keptStatuses) {
    yield* deps.ledger.retention.endedBefore(status, purgeBefore(deps.retentionDays[status], deps.now()));
  }
}

const outcomeOf = async (deps: Deps, workflow: Workflow, row: RetentionRow | undefined): Promise<keyof Purged> => {
  if (row === undefined) return 'malformed';
  try {
    return await purgeClaim(deps, workflow, row);
  } catch {
    // One claim that cannot be purged now must not keep the others; it stays due.
    deps.log('purge-failed', { claimId: row.claimId });
    return 'failed';
  }
};

/**
 * Claim, files, orchestration, in that order, and at last the row that says that it is due: a crash in between leaves that row, and
 * the next run goes on. Safe to repeat.
 */
const purgeClaim = async (deps: Deps, workflow: Workflow, row: RetentionRow): Promise<keyof Purged> => {
  const stored = await deps.claims.read(row);
  if (stored?.claim.legalHold) return 'on-hold';
  if (stored !== undefined && keptAs(stored.claim)?.status !== row.status) return 'not-over';
  if (!(await deps.claims.purge(row, stored))) return 'not-over';
  // Answers that are kept longer than the claim hold it as it was.
  if (row.since > answersFrom(deps)) await deps.claims.forgetAnswersAbout(row);
  await deps.poe.removeAll(row);
  await workflow.purge(row.claimId);
  await deps.ledger.forget(row);
  return 'purged';
};

/** Since when answers are kept. */
const answersFrom = (deps: Deps): string => purgeBefore(answerDays, deps.now());

const forgetTheRest = async (deps: Deps): Promise<void> => {
  const notesFrom = new Date(purgeBefore(noteDays, deps.now()));
  await deps.operationsLog.forgetRuns(notesFrom);
  await deps.mailFailures.forget(notesFrom);
  for (const partnerId of await deps.reference.partnerIds(0)) {
    await deps.claims.forgetAnswersBefore(partnerId, new Date(answersFrom(deps)));
  }
};
