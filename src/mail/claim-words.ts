import { catalogueOf, chosen, productOf } from '../domain/catalogue.ts';
import type { Claim } from '../domain/claim.ts';

/** How a claim is put into words, in mails and on the customer's page. */

const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });
const momentFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' });

/** `Friday, 27 November 2026`. */
export const dayInWords = (instant: string): string => dayFormat.format(new Date(instant));

/** `Friday 27 November 2026 at 23:59 (UTC)`. */
export const momentInWords = (instant: string): string => `${momentFormat.format(new Date(instant))} (UTC)`;

export const customerName = ({ customer }: Claim): string => customer.name ?? customer.domain;

/** `Northwind Partners, Seattle (MPN ID 4512345)`: a location is often named after its partner already. */
export const partnerInWords = ({ partnerName, partnerLocation: { name, mpnId } }: Claim): string =>
  `${name.startsWith(partnerName) ? name : `${partnerName}, ${name}`} (MPN ID ${mpnId})`;

export const productNames = (claim: Claim): string[] =>
  claim.products.map(({ code, subscriptionId }) => {
    const name = productOf(catalogueOf(claim.catalogueVersion), code)?.name ?? code;
    return subscriptionId ? `${name} (subscription ${subscriptionId})` : name;
  });

export const activityNames = (claim: Claim): string =>
  chosen(catalogueOf(claim.catalogueVersion), claim)
    .activities.map(({ name }) => name)
    .join(' and ');

/** What approving gives, and what it does not. Source: domain brief, section 1. */
export const sees = (claim: Claim): string =>
  `${claim.partnerName} becomes the partner of record for these products and sees usage and sold-seat figures for them.`;
export const seesNot = (claim: Claim): string =>
  `${claim.partnerName} gets no administrator rights, no access to your systems, and no other data of yours.`;

/** What no answer means. */
export const silenceInWords = (onSilence: 'expire' | 'approve'): string =>
  onSilence === 'approve'
    ? 'If you do not answer by then, the request counts as approved.'
    : 'If you do not answer by then, the request expires and nothing changes.';
