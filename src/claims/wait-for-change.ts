import { setTimeout as pause } from 'node:timers/promises';
import { type Claim, refOf } from '../domain/claim.ts';
import type { StoredClaim } from '../storage/claims/claim-rows.ts';
import type { Deps } from './deps.ts';

/** How often (ms) a claim that someone waits for is looked at. */
const lookEveryMs = 1000;

type Waiting = {
  /** Whether this is what the caller has already. */
  isKnown: (claim: Claim) => boolean;
  ms: number;
  /** Aborted when the caller is gone. */
  left?: AbortSignal | undefined;
};

/**
 * The claim once it is no longer what the caller knows, or as it is when the time is over; undefined if it is purged meanwhile. While
 * it waits it reads nothing but the ETag of the row, about once a second.
 */
export const waitForChange = async (
  deps: Pick<Deps, 'claims'>,
  found: StoredClaim,
  { isKnown, ms, left }: Waiting,
): Promise<Claim | undefined> => {
  const ref = refOf(found.claim);
  const until = performance.now() + ms;
  let stored: StoredClaim | undefined = found;
  while (stored !== undefined && isKnown(stored.claim)) {
    do {
      const rest = until - performance.now();
      if (rest <= 0 || left?.aborted) return stored.claim;
      await pause(Math.min(lookEveryMs, rest), undefined, { signal: left }).catch(() => undefined);
    } while ((await deps.claims.currentEtag(ref)) === stored.etag);
    stored = await deps.claims.read(ref);
  }
  return stored?.claim;
};
