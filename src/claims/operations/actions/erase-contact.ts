import type { Claim, ClaimRef } from '../../../domain/claim.ts';
import { type Actor, erasedEvent } from '../../../domain/history.ts';
import { eraseContact, peopleIn, withoutPeople } from '../../../domain/retention/erasure.ts';
import { retentionOf } from '../../../domain/retention/retention.ts';
import { Problem } from '../../../lib/result.ts';
import { changeClaim, unchanged } from '../../change-claim.ts';
import type { Deps } from '../../deps.ts';

/** History entries rewritten in one transaction, which takes a hundred rows. */
const maxEntries = 60;

/**
 * Erases the people at the customer from a closed claim and its history, and keeps the proof. The new last entry holds digests of
 * what is left of the others, so the hash chain can still be checked. Safe to repeat.
 */
export const eraseContactOf = async (
  deps: Deps,
  { by, ref, reason }: { by: Actor; ref: ClaimRef; reason: string },
): Promise<Claim | Problem> => {
  const first = await deps.claims.read(ref);
  // Collected before the first change, which removes names that the next one must look for as well.
  const people = first === undefined ? [] : peopleIn(first.claim, await deps.claims.history(ref));
  for (;;) {
    const stored = await changeClaim(deps, ref, async (claim, now) => {
      if (claim.legalHold) return new Problem('claim-on-hold');
      if (retentionOf(claim) === undefined) {
        const detail = `The claim is ${claim.status}: its contact is erased once it is over and everybody has been told.`;
        return new Problem('action-not-allowed', detail);
      }
      const erasure = eraseContact(claim, await deps.claims.history(ref), people, maxEntries);
      if (erasure === undefined) return unchanged('nobody-left');
      const { rewritten, digests, isWhole } = erasure;
      const detail = { reason: withoutPeople(reason, people), digests };
      return {
        claim: isWhole ? { ...erasure.claim, contactErasedAt: now.toISOString() } : erasure.claim,
        entries: [{ actor: by, event: erasedEvent, detail }],
        rewritten,
      };
    });
    if (stored instanceof Problem) return stored;
    // Parts are erased until no one is left; the last one marks the claim.
    if (!stored.unchanged && stored.claim.contactErasedAt === stored.before.contactErasedAt) continue;
    // After the record, and on every call: answers saved for Idempotency-Keys hold the claim as it was.
    await deps.claims.forgetAnswersAbout(ref);
    return stored.claim;
  }
};
