import { Problem } from '../../lib/result.ts';
import type { Claim } from '../claim.ts';

/** What a certificate says became of a claim. */
export const certifiedOutcomes = ['approved', 'approved-by-silence', 'declined', 'ended'] as const;
export type CertifiedOutcome = (typeof certifiedOutcomes)[number];

/** The outcome of a claim that was decided; undefined for any other. */
export const certifiedOutcome = ({ status, consent }: Claim): CertifiedOutcome | undefined => {
  if (status === 'approved') return consent === 'silence' ? 'approved-by-silence' : 'approved';
  return status === 'declined' || status === 'ended' ? status : undefined;
};

/** The outcome to certify, or why there is none. */
export const outcomeToCertify = (claim: Claim): CertifiedOutcome | Problem =>
  certifiedOutcome(claim) ??
  new Problem('action-not-allowed', `The claim is ${claim.status}: only a decided claim has a certificate.`);

/** What a certificate says, for the service itself: its page shows it, and finds the claim by it. */
export type CertificateFacts = {
  claimId: string;
  partnerId: string;
  partnerName: string;
  customerName: string;
  outcome: CertifiedOutcome;
  /** When the claim last changed before it was certified. */
  asOf: string;
  /** How many entries the history had, and the hash of the last. */
  entries: number;
  headHash: string;
};
