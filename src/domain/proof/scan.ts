import { Problem } from '../../lib/result.ts';

/** What the malware scan means for a file: who may have it, and what waits for it. Decided by the record alone. */

/**
 * `pending`: the file is being checked. `failed`: it could not be checked. `accepted`: operators let such a file through. A file
 * in which malware was found has `malwareFoundAt` instead.
 */
export const scanStates = ['pending', 'clean', 'failed', 'accepted'] as const;
export type ScanState = (typeof scanStates)[number];

/** What a file says of its scan; see `PoeFile`. */
type Scanned = { malwareFoundAt?: string; scan?: ScanState };
/** Seconds after which a file that is being checked is worth another request. */
const retryAfterSeconds = 5;

/** Why no one gets the file; undefined if it is handed out. */
export const withholding = ({ malwareFoundAt, scan }: Scanned): Problem | undefined => {
  if (malwareFoundAt !== undefined) return new Problem('poe-malicious');
  if (scan === 'pending') return new Problem('poe-being-checked', undefined, [], { retryAfterSeconds });
  return scan === 'failed' ? new Problem('poe-not-checked') : undefined;
};

export const isHandedOut = (file: Scanned): boolean => withholding(file) === undefined;

/** Whether a file could be shown at `at`; it may have been found bad since. */
export const wasHandedOut = (file: Scanned & { uploadedAt: string; checkedAt?: string }, at: string): boolean => {
  const { uploadedAt, checkedAt = uploadedAt, malwareFoundAt = '' } = file;
  const isFoundBefore = malwareFoundAt !== '' && malwareFoundAt <= at;
  return !isUnchecked(file) && !isFoundBefore && uploadedAt <= at && checkedAt <= at;
};

/** Whether a file waits for its scan, or for operators after a scan that failed. */
export const isUnchecked = ({ malwareFoundAt, scan }: Scanned): boolean =>
  malwareFoundAt === undefined && (scan === 'pending' || scan === 'failed');

type Proof = { poe: Scanned[] };

/** Whether malware was found in the whole proof of a claim: nothing is left of it to be shown to the customer. */
const isAllMalicious = ({ poe }: Proof): boolean =>
  poe.length > 0 && poe.every(({ malwareFoundAt }) => malwareFoundAt !== undefined);

/** Whether the request may leave: every file has been checked, and the claim still has proof. */
export const isProofChecked = (claim: Proof): boolean => !claim.poe.some(isUnchecked) && !isAllMalicious(claim);

/** Whether the claim is submitted and its request has not left, so that it waits for the scan of its proof. */
export const waitsForScan = (claim: Proof & { status: string; request?: unknown }): boolean =>
  claim.status === 'submitted' && claim.request === undefined && !isProofChecked(claim);
