import type { Claim, PoeFile } from '../claim.ts';
import { isHandedOut, isUnchecked, type ScanState } from './scan.ts';

/** What a claim makes of the scan of its proof. */

/** How long (ms) a scan may take before operators are asked. */
export const scanPatienceMs = 3_600_000;

const latest = (...instants: (string | undefined)[]): string =>
  instants.reduce<string>((last, instant) => (instant !== undefined && instant > last ? instant : last), '');

/** Since when the request of a claim may leave whose proof has been checked. */
export const proofCheckedAt = ({ poe, link, submittedAt }: Claim): string =>
  latest(
    link?.issuedAt ?? submittedAt,
    ...poe.flatMap(({ uploadedAt, checkedAt, malwareFoundAt }) => [uploadedAt, checkedAt, malwareFoundAt]),
  );

/** When the scan of a claim's proof has taken too long. Never before the submission, since no one waits for that of a draft. */
export const scanOverdueAt = ({ poe, link, submittedAt }: Claim): string => {
  const newest = latest(...poe.map(({ uploadedAt }) => uploadedAt));
  return latest(link?.issuedAt ?? submittedAt, new Date(Date.parse(newest) + scanPatienceMs).toISOString());
};

export const scanReasons = {
  malicious: 'Malware was found in a file of the claim.',
  failed: 'A file of the claim could not be checked for malware.',
  overdue: 'A file of the claim has been waiting for its malware check for more than an hour.',
} as const;

/** What operators have to be told about proof that keeps the request from leaving; undefined while the scan may still take its time. */
export const scanTrouble = (claim: Claim, now: Date): string | undefined => {
  if (claim.poe.some((file) => isUnchecked(file) && file.scan === 'failed')) return scanReasons.failed;
  const isOverdue = claim.poe.some(isUnchecked) && now.getTime() > Date.parse(scanOverdueAt(claim));
  return isOverdue ? scanReasons.overdue : undefined;
};

/** The claim without a flag that the scan raised, if nothing of it remains to be looked at. */
export const withoutSettledScanFlag = (claim: Claim): Claim => {
  const { attention, ...rest } = claim;
  const isOpen = claim.poe.some((file) => !isHandedOut(file));
  return attention?.raisedBy === 'scan' && !isOpen ? rest : claim;
};

/** The claim with one file that has been checked, by the scan or by operators, at `now`. */
export const withCheckedFile = (claim: Claim, file: PoeFile, scan: ScanState, now: Date): Claim => ({
  ...claim,
  poe: claim.poe.map((entry) => (entry === file ? { ...file, scan, checkedAt: now.toISOString() } : entry)),
});

/** The state of a file's copy: what was found in the bytes holds for the same bytes; everything else is scanned again. */
export const scanOfCopy = ({ scan }: PoeFile, awaitsScan: boolean): ScanState | undefined => {
  if (scan === 'clean' || scan === 'accepted') return scan;
  return scan !== undefined || awaitsScan ? 'pending' : undefined;
};
