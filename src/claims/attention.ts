import { type Attention, type Claim, refOf } from '../domain/claim.ts';
import { system } from '../domain/history.ts';
import { Problem } from '../lib/result.ts';
import type { StoredClaim } from '../storage/claims/claim-rows.ts';
import { type ChangeOptions, changeClaim } from './change-claim.ts';
import type { Deps } from './deps.ts';

/**
 * Marks a claim as in need of somebody, once for one reason, and enters it where operations look for it. Not if the claim
 * was changed meanwhile so that the reason is no longer one.
 */
export const withAttention = async (
  deps: Deps,
  stored: StoredClaim,
  { reason, needs }: Omit<Attention, 'since'>,
  stillSo: (claim: Claim) => boolean = () => true,
): Promise<StoredClaim | Problem> => {
  const ref = refOf(stored.claim);
  await deps.ledger.attention.add(ref, reason);
  const marked = await changeClaim(
    deps,
    ref,
    (claim, now) => {
      if (claim.attention?.reason === reason || !stillSo(claim)) return 'unchanged';
      return {
        claim: { ...claim, attention: { reason, needs, since: now.toISOString() } },
        entries: [{ actor: system, event: 'attention-needed', detail: { reason } }],
      };
    },
    { known: stored },
  );
  if (!(marked instanceof Problem) && marked.claim.attention === undefined) {
    await deps.ledger.attention.remove(ref.claimId);
  }
  return marked;
};

/** Which marks stay when a request has left: it mends what kept it from leaving, not what was said or found of the claim. */
export const outlivesRequest = ({ raisedBy }: Attention): boolean => raisedBy === 'customer' || raisedBy === 'scan';
/** Which marks stay when the outcome was told: what was found in a file is there whatever becomes of the claim. */
export const outlivesOutcome = ({ raisedBy }: Attention): boolean => raisedBy === 'scan';

/** The mark that stays on a claim, if it does. */
export const staying = (
  attention: Attention | undefined,
  outlives: (attention: Attention) => boolean,
): Pick<Claim, 'attention'> => (attention && outlives(attention) ? { attention } : {});

/** Takes a mark that does not stay off the operations list before the record drops it: after a crash in between, the next try does both. */
export const intendNoAttention = (
  deps: Deps,
  { id, attention }: Claim,
  outlives: (attention: Attention) => boolean,
): Pick<ChangeOptions, 'beforeWrite'> =>
  attention === undefined || outlives(attention) ? {} : { beforeWrite: () => deps.ledger.attention.remove(id) };
