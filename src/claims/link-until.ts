import { type Claim, refOf } from '../domain/claim.ts';
import type { Deps } from './deps.ts';

/** Up to when the customer's current link works. */
export const linkUntil = async ({ links }: Pick<Deps, 'links'>, claim: Claim, now: Date): Promise<string> => {
  const { version = 1, issuedAt = now.toISOString() } = claim.link ?? {};
  return (await links.linkFor({ ...refOf(claim), version, issuedAt, purpose: 'decide' })).until;
};
