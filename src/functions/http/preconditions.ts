import type { HttpRequest } from '@azure/functions';
import type { Deps } from '../../claims/deps.ts';
import type { Claim } from '../../domain/claim.ts';
import { Problem } from '../../lib/result.ts';
import { isSameTag, noneMatchNames, strongTags } from './answer/entity-tags.ts';
import type { Call } from './route.ts';

/**
 * The ETag of a claim: its version, and how many of its files have been checked, which changes no version: `"5c1"`. Every answer with
 * JSON adds a hash of that (`tagged-answer.ts`), `"5c1.Zx…"`: what a claim lacks or allows also depends on the clock, on other claims
 * and on reference data.
 */
export const etagOf = (claim: Pick<Claim, 'version' | 'poe'>): string => `"${stateOf(claim)}"`;

const stateOf = ({ version, poe }: Pick<Claim, 'version' | 'poe'>): string => {
  const checked = poe.filter(({ checkedAt }) => checkedAt !== undefined).length;
  return checked === 0 ? `${version}` : `${version}c${checked}`;
};

/** The version in a claim's ETag, alone and with the number of checked files; undefined for other tags. */
const claimTag = (tag: string): { version: number; state: string } | undefined => {
  const [, state, version] = /^(?:W\/)?"((\d{1,9})(?:c\d{1,3})?)(?:\.[\w-]+)?"$/.exec(tag) ?? [];
  return state === undefined ? undefined : { version: Number(version), state };
};

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
  const versions = strongTags(header).flatMap((tag) => claimTag(tag)?.version ?? []);
  const [first, second] = versions;
  if (first === undefined) return new Problem('etag-stale');
  if (second === undefined) return first;
  const stored = await deps.claims.read(claim());
  if (stored === undefined) return new Problem('claim-not-found');
  return versions.includes(stored.claim.version) ? stored.claim.version : new Problem('etag-stale');
};

/** Like `matchedVersion`, but required: for changes that could overwrite another user's. */
export const requiredVersion = async (deps: Deps, call: Call): Promise<number | undefined | Problem> =>
  call.request.headers.has('if-match') ? matchedVersion(deps, call) : new Problem('if-match-required');

/** Whether the caller already has the version with this ETag, so that the answer is 304. */
export const isKnown = ({ headers }: Pick<HttpRequest, 'headers'>, etag: string): boolean =>
  noneMatchNames(headers.get('if-none-match'), (tag) => isSameTag(tag, etag));

/** Whether the caller has this version of a claim with what is known of its files, whatever else its answer depends on. */
export const isKnownVersion = (
  { headers }: Pick<HttpRequest, 'headers'>,
  claim: Pick<Claim, 'version' | 'poe'>,
): boolean => noneMatchNames(headers.get('if-none-match'), (tag) => claimTag(tag)?.state === stateOf(claim));
