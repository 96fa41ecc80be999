import type { HttpRequest } from '@azure/functions';
import type { Claim } from '../../domain/claim.ts';
import { Problem } from '../../lib/result.ts';

/** The ETag of a claim: its version. */
export const etagOf = ({ version }: Claim): string => `"${version}"`;

/** The version that If-Match names: undefined for `*` or no header, a problem for an ETag that no claim ever had. */
export const matchedVersion = (request: HttpRequest): number | undefined | Problem => {
  const header = request.headers.get('if-match')?.trim();
  if (header === undefined || header === '*') return undefined;
  const version = /^"(\d{1,9})"$/.exec(header)?.[1];
  return version === undefined ? new Problem('etag-stale') : Number(version);
};

/** As `matchedVersion`, for changes that would otherwise overwrite what somebody else wrote. */
export const requiredVersion = (request: HttpRequest): number | undefined | Problem =>
  request.headers.has('if-match') ? matchedVersion(request) : new Problem('if-match-required');
