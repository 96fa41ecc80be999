import { countries, type TCountryCode } from 'countries-list';
import type { Claim } from '../claim.ts';

export const hintCodes = ['location-in-other-region', 'locked', 'figures-pending'] as const;

/** Advice about a claim in its present status; it never blocks. `until`: the day from which it no longer applies. */
export type Hint = { code: (typeof hintCodes)[number]; message: string; until?: string };

/** The continent of a country; undefined for an unknown code. */
const regionOf = (country: string | undefined): string | undefined =>
  // The cast: an unknown code has no entry, which the library's type does not say.
  country === undefined
    ? undefined
    : (countries[country as TCountryCode] as { continent: string } | undefined)?.continent;

/** Hints for the claim's status. A location should be in the customer's region, says Partner Center (docs/domain.md). */
export const hintsOf = (claim: Claim): Hint[] => {
  switch (claim.status) {
    case 'draft':
      return regionHint(claim);
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
