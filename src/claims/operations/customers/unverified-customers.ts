import type { Claim, ClaimRef, VerificationResult } from '../../../domain/claim.ts';
import type { Actor } from '../../../domain/history.ts';
import { Problem } from '../../../lib/result.ts';
import { customerName } from '../../../words/claim-words.ts';
import { changeClaim } from '../../change-claim.ts';
import type { Deps } from '../../deps.ts';

const maxRows = 200;

export type UnverifiedCustomer = {
  claimId: string;
  partnerId: string;
  partnerName: string;
  customerName: string;
  status: Claim['status'];
  domain: string;
  directoryId: string;
  result: VerificationResult;
  checkedAt: string;
};

/**
 * Claims that were submitted while their customer could not be verified, as long as the customer is asked or has agreed.
 * Removes outdated rows on the way: a row is written before the submission that it is for.
 */
export const listUnverified = async (deps: Deps): Promise<UnverifiedCustomer[]> => {
  const found: UnverifiedCustomer[] = [];
  for await (const ref of deps.ledger.unverified.rows()) {
    const claim = (await deps.claims.read(ref))?.claim;
    // A draft may be about to be submitted: its row stays, but is not shown.
    if (claim?.status === 'draft') continue;
    if (claim === undefined || !stillMatters(claim)) {
      await deps.ledger.unverified.remove(ref.claimId);
      continue;
    }
    const { domain, directoryId, verification } = claim.customer;
    const names = { partnerName: claim.partnerName, customerName: customerName(claim) };
    found.push({ ...ref, ...names, status: claim.status, domain, directoryId, ...verification });
    if (found.length >= maxRows) break;
  }
  return found;
};

const stillMatters = ({ status, customer }: Claim): boolean =>
  customer.verification.result !== 'matched' && (status === 'submitted' || status === 'approved');

/** Verifies a customer again whose first check had no answer. The result is recorded and never undoes a decision. */
export const verifyCustomer = async (
  deps: Deps,
  { by, ref, reason }: { by: Actor; ref: ClaimRef; reason: string },
): Promise<Claim | Problem> => {
  const stored = await changeClaim(deps, ref, async (claim) => {
    const { domain, directoryId, verification: before } = claim.customer;
    if (before.result !== 'unverifiable') return 'unchanged';
    const verification = await deps.directories.verify(domain, directoryId);
    if (verification.result === 'unverifiable') return 'unchanged';
    const { result } = verification;
    return {
      claim: { ...claim, customer: { ...claim.customer, verification } },
      entries: [{ actor: by, event: 'customer-verified', detail: { result, reason } }],
    };
  });
  if (stored instanceof Problem) return stored;
  if (stored.claim.customer.verification.result === 'matched') await deps.ledger.unverified.remove(ref.claimId);
  return stored.claim;
};
