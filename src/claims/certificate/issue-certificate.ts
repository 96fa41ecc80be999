import type { Claim, ClaimRef } from '../../domain/claim.ts';
import type { Language } from '../../domain/language.ts';
import { type CertificateFacts, type CertifiedOutcome, outcomeToCertify } from '../../domain/record/certificate.ts';
import type { HistoryVerification } from '../../domain/record/verification.ts';
import { Problem } from '../../lib/result.ts';
import { customerName } from '../../words/claim-words.ts';
import type { Deps } from '../deps.ts';
import { readCheckedRecord } from '../record/read-record.ts';

/** A sealed certificate, and the name to save it under. */
export type Certificate = { bytes: Buffer; fileName: string };

/** Certifies a decided claim in this language, or in its customer's. Refused where the history does not verify. */
export const issueCertificate = async (
  deps: Deps,
  ref: ClaimRef,
  language?: Language,
): Promise<Certificate | Problem> => {
  const read = await readCheckedRecord(deps, ref);
  if (read instanceof Problem) return read;
  const { claim, verification } = read;
  const outcome = outcomeToCertify(claim);
  if (outcome instanceof Problem) return outcome;
  if (!verification.intact) return new Problem('history-broken');
  // Loaded when it is first asked for: the library for PDF files would make every cold start slower.
  const { certificatePdf } = await import('../../documents/certificate/certificate-pdf.ts');
  const document = await certificatePdf(
    {
      claim,
      outcome,
      verification,
      language: language ?? claim.customer.language ?? 'en',
      address: certificatesAddress(deps),
      service: deps.service,
    },
    { facts: factsOf(claim, outcome, verification), fonts: deps.certificateFonts },
  );
  return { bytes: deps.certificateSeal.seal(document), fileName: `Certificate ${claim.id}.pdf` };
};

/** The page that verifies certificates. */
export const certificatesAddress = ({ publicUrl }: Pick<Deps, 'publicUrl'>): string =>
  `${publicUrl.replace(/\/$/, '')}/certificates`;

const factsOf = (claim: Claim, outcome: CertifiedOutcome, { chain }: HistoryVerification): CertificateFacts => ({
  claimId: claim.id,
  partnerId: claim.partnerId,
  partnerName: claim.partnerName,
  customerName: customerName(claim),
  outcome,
  asOf: claim.updatedAt,
  entries: chain.entries,
  headHash: chain.headHash,
});
