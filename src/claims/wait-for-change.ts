import { setTimeout as pause } from 'node:timers/promises';
import type { Claim, ClaimRef } from '../domain/claim.ts';
import type { Deps } from './deps.ts';

/** How often (ms) a claim that somebody waits for is looked at. */
const lookEveryMs = 1000;

type Waiting = {
  /** Whether this is what the caller has already. */
  isKnown: (claim: Claim) => boolean;
  ms: number;
  /** Aborted when the caller is gone. */
  left?: AbortSignal | undefined;
};

/**
 * The claim once it is no longer what the caller knows, or as it is when the time is over. While it waits it reads nothing but
 * the time of the row's last write, about once a second.
 */
export const waitForChange = async (
  deps: Pick<Deps, 'claims'>,
  ref: ClaimRef,
  { isKnown, ms, left }: Waiting,
): Promise<Claim | undefined> => {
  const until = performance.now() + ms;
  for (;;) {
    // Before the claim is read: a write between the two is then seen by the next look.
    const writtenAt = await deps.claims.writtenAt(ref);
    const claim = (await deps.claims.read(ref))?.claim;
    if (claim === undefined || !isKnown(claim)) return claim;
    do {
      const rest = until - performance.now();
      if (rest <= 0 || left?.aborted) return claim;
      await pause(Math.min(lookEveryMs, rest), undefined, { signal: left }).catch(() => undefined);
    } while ((await deps.claims.writtenAt(ref)) === writtenAt);
  }
};
