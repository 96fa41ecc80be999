import type { Claim, ClaimRef } from '../../domain/claim.ts';
import { withoutPause } from '../../domain/request/question.ts';
import type { ChangeOptions } from '../change-claim.ts';
import type { Deps } from '../deps.ts';
import { addWatchRows } from '../ledger-watch.ts';

/**
 * The claim with a new link, which makes the one before useless, and without a request: the next step sends a new one, whose
 * acceptance starts a new window. What the partner had to mend is mended by this.
 */
export const withNewLink = (claim: Claim, now: Date): Claim => {
  const { request, attention, ...kept } = withoutPause(claim);
  return {
    ...kept,
    link: { ...claim.link, version: (claim.link?.version ?? 0) + 1, issuedAt: now.toISOString() },
    ...(attention?.needs === 'operations' ? { attention } : {}),
  };
};

/** Before the claim is changed, the ledger is told by when the new request must have left, and that no one is needed for it. */
export const beforeAskingAgain = (deps: Deps, ref: ClaimRef): Pick<ChangeOptions, 'beforeWrite'> => ({
  beforeWrite: async (after, before) => {
    if (after.attention === undefined) await deps.ledger.attention.remove(ref.claimId);
    return addWatchRows(deps, after, before);
  },
});
