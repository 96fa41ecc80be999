import * as z from 'zod';
import { claimIdPattern } from '../../domain/ids.ts';
import { type CertificateFacts, certifiedOutcomes } from '../../domain/record/certificate.ts';

const mark = 'certificate-facts.';

/** What a certificate says, as an entry of its document information, which is not compressed. */
export const factsEntry = (facts: CertificateFacts): Record<string, string> => ({
  Certificate: `${mark}${Buffer.from(JSON.stringify(facts)).toString('base64url')}`,
});

/** In a text of a PDF file, parentheses are escaped: no name in a document can look like this. */
const entry = /\(certificate-facts\.([\w-]+)\)/;

const shape = z.object({
  claimId: z.string().regex(claimIdPattern),
  partnerId: z.guid(),
  partnerName: z.string(),
  customerName: z.string(),
  outcome: z.enum(certifiedOutcomes),
  asOf: z.iso.datetime(),
  entries: z.int().min(1),
  headHash: z.string(),
});

/** The facts in a certificate. That it is genuine must be known before: they decide which claim is read. */
export const factsIn = (bytes: Uint8Array): CertificateFacts => {
  const [, encoded = ''] = entry.exec(Buffer.from(bytes).toString('latin1')) ?? [];
  return shape.parse(JSON.parse(Buffer.from(encoded, 'base64url').toString()));
};
