import { Problem } from '../../lib/result.ts';
import type { Claim } from '../claim.ts';

/** A customer is asked again this often at most, and not before this long (ms) after the last time. */
const maxResends = 3;
const pauseMs = 15 * 60_000;
/** How many links a claim may ever have: no partner can keep a window open, or fill a mailbox, for ever. */
const maxLinks = 20;

/** May the claim get another link? */
export const hasLinksLeft = ({ link }: Claim): boolean => (link?.version ?? 0) < maxLinks;

/** May the same contact be asked once more? */
export const hasResendsLeft = (claim: Claim): boolean => (claim.resends ?? 0) < maxResends && hasLinksLeft(claim);

/** From when on: some time after the link was made that is valid now, or its mail was accepted, which may be later. */
export const resendFrom = ({ link, request }: Claim): string => {
  const asked = [link?.issuedAt, request?.sentAt].map((instant) => (instant === undefined ? 0 : Date.parse(instant)));
  return new Date(Math.max(...asked) + pauseMs).toISOString();
};

/** Why somebody who was asked cannot be asked again now. */
export const resendRefusal = (claim: Claim, now: Date): Problem | undefined => {
  if (!hasResendsLeft(claim)) return new Problem('too-many-resends');
  const waitSeconds = Math.ceil((Date.parse(resendFrom(claim)) - now.getTime()) / 1000);
  if (waitSeconds <= 0) return undefined;
  const detail = `The customer was asked less than 15 minutes ago. Try again in ${waitSeconds} s.`;
  return new Problem('too-soon', detail, [], { retryAfterSeconds: waitSeconds });
};
