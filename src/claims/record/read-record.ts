import type { Claim, ClaimRef } from '../../domain/claim.ts';
import type { HistoryEntry } from '../../domain/history.ts';
import { type HistoryVerification, verifyHistory } from '../../domain/record/verification.ts';
import { Problem } from '../../lib/result.ts';
import type { Deps } from '../deps.ts';

/** A claim, its history as of the same version, and what checking both says. */
export type CheckedRecord = { claim: Claim; entries: HistoryEntry[]; verification: HistoryVerification };

const maxAttempts = 10;

/** Reads a claim with its history and checks them. */
export const readCheckedRecord = async (deps: Deps, ref: ClaimRef): Promise<CheckedRecord | Problem> => {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const before = (await deps.claims.read(ref))?.claim;
    if (before === undefined) return new Problem('claim-not-found');
    const entries = await deps.claims.history(ref);
    const verification = verifyHistory(before, entries);
    if (verification.intact) return { claim: before, entries, verification };
    // They are two reads: a change in between looks like a broken chain.
    const after = (await deps.claims.read(ref))?.claim;
    if (after?.version === before.version) return { claim: before, entries, verification };
  }
  return new Problem('too-many-changes');
};
