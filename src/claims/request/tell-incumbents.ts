import type { Claim, ClaimRef } from '../../domain/claim.ts';
import { system } from '../../domain/history.ts';
import { isSameSubject, subjectsOf } from '../../domain/reservation/contest.ts';
import { Problem } from '../../lib/result.ts';
import { changeClaim } from '../change-claim.ts';
import type { Deps } from '../deps.ts';
import { addWatchRows } from '../ledger-watch.ts';

/** No partner fills another's mailbox: of one association each other partner is told once, and so many at all. */
const maxContests = 10;
/** Claims to the same, whatever has become of them, that are looked at for one claim. */
const maxIncumbents = 100;

/**
 * Tells other partners whose approved associations this claim is for as well; they are not told whose claim it is. The notice
 * is on their record, and in the ledger, by which the reconciler has it sent. Safe to repeat.
 */
export const tellIncumbents = async (deps: Deps, claim: Claim): Promise<void> => {
  const subjects = subjectsOf(claim);
  const claims = await deps.ledger.subjects.ofCustomer(claim.customer.directoryId);
  const others = new Map(
    claims
      .filter(({ partnerId, subject }) => partnerId !== claim.partnerId && subjects.includes(subject))
      .map(({ claimId, partnerId }) => [claimId, { claimId, partnerId }]),
  );
  for (const ref of [...others.values()].slice(0, maxIncumbents)) await tell(deps, ref, claim);
};

const tell = async (deps: Deps, ref: ClaimRef, claim: Claim): Promise<void> => {
  const result = await changeClaim(
    deps,
    ref,
    (incumbent, now) => {
      const { contests = [], notices = [], status, version } = incumbent;
      const known = contests.includes(claim.partnerId) || contests.length >= maxContests;
      if (status !== 'approved' || known || !isSameSubject(incumbent, claim)) return 'unchanged';
      const notice = { kind: 'contested' as const, number: version + 1, since: now.toISOString() };
      return {
        claim: { ...incumbent, contests: [...contests, claim.partnerId], notices: [...notices, notice] },
        entries: [{ actor: system, event: 'contested' }],
      };
    },
    {
      beforeWrite: (after) => addWatchRows(deps, after),
    },
  );
  if (result instanceof Problem && result.code !== 'claim-not-found') {
    throw new Error(`An incumbent was not told: ${result.code}.`);
  }
};
