import { type Claim, refOf } from '../../domain/claim.ts';
import type { Subscription } from '../../domain/customer/subscriptions.ts';
import { missingForSubmission } from '../../domain/draft/completeness.ts';
import { type ReservedBy, reservedUnits, unitsOf } from '../../domain/reservation/reservation.ts';
import { type FieldError, Problem } from '../../lib/result.ts';
import type { Deps } from '../deps.ts';
import { chooseLocation } from './choose-location.ts';
import { subscriptionFacts } from './subscription-facts.ts';

/** What decides whether a draft can be submitted: what it lacks, and which other claims hold what it is for. */
export type SubmissionFacts = { subscriptions: Subscription[]; missing: FieldError[]; reservedBy: ReservedBy };

/** What a claim lacks as of now, by its record and by reference data. `callerEmail`: who would submit it. */
export const missingNow = async (
  deps: Deps,
  claim: Claim,
  callerEmail: string | undefined,
): Promise<Pick<SubmissionFacts, 'subscriptions' | 'missing'>> => {
  const subscriptions = await subscriptionFacts(deps, claim);
  const missing = [...missingForSubmission(claim, subscriptions, callerEmail), ...(await locationErrors(deps, claim))];
  return { subscriptions, missing };
};

/** The facts of any claim; only a draft can lack something. */
export const submissionFacts = async (
  deps: Deps,
  claim: Claim,
  callerEmail: string | undefined,
): Promise<SubmissionFacts> => {
  if (claim.status !== 'draft') {
    return { subscriptions: await subscriptionFacts(deps, claim), missing: [], reservedBy: new Map() };
  }
  const [facts, reservedBy] = await Promise.all([
    missingNow(deps, claim, callerEmail),
    deps.claims.reservedBy(refOf(claim), reservedUnits(unitsOf(claim))),
  ]);
  return { ...facts, reservedBy };
};

/** A location may have been closed since it was chosen, or since the claim was made that this one is a copy of. */
const locationErrors = async (deps: Deps, { partnerId, partnerLocation }: Claim): Promise<FieldError[]> => {
  const partner = await deps.reference.partner(partnerId);
  if (partner === undefined) return [];
  const location = chooseLocation(partner, partnerLocation.mpnId);
  return location instanceof Problem ? location.errors : [];
};
