import { type Claim, refOf, watchedOf } from '../../domain/claim.ts';
import { nextStatus, phaseOf } from '../../domain/claim-state.ts';
import { announcedExpiry, cancelTime, draftRowTime, draftWatchTime } from '../../domain/draft-expiry.ts';
import { system } from '../../domain/history.ts';
import { Problem } from '../../lib/result.ts';
import { draftExpiringMail } from '../../mail/draft-expiring.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import type { WatchRow } from '../../storage/ledger/watch-rows.ts';
import { changeClaim } from '../change-claim.ts';
import type { Deps } from '../deps.ts';
import { moveWatchRows } from '../ledger-watch.ts';

/** What was done about a draft whose row is due. */
export type DraftFinding = 'nothing-to-do' | 'draft-announced' | 'draft-cancelled';

/**
 * Announces the cancellation of an untouched draft to its author, and later cancels it. A draft has no orchestration, only one ledger
 * row, due when the draft may have been untouched for long enough. Safe to repeat.
 */
export const expireDraft = async (deps: Deps, stored: StoredClaim, row: WatchRow): Promise<DraftFinding> => {
  const due = Date.parse(draftWatchTime(stored.claim, deps.drafts)) <= deps.now().getTime();
  if (!due) {
    await moveDraftRow(deps, stored.claim, row);
    return 'nothing-to-do';
  }
  const announced = announcedExpiry(stored.claim) !== undefined;
  const changed = await (announced ? cancelUntouched(deps, stored) : announceExpiry(deps, stored));
  if (changed instanceof Problem) throw new Error(`A draft that is due was not changed: ${changed.code}.`);
  await moveDraftRow(deps, changed.claim, row);
  return announced ? 'draft-cancelled' : 'draft-announced';
};

/** The new row first: a crash in between leaves one row too many, never none. */
const moveDraftRow = async (deps: Deps, claim: Claim, row: WatchRow): Promise<void> => {
  if (claim.status === 'draft') {
    const dueAt = draftRowTime(claim, deps.drafts, deps.now());
    await deps.ledger.watch.add(watchedOf(claim), { kind: 'draft', dueAt });
    await deps.ledger.watch.remove(claim.id, row.dueAt);
  } else {
    await moveWatchRows(deps, claim, [row.dueAt]);
  }
};

const announceExpiry = async (deps: Deps, stored: StoredClaim): Promise<StoredClaim | Problem> => {
  const { claim } = stored;
  const cancelAt = cancelTime(claim, deps.drafts, deps.now());
  const mail = draftExpiringMail(deps.service, claim, cancelAt);
  const sent = mail && (await deps.mail.send(mail));
  return changeClaim(
    deps,
    refOf(claim),
    (current, now) => {
      // Touched, submitted or cancelled while the mail was on its way: the draft has its time again, or needs none.
      if (current.version !== claim.version) return 'unchanged';
      return {
        claim: { ...current, expiry: { announcedAt: now.toISOString(), cancelAt, version: current.version + 1 } },
        entries: [
          {
            actor: system,
            event: 'expiry-announced',
            detail: { cancelAt, mail: sent === undefined ? 'no-address' : sent.accepted ? 'sent' : 'refused' },
          },
        ],
      };
    },
    { known: stored },
  );
};

const cancelUntouched = (deps: Deps, stored: StoredClaim): Promise<StoredClaim | Problem> =>
  changeClaim(
    deps,
    refOf(stored.claim),
    (claim) => {
      if (claim.version !== stored.claim.version) return 'unchanged';
      const status = nextStatus(phaseOf(claim), 'cancel-untouched', 'system');
      if (status instanceof Problem) return status;
      return {
        claim: { ...claim, status, statusReason: 'untouched' },
        entries: [{ actor: system, event: 'cancelled', detail: { reason: 'untouched' } }],
      };
    },
    { known: stored },
  );
