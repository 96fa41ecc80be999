import type { ClaimSummary } from '../../domain/view/claim-summary.ts';
import type { Deps } from '../deps.ts';
import { atEveryPartner } from './at-every-partner.ts';

/** A claim as search finds it, with the partner whose it is. */
export type FoundClaim = Pick<ClaimSummary, 'id' | 'status' | 'name' | 'createdAt' | 'updatedAt'> & {
  partnerId: string;
  partnerName: string;
  customerName: string;
};
/** `more`: there are more than these. */
export type FoundClaims = { value: FoundClaim[]; more: boolean };

/** Claims in one answer. */
export const maxFound = 50;

/** A partner whose claims are searched. */
type SearchedPartner = { partnerId: string; name: string };
type Search = (partner: SearchedPartner) => Promise<{ value: ClaimSummary[]; more: boolean }>;

/** What `search` finds at each partner, newest first. */
export const findAtPartners = async (deps: Deps, search: Search): Promise<FoundClaims> => {
  const pages = await atEveryPartner(deps, async (partnerId): Promise<FoundClaims> => {
    const name = (await deps.reference.partner(partnerId))?.name ?? '';
    const { value, more } = await search({ partnerId, name });
    return { value: value.map((claim) => foundClaim(claim, { partnerId, name })), more };
  });
  // Claim IDs sort newest first.
  const all = pages.flatMap(({ value }) => value).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { value: all.slice(0, maxFound), more: all.length > maxFound || pages.some(({ more }) => more) };
};

const foundClaim = (
  { id, status, name: claimName, customer, createdAt, updatedAt }: ClaimSummary,
  { partnerId, name }: SearchedPartner,
): FoundClaim => ({
  id,
  status,
  createdAt,
  updatedAt,
  partnerId,
  partnerName: name,
  ...(claimName === undefined ? {} : { name: claimName }),
  customerName: customer.name ?? customer.domain,
});
