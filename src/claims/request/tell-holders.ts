import { type Claim, refOf } from '../../domain/claim.ts';
import { system } from '../../domain/history.ts';
import { Problem } from '../../lib/result.ts';
import { changeClaim } from '../change-claim.ts';
import type { Deps } from '../deps.ts';
import { addWatchRows } from '../ledger-watch.ts';

/** No partner fills another's mailbox: of one association each other partner is told once, and so many at all. */
const maxRequests = 10;
/** Associations that are told of one claim. */
const maxHolders = 100;

/**
 * Tells the partners whose associations an approval of this claim would end that the customer is asked; they are not told by whom.
 * The notice is on their record, and in the ledger, by which the reconciler has it sent. Safe to repeat.
 */
export const tellHolders = async (deps: Deps, holders: Claim[], claim: Claim): Promise<void> => {
  const others = holders.filter(({ partnerId }) => partnerId !== claim.partnerId);
  for (const holder of others.slice(0, maxHolders)) await tell(deps, holder, claim.partnerId);
};

const tell = async (deps: Deps, holder: Claim, partnerId: string): Promise<void> => {
  const result = await changeClaim(
    deps,
    refOf(holder),
    (current, now) => {
      const { takeoverRequests = [], notices = [], status, version } = current;
      const known = takeoverRequests.includes(partnerId) || takeoverRequests.length >= maxRequests;
      if (status !== 'approved' || known) return 'unchanged';
      const notice = { kind: 'takeover-requested' as const, number: version + 1, since: now.toISOString() };
      return {
        claim: {
          ...current,
          takeoverRequests: [...takeoverRequests, partnerId],
          notices: [...notices, notice],
        },
        entries: [{ actor: system, event: 'takeover-requested' }],
      };
    },
    {
      beforeWrite: (after) => addWatchRows(deps, after),
    },
  );
  if (result instanceof Problem && result.code !== 'claim-not-found') {
    throw new Error(`A partner of record was not told: ${result.code}.`);
  }
};
