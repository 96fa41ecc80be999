import type { HttpRequest } from '@azure/functions';
import type { Deps } from '../../claims/deps.ts';
import type { Claim } from '../../domain/claim.ts';
import { Problem } from '../../lib/result.ts';
import { matchesAny, strongTags } from './entity-tags.ts';
import type { Call } from './route.ts';

/** The ETag of a claim: its version. */
export const etagOf = ({ version }: Pick<Claim, 'version'>): string => `"${version}"`;

/**
 * The version that a change is for: the one that If-Match names, or of several the present one. Undefined for `*` or no header;
 * a problem when none of them is a version that the claim can have.
 */
export const matchedVersion = async (
  deps: Deps,
  { request, claim }: Pick<Call, 'request' | 'claim'>,
): Promise<number | undefined | Problem> => {
  const header = request.headers.get('if-match')?.trim();
  if (header === undefined || header === '*') return undefined;
  const versions = strongTags(header).filter((tag) => /^"\d{1,9}"$/.test(tag));
  const [first, second] = versions;
  if (first === undefined) return new Problem('etag-stale');
  if (second === undefined) return Number(first.slice(1, -1));
  const stored = await deps.claims.read(claim());
  if (stored === undefined) return new Problem('claim-not-found');
  return versions.includes(etagOf(stored.claim)) ? stored.claim.version : new Problem('etag-stale');
};

/** Like `matchedVersion`, but required: for changes that could overwrite another user's. */
export const requiredVersion = async (deps: Deps, call: Call): Promise<number | undefined | Problem> =>
  call.request.headers.has('if-match') ? matchedVersion(deps, call) : new Problem('if-match-required');

/** Whether the caller already has the version with this ETag, so that the answer is 304. */
export const isKnown = ({ headers }: Pick<HttpRequest, 'headers'>, etag: string): boolean => {
  const header = headers.get('if-none-match');
  return header !== null && matchesAny(header, etag);
};
