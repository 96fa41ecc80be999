import { countries, type TCountryCode } from 'countries-list';
import type { StandingClaim } from '../../lib/result.ts';
import type { Claim } from '../claim.ts';

export const hintCodes = [
  'location-in-other-region',
  'held-by-other-partner',
  'own-claim-stands',
  'own-claim-ending',
  'locked',
  'figures-pending',
] as const;

/**
 * Advice about a claim in its present status. `until`: the day from which it no longer applies. `claim`: the caller's claim that it is
 * about.
 */
export type Hint = { code: (typeof hintCodes)[number]; message: string; until?: string; claim?: StandingClaim };

/** Who stands at what a draft is for: claims of its own partner that it would duplicate, and whether another partner holds it. */
export type SubjectFacts = { own: Claim[]; heldByOther: boolean };

/** The continent of a country; undefined for an unknown code. */
const regionOf = (country: string | undefined): string | undefined =>
  // The cast: an unknown code has no entry, which the library's type does not say.
  country === undefined
    ? undefined
    : (countries[country as TCountryCode] as { continent: string } | undefined)?.continent;

/** Hints for the claim's status. A location should be in the customer's region, says Partner Center (docs/domain.md). */
export const hintsOf = (claim: Claim, subjects: SubjectFacts): Hint[] => {
  switch (claim.status) {
    case 'draft':
      return [...regionHint(claim), ...holderHint(subjects), ...subjects.own.map(ownHint)];
    case 'submitted': {
      const message =
        'A claim that was submitted cannot be edited, but you can add comments and proof. To change anything else, withdraw the claim and copy it to a new draft.';
      return [{ code: 'locked', message }];
    }
    case 'approved':
      return figuresHint(claim);
    default:
      return [];
  }
};

const regionHint = ({ partnerLocation, customer }: Claim): Hint[] => {
  const [ours, theirs] = [regionOf(partnerLocation.country), regionOf(customer.country)];
  if (ours === undefined || theirs === undefined || ours === theirs) return [];
  const message = `${partnerLocation.name} (${partnerLocation.country}) is in another region than the customer (${customer.country}). Check that this MPN ID is the right one: a wrong one is found out late, and means a new claim.`;
  return [{ code: 'location-in-other-region', message }];
};

/** Another partner is not named. */
const holderHint = ({ heldByOther }: SubjectFacts): Hint[] => {
  const message =
    'Another partner is partner of record for a product and an activity of this claim. You can submit it: the customer then decides whether you take over. Without an answer nothing changes.';
  return heldByOther ? [{ code: 'held-by-other-partner', message }] : [];
};

const ownHint = ({ id, status, subscriptionsEndOn }: Claim): Hint => {
  const claim = { claimId: id, href: `/api/claims/${id}` };
  if (status === 'approved' && subscriptionsEndOn !== undefined) {
    const message = `Your claim ${id} for the same is approved and ends with its subscription on ${subscriptionsEndOn}. You can submit this one once it has ended.`;
    return { code: 'own-claim-ending', message, until: subscriptionsEndOn, claim };
  }
  const what = status === 'approved' ? 'is approved' : 'waits for the customer';
  const message = `Your claim ${id} for the same customer, product and activity ${what}. This one can only be submitted once that is over.`;
  return { code: 'own-claim-stands', message, claim };
};

/** A month's figures arrive by the 16th of the next month. Source: "Clocks" in docs/domain.md. */
const figuresHint = ({ closedAt }: Claim): Hint[] => {
  if (closedAt === undefined) return [];
  const approved = new Date(closedAt);
  const until = new Date(Date.UTC(approved.getUTCFullYear(), approved.getUTCMonth() + 1, 16))
    .toISOString()
    .slice(0, 10);
  const message = `The association is in place. Usage counts from the approval on; its first figures come by ${until}, so reports that are empty until then are no fault.`;
  return [{ code: 'figures-pending', message, until }];
};
