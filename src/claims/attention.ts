import { type Attention, type Claim, refOf } from '../domain/claim.ts';
import { system } from '../domain/history.ts';
import { Problem } from '../lib/result.ts';
import type { StoredClaim } from '../storage/claims/claim-rows.ts';
import { type ChangeOptions, changeClaim } from './change-claim.ts';
import type { Deps } from './deps.ts';

/**
 * Flags a claim for attention and lists it for operators. Idempotent per reason; a no-op if the claim has since changed so that the
 * reason no longer applies.
 */
export const withAttention = async (
  deps: Deps,
  stored: StoredClaim,
  raised: Omit<Attention, 'since'>,
  stillSo: (claim: Claim) => boolean = () => true,
): Promise<StoredClaim | Problem> => {
  const ref = refOf(stored.claim);
  const { reason } = raised;
  await deps.ledger.attention.add(ref, reason);
  const marked = await changeClaim(
    deps,
    ref,
    (claim, now) => {
      if (claim.attention?.reason === reason || !stillSo(claim)) return 'unchanged';
      return {
        claim: { ...claim, attention: { ...raised, since: now.toISOString() } },
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

/** Flags that survive a sent request. Sending resolves a failed send, not a customer's concern or a malware finding. */
export const outlivesRequest = ({ raisedBy }: Attention): boolean =>
  raisedBy === 'customer' || raisedBy === 'scan' || raisedBy === 'storage' || raisedBy === 'operator';
/** Flags that survive the outcome mails: what is wrong with a file stays whatever becomes of the claim. */
export const outlivesOutcome = ({ raisedBy }: Attention): boolean => raisedBy === 'scan' || raisedBy === 'storage';

/** The flag that stays on a claim, if it survives. */
export const staying = (
  attention: Attention | undefined,
  outlives: (attention: Attention) => boolean,
): Pick<Claim, 'attention'> => (attention && outlives(attention) ? { attention } : {});

/** Removes a resolved flag from the operators' list before the record drops it: after a crash in between, the next attempt does both. */
export const beforeDroppingAttention = (
  deps: Deps,
  { id, attention }: Claim,
  outlives: (attention: Attention) => boolean,
): Pick<ChangeOptions, 'beforeWrite'> =>
  attention === undefined || outlives(attention) ? {} : { beforeWrite: () => deps.ledger.attention.remove(id) };
