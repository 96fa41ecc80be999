import { setTimeout as pause } from 'node:timers/promises';
import type { Span } from '@opentelemetry/api';
import { type Claim, type ClaimRef, watchedOf } from '../domain/claim.ts';
import { draftRowTime } from '../domain/draft-expiry.ts';
import { appendHistory, type HistoryEntry, type NewHistoryEntry, system } from '../domain/history.ts';
import { duplicateErrors, type ReservedBy, standingIn } from '../domain/reservation/reservation.ts';
import { present } from '../lib/present.ts';
import { Problem } from '../lib/result.ts';
import type { KeyedAnswer, StoredClaim } from '../storage/claims/claim-rows.ts';
import type { ClaimChange } from '../storage/claims/claim-store.ts';
import { countTransition } from '../telemetry/claim-metrics.ts';
import { inClaimSpan } from '../telemetry/claim-span.ts';
import { type Facts, noteFacts } from '../telemetry/operation.ts';
import type { Deps } from './deps.ts';

/** What a change records in the history: who did what. `from` and `to`: where they are not those of the change. */
export type Recorded = Pick<NewHistoryEntry, 'actor' | 'event' | 'detail'> &
  Partial<Pick<NewHistoryEntry, 'from' | 'to'>>;

/** The claim as it shall be, and what is recorded about it. Version, time, both statuses and chain are added here. */
export type Change = {
  claim: Claim;
  entries: [Recorded, ...Recorded[]];
  /** Entries that replace stored ones, without the people in them. */
  rewritten?: HistoryEntry[];
};

/**
 * A change that concerns no editor of the claim: it leaves version, time and history as they are, so that no edit is
 * refused for it.
 */
type QuietChange = { quiet: Claim };
export const quietly = (quiet: Claim): QuietChange => ({ quiet });

/** Nothing to write. The reason is for the caller of `changeClaim`. */
export type Unchanged<Reason> = { unchanged: Reason };
export const unchanged = <const Reason>(reason: Reason): Unchanged<Reason> => ({ unchanged: reason });

/** What to make of a claim: a change, a refusal, or nothing, with a reason if the caller needs one. */
export type Decision<Reason = never> = Change | QuietChange | Problem | 'unchanged' | Unchanged<Reason>;
export type Decide<Reason = never> = (claim: Claim, now: Date) => Decision<Reason> | Promise<Decision<Reason>>;

/** The claim as stored now. `before`: as `decide` saw it last; `unchanged`: the reason that `decide` gave, if any. */
export type Changed<Reason = never> = StoredClaim & { before: Claim; unchanged?: Reason };

/**
 * Each try runs in this order: `decide`, `beforeWrite`, `answerToKeep`, then the transaction. The last two run only for a
 * change. When another writer was faster all of them run again, so each must be safe to repeat.
 */
export type ChangeOptions = {
  /** The version that the caller read; any other is refused. Without it a stale read is read again. */
  ifVersion?: number | undefined;
  /** A claim that was read just now, to save the first read. */
  known?: StoredClaim;
  /**
   * Tells the ledger what must follow, before the claim is written: a crash in between loses nothing. What it returns runs once the
   * claim is written.
   */
  beforeWrite?: (after: Claim, before?: Claim) => Promise<AfterWrite | undefined> | Promise<void>;
  /** Keys of the claim's rows that were found to be gone: the change restores them. */
  missing?: string[];
  /** Makes the answer to keep under the request's Idempotency-Key, in the same transaction as the claim. */
  answerToKeep?: Keep | undefined;
};
/** Tidies up after a change, which stands whether or not this succeeds. */
export type AfterWrite = () => Promise<void>;
/** What a request may say about the change it asks for. */
export type Guard = Pick<ChangeOptions, 'ifVersion' | 'answerToKeep'>;
export type Keep = (claim: Claim) => Promise<KeyedAnswer>;

const maxAttempts = 25;

/**
 * The one way in which a stored claim changes: read, decide, write claim and history in one transaction; when someone
 * was faster, read and decide again.
 */
export const changeClaim = async <Reason = never>(
  deps: Deps,
  ref: ClaimRef,
  decide: Decide<Reason>,
  options: ChangeOptions = {},
): Promise<Changed<Reason> | Problem> => {
  const began = deps.now();
  const first = options.known ?? (await deps.claims.read(ref));
  if (first === undefined) return new Problem('claim-not-found');
  const { claim } = first;
  return inClaimSpan(
    { name: 'changeClaim', claim, began },
    (span) => tryToChange(deps, ref, decide, { ...options, known: first, span }),
    factsOf,
  );
};

const factsOf = (result: StoredClaim | Problem): Facts =>
  result instanceof Problem ? { code: result.code } : { status: result.claim.status };

