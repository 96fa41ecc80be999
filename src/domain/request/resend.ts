import { Problem } from '../../lib/result.ts';
import type { Claim } from '../claim.ts';

/** Limits on resending: how often, and the minimum pause (ms). */
const maxResends = 3;
const pauseMs = 15 * 60_000;
/** Maximum links of one claim, so that no partner can keep a window open or fill a mailbox for ever. */
const maxLinks = 20;

/** Whether the claim may get another link. */
export const hasLinksLeft = ({ link }: Claim): boolean => (link?.version ?? 0) < maxLinks;

/** Whether the same contact may be asked again. */
export const hasResendsLeft = (claim: Claim): boolean => (claim.resends ?? 0) < maxResends && hasLinksLeft(claim);

/** When a resend is possible: a pause after the current link was issued or its mail accepted, whichever is later. */
export const resendFrom = ({ link, request }: Claim): string => {
  const asked = [link?.issuedAt, request?.sentAt].map((instant) => (instant === undefined ? 0 : Date.parse(instant)));
  return new Date(Math.max(...asked) + pauseMs).toISOString();
};

/** Why the contact can't be asked again now; undefined if they can. */
export const resendRefusal = (claim: Claim, now: Date): Problem | undefined => {
  if (!hasResendsLeft(claim)) return new Problem('too-many-resends');
  const waitSeconds = Math.ceil((Date.parse(resendFrom(claim)) - now.getTime()) / 1000);
  if (waitSeconds <= 0) return undefined;
  const detail = `The customer was asked less than 15 minutes ago. Try again in ${waitSeconds} s.`;
  return new Problem('too-soon', detail, [], { retryAfterSeconds: waitSeconds });
};
