import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Claim, refOf, watchedOf } from '../../domain/claim.ts';
import { isApproving } from '../../domain/claim-state.ts';
import { system } from '../../domain/history.ts';
import { approvalWatchTime } from '../../domain/next-step.ts';
import { isWrittenBy, overlaps, type SubjectEntry, subjectsOf, touches } from '../../domain/reservation/subject.ts';
import { present } from '../../lib/present.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import type { SubjectRow } from '../../storage/ledger/subject-rows.ts';
import { changeClaim } from '../change-claim.ts';
import type { Deps } from '../deps.ts';
import { completeApproval } from './complete-approval.ts';
import { seenOf } from './holders-of.ts';
import { readSubjects, rowOf } from './read-subjects.ts';

/** `seen`: who held the claim's subjects when the customer decided, as `seenOf` says it. */
type Taking = { seen: string; now: Date };
/** `from`: the approved claims that have to end before this one is approved. `heldBy`: nothing was taken, for others hold it. */
type Taken = { from: Claim[] } | { heldBy: Claim[] };

const maxAttempts = 200;
/** How often to wait (ms, at random up to this) for another approval under way. After that it is taken to have crashed. */
const pauseMs = 100;
const maxWaits = 40;

/**
 * Takes all subjects of a claim that is about to be approved, or none, together with the ledger row by which the reconciler finds a
 * claim that crashed in between. Call within the change that approves, before its write: others leave a taken subject alone until
 * the claim is approved, or prevent its approval by changing its record first. Always writes, even rows that the claim has taken
 * already: then no one can give them back at the same moment.
 */
export const takeSubjects = async (deps: Deps, claim: Claim, { seen, now }: Taking): Promise<Taken> => {
  const dueAt = approvalWatchTime(now.toISOString(), deps.graceSeconds);
  const watched = { ...watchedOf(claim), status: 'approved' as const };
  // Most subjects are free: the rows are read only once they turn out to be there.
  let rows: SubjectRow[] | undefined = seen === '' ? [] : undefined;
  const writtenBy = randomUUID();
  const waits = new Map<string, number>();
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const current = rows ?? (await readSubjects(deps, claim));
    rows = undefined;
    const plan = await planOf(deps, claim, { rows: current, now, writtenBy, waits });
    if (plan === 'again') continue;
    if (seenOf(plan.formers) !== seen) return { heldBy: plan.formers };
    // The answer to the write was lost: writing again would only meet itself.
    if (isWrittenBy(writtenBy, claim, (key) => rowOf(current, key, 'holding')?.entries ?? []))
      return { from: plan.formers };
    if ((await deps.ledger.writeSubjects(watched, plan.rows, { to: [dueAt] })) === 'written')
      return { from: plan.formers };
    // The first time, rows were only taken to be free.
    if (attempt > 0) await pause(Math.random() * pauseMs);
  }
  throw new Error('The subjects of a claim were taken by others all the time.');
};

type Plan = { rows: SubjectRow[]; formers: Claim[] };

type Planning = { rows: SubjectRow[]; now: Date; writtenBy: string; waits: Map<string, number> };

const planOf = async (deps: Deps, claim: Claim, { rows, now, writtenBy, waits }: Planning): Promise<Plan | 'again'> => {
  const plan: Plan = { rows: [], formers: [] };
  for (const { key, covers } of subjectsOf(claim)) {
    const row = rowOf(rows, key, 'holding');
    const kept: SubjectEntry[] = [];
    const from: SubjectEntry[] = [];
    for (const entry of row?.entries ?? []) {
      if (entry.claimId !== claim.id && !touches(entry, covers)) {
        kept.push(entry);
        continue;
      }
      const standing = await settled(deps, entry, claim.id, waits);
      if (standing === 'again') return 'again';
      for (const one of standing) {
        if (!overlaps(one.entry.covers, covers)) kept.push(one.entry);
        else {
          from.push(one.entry);
          if (!plan.formers.some(({ id }) => id === one.claim.id)) plan.formers.push(one.claim);
        }
      }
    }
    const taken = { ...refOf(claim), covers, writtenBy, takenAt: now.toISOString() };
    const entry = from.length > 0 ? { ...taken, from } : taken;
    plan.rows.push(present({ subject: key, kind: 'holding' as const, entries: [...kept, entry], etag: row?.etag }));
  }
  return plan;
};

type Standing = { entry: SubjectEntry; claim: Claim };

/** The approved claims behind an entry, once its own claim is approved or can no longer be approved. */
const settled = async (
  deps: Deps,
  entry: SubjectEntry,
  self: string,
  waits: Map<string, number>,
): Promise<Standing[] | 'again'> => {
  const { from = [], ...own } = entry;
  const stored = entry.claimId === self ? undefined : await deps.claims.read(entry);
  if (stored?.claim.status === 'approved') return [{ entry: own, claim: stored.claim }];
  if (stored && isApproving(stored.claim)) {
    await completeApproval(deps, stored);
    return 'again';
  }
  if (stored?.claim.status === 'submitted' && entry.takenAt !== undefined) {
    const key = `${entry.claimId} ${entry.takenAt}`;
    const waited = waits.get(key) ?? 0;
    waits.set(key, waited + 1);
    if (waited < maxWaits) {
      await pause(Math.random() * pauseMs);
      return 'again';
    }
    const prevented = await preventApproval(deps, stored);
    if (!prevented) return 'again';
  }
  const formers = await Promise.all(from.map((former) => settled(deps, former, self, waits)));
  return formers.some((one) => one === 'again') ? 'again' : formers.flatMap((one) => (one === 'again' ? [] : one));
};

/**
 * Makes sure that an approval which took its subjects and then was cut off does not come after all: the record changes, so a writer
 * that read it before has to decide again. False if the approval is on the record by now.
 */
export const preventApproval = async (deps: Deps, { claim }: StoredClaim): Promise<boolean> => {
  const changed = await changeClaim(deps, refOf(claim), (current) =>
    current.status === 'submitted' && !isApproving(current)
      ? { claim: current, entries: [{ actor: system, event: 'approval-interrupted' }] }
      : 'unchanged',
  );
  // Missing: purged since.
  return !('claim' in changed) || (changed.claim.status !== 'approved' && !isApproving(changed.claim));
};
