import { present } from '../../lib/present.ts';
import type { Claim, Contact } from '../claim.ts';
import { sha256Of } from '../digest.ts';

/**
 * What was submitted, as hashes for the history. The parts are hashed one by one, so that the others can still be checked when a
 * contact has been replaced or erased.
 */

export const submissionParts = ['partner', 'customer', 'products', 'contacts', 'proof'] as const;
export type SubmissionPart = (typeof submissionParts)[number];

/** SHA-256 of each part, and of all of them with the claim's ID and the time of submission. */
export type SubmissionDigests = Record<SubmissionPart | 'sha256', string>;

/** The event of a submission, and that of another contact: their entries hold the hash of the contacts. */
export const submittedEvent = 'submitted';
export const contactChangedEvent = 'contact-changed';

const contactOf = (contact: (Partial<Contact> & { foreignDomainReason?: string }) | undefined) =>
  contact &&
  present({
    name: contact.name,
    title: contact.title,
    email: contact.email,
    foreignDomainReason: contact.foreignDomainReason,
  });

/** The files that the partner submitted: after that, files are only added. */
const submittedFiles = ({ poe, submission }: Claim) => poe.slice(0, submission?.files);

/** What is hashed of each part. Labels of the partner's own (name of the claim, notes on files) are not submitted to anybody. */
const contentOf: Record<SubmissionPart, (claim: Claim) => object> = {
  partner: ({ partnerId, partnerName, partnerLocation }) => ({ partnerId, partnerName, partnerLocation }),
  customer: ({ customer: { verification: _, ...customer }, disclosureSigned }) =>
    present({ ...customer, disclosureSigned }),
  products: ({ catalogueVersion, solutionArea, track, activities, products, revenue, incentiveOptOut }) =>
    present({ catalogueVersion, solutionArea, track, activities, products, revenue, incentiveOptOut }),
  contacts: ({ submission, customerContact, technicalContact, partnerContact }) =>
    present({
      salt: submission?.salt,
      customerContact: contactOf(customerContact),
      technicalContact: contactOf(technicalContact),
      partnerContact: contactOf(partnerContact),
    }),
  proof: (claim) => submittedFiles(claim).map(({ fileName, size, sha256 }) => ({ fileName, size, sha256 })),
};

/** The hash of one part of a submitted claim as it is now. */
export const partDigest = (claim: Claim, part: SubmissionPart): string => sha256Of(contentOf[part](claim));

/** The hash of a whole submission, from those of its parts. */
export const wholeDigest = ({ id, submittedAt }: Claim, parts: Record<SubmissionPart, string>): string => {
  const { partner, customer, products, contacts, proof } = parts;
  return sha256Of({ id, submittedAt, partner, customer, products, contacts, proof });
};

/** The hashes of a claim that is being submitted. */
export const submissionDigests = (claim: Claim): SubmissionDigests => {
  const parts = {
    partner: partDigest(claim, 'partner'),
    customer: partDigest(claim, 'customer'),
    products: partDigest(claim, 'products'),
    contacts: partDigest(claim, 'contacts'),
    proof: partDigest(claim, 'proof'),
  };
  return { sha256: wholeDigest(claim, parts), ...parts };
};
