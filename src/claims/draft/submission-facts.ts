import { type Claim, refOf } from '../../domain/claim.ts';
import { mailboxErrors } from '../../domain/customer/mailbox.ts';
import type { Subscription } from '../../domain/customer/subscriptions.ts';
import { missingForSubmission, templateErrors } from '../../domain/draft/completeness.ts';
import type { SubjectFacts } from '../../domain/draft/hints.ts';
import { policyOf } from '../../domain/request/claim-policy.ts';
import { type ReservedBy, reservedUnits, unitsOf } from '../../domain/reservation/reservation.ts';
import { type FieldError, Problem } from '../../lib/result.ts';
import type { Deps } from '../deps.ts';
import { holdersOf } from '../holder/holders-of.ts';
import { readSubjects } from '../holder/read-subjects.ts';
import { chooseLocation } from './choose-location.ts';
import { subscriptionFacts } from './subscription-facts.ts';

/** What decides whether a draft can be submitted: what it lacks, and who stands at what it is for. */
export type SubmissionFacts = {
  subscriptions: Subscription[];
  missing: FieldError[];
  reservedBy: ReservedBy;
  subjects: SubjectFacts;
};

/** What a claim lacks as of now, by its record and by reference data. `callerEmail`: who would submit it. */
export const missingNow = async (
  deps: Deps,
  claim: Claim,
  callerEmail: string | undefined,
): Promise<Pick<SubmissionFacts, 'subscriptions' | 'missing'>> => {
  const subscriptions = await subscriptionFacts(deps, claim);
  const missing = [
    ...missingForSubmission(claim, subscriptions, callerEmail),
    ...templateErrors(claim, policyOf(claim, deps.policy)),
    ...mailboxErrors(claim, deps.foreignContacts, callerEmail),
    ...(await locationErrors(deps, claim)),
  ];
  return { subscriptions, missing };
};

/** The facts of any claim; only a draft can lack something. */
export const submissionFacts = async (
  deps: Deps,
  claim: Claim,
  callerEmail: string | undefined,
): Promise<SubmissionFacts> => {
  if (claim.status !== 'draft') {
    const subjects = { own: [], heldByOther: false };
    return { subscriptions: await subscriptionFacts(deps, claim), missing: [], reservedBy: new Map(), subjects };
  }
  const [facts, standing] = await Promise.all([missingNow(deps, claim, callerEmail), standingAt(deps, claim)]);
  return { ...facts, ...standing };
};

/** Who stands at the subjects of a draft. Its partner's reservations are looked up only if the partner has a claim there. */
const standingAt = async (deps: Deps, claim: Claim): Promise<Pick<SubmissionFacts, 'reservedBy' | 'subjects'>> => {
  const { id, partnerId } = claim;
  const rows = await readSubjects(deps, claim);
  const isOwn = rows.some(({ entries }) => entries.some((one) => one.partnerId === partnerId && one.claimId !== id));
  const [reservedBy, holders] = await Promise.all([
    isOwn ? deps.claims.reservedBy(refOf(claim), reservedUnits(unitsOf(claim))) : new Map<string, string[]>(),
    holdersOf(deps, claim, rows),
  ]);
  const ids = [...new Set([...reservedBy.values()].flat())];
  const own = await Promise.all(ids.map(async (claimId) => (await deps.claims.read({ partnerId, claimId }))?.claim));
  return {
    reservedBy,
    subjects: {
      own: own.filter((one) => one !== undefined),
      heldByOther: holders.some((holder) => holder.partnerId !== partnerId),
    },
  };
};

/** A location may have been closed since it was chosen, or since the claim was made that this one is a copy of. */
const locationErrors = async (deps: Deps, { partnerId, partnerLocation }: Claim): Promise<FieldError[]> => {
  const partner = await deps.reference.partner(partnerId);
  if (partner === undefined) return [];
  const location = chooseLocation(partner, partnerLocation.mpnId);
  return location instanceof Problem ? location.errors : [];
};
