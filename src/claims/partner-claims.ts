import type { Claim, ClaimRef } from '../domain/claim.ts';
import type { HistoryEntry } from '../domain/history.ts';
import type { Caller } from '../identity/caller.ts';
import { Problem } from '../lib/result.ts';
import type { Deps } from './deps.ts';

/** A claim of the caller's partner. Another partner's is `claim-not-found`: that it exists is not said. */
export const readClaim = async (deps: Deps, ref: ClaimRef): Promise<Claim | Problem> =>
  (await deps.claims.read(ref))?.claim ?? new Problem('claim-not-found');

/** The history of a claim, oldest first. */
export const readHistory = async (deps: Deps, ref: ClaimRef): Promise<HistoryEntry[] | Problem> => {
  const entries = await deps.claims.history(ref);
  // Every claim has the entry of its creation.
  return entries.length === 0 ? new Problem('claim-not-found') : entries;
};

/** The partner that the caller belongs to, with its locations. */
export const readPartner = async (deps: Deps, caller: Caller) =>
  (await deps.reference.partner(caller.partnerId)) ?? new Problem('unknown-partner');