const tryToChange = async <Reason>(
  deps: Deps,
  ref: ClaimRef,
  decide: Decide<Reason>,
  options: ChangeOptions & { known: StoredClaim; span: Span },
): Promise<Changed<Reason> | Problem> => {
  let known: StoredClaim | undefined = options.known;
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const before = known ?? (await deps.claims.read(ref));
    known = undefined;
    if (before === undefined) return new Problem('claim-not-found');
    if (options.ifVersion !== undefined && before.claim.version !== options.ifVersion) return new Problem('etag-stale');

    const now = deps.now();
    const change = await decide(before.claim, now);
    if (change instanceof Problem) return change;
    if (change === 'unchanged') return { ...before, before: before.claim };
    if ('unchanged' in change) return { ...before, before: before.claim, unchanged: change.unchanged };

    const stored = await write(deps, change, now, options, before);
    if (stored !== 'stale') {
      const events = 'quiet' in change ? [] : change.entries.map(({ event }) => event);
      options.span.setAttribute('claim.event', events.join(','));
      return stored instanceof Problem ? stored : { ...stored, before: before.claim };
    }
    // Several writers at one claim: a random pause lets one of them through.
    await pause(Math.random() * 20 * (attempt + 1));
  }
  return new Problem('too-many-changes');
};

/** Has the ledger look at a new draft when it may have been left alone for too long. */
const watchDraft = (deps: Deps, claim: Claim): Promise<void> =>
  deps.ledger.watch.add(watchedOf(claim), { kind: 'draft', dueAt: draftRowTime(claim, deps.drafts, deps.now()) });

/** Stores a claim that is new, a draft. The ledger is told first. */
export const addClaim = async (deps: Deps, change: Change, answerToKeep?: Keep): Promise<StoredClaim | Problem> => {
  const beforeWrite = (claim: Claim) => watchDraft(deps, claim);
  const stored = await write(deps, change, deps.now(), { beforeWrite, answerToKeep });
  if (stored === 'stale') throw new Error('A new claim has the ID of another one.');
  if (!(stored instanceof Problem)) noteFacts({ claimId: stored.claim.id, status: stored.claim.status });
  return stored;
};

const write = async (
  deps: Deps,
  change: Change | QuietChange,
  now: Date,
  options: ChangeOptions,
  before?: StoredClaim,
): Promise<StoredClaim | Problem | 'stale'> => {
  const { claim, entries, rewritten } =
    'quiet' in change ? { claim: change.quiet, entries: [] } : recorded(change, now, before);
  const tidyUp = await options.beforeWrite?.(claim, before?.claim);
  const answer = await options.answerToKeep?.(claim);
  const record: ClaimChange = present({ claim, entries, rewritten, before, answer, missing: options.missing });
  const saved = await deps.claims.save(record);
  if (saved === 'stale') return saved;
  if (saved === 'key-used') return new Problem('idempotency-key-reused');
  if ('reservedBy' in saved) return duplicateProblem(claim, saved.reservedBy);
  if ('missing' in saved) {
    // Rows that only follow from the record must not keep it from changing.
    const { missing } = saved;
    return write(deps, withRestored(change, missing), now, { ...options, missing }, before);
  }
  await tidyUp?.().catch(() => deps.log('change-not-tidied', { claimId: claim.id }));
  countTransition(before?.claim, claim);
  return saved;
};

/** Says that a change restores rows that were gone. */
export const rowsRestored = (rows: string[]): Recorded => ({
  actor: system,
  event: 'rows-restored',
  detail: { rows: rows.length },
});

const withRestored = (change: Change | QuietChange, rows: string[]): Change | QuietChange =>
  'quiet' in change ? change : { ...change, entries: [...change.entries, rowsRestored(rows)] };

/** The change with its version, its time and its links in the chain of history. */
const recorded = (change: Change, now: Date, before?: StoredClaim) => {
  const at = now.toISOString();
  const moved = { from: before?.claim.status ?? null, to: change.claim.status };
  const { head, entries } = appendHistory(
    change.claim.history,
    change.entries.map((entry) => ({ ...moved, ...entry })),
    at,
  );
  const claim = { ...change.claim, version: change.claim.version + 1, updatedAt: at, history: head };
  return { claim, entries, rewritten: change.rewritten };
};

/** Refuses a claim whose units other claims of its partner have reserved. */
export const duplicateProblem = (claim: Claim, reservedBy: ReservedBy): Problem => {
  const standing = standingIn(reservedBy);
  const named = standing.map(({ claimId }) => claimId).join(', ');
  return new Problem(
    'duplicate-claim',
    `You have a claim for the same customer, product and activity: ${named}.`,
    duplicateErrors(claim, reservedBy),
    { standing },
  );
};
