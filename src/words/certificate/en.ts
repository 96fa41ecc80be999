/** The certificate of a claim and the page that verifies it, in English; the other languages have this type. */
export const en = {
  title: 'Certificate of a customer association',
  lead: (service: string, operator: string) =>
    `${service}, run by ${operator}, certifies what its record holds about this claim.`,
  outcomes: {
    approved: 'Approved by the customer',
    'approved-by-silence': 'Approved: there was no answer in time, which counts as approval',
    declined: 'Declined by the customer',
    ended: 'Approved, and ended since',
  },
  endedBy: {
    partner: 'By the partner',
    customer: 'By the customer',
    system: 'The subscriptions have ended',
    operator: 'By the operators of the service',
  },
  headings: {
    decision: 'Decision',
    submission: 'What was submitted',
    proof: 'Proof of execution',
    check: 'Verification',
  },
  labels: {
    outcome: 'Outcome',
    endedHow: 'How it ended',
    customer: 'Customer',
    directory: 'Directory ID',
    customerContact: 'Contact of the customer',
    technicalContact: 'Technical contact',
    partnerContact: 'Contact of the partner',
    submitted: 'Submitted',
    submission: 'Hash of the submission',
    contactsSalt: 'Salt of the contacts',
    history: 'History',
    head: 'Hash of the last entry',
    asOf: 'As of',
  },
  entries: (count: number) => `${count} entries, each chained to the one before by its hash`,
  fileAdded: (moment: string) => `Added ${moment}`,
  noProof: 'No files.',
  erased: 'People at the customer were erased from this record. The hash of the contacts can no longer be compared.',
  check: (address: string) =>
    `Upload this file at ${address} to verify it. No account is needed. The service then also says whether the outcome has changed.`,
  hashes: 'All hashes are SHA-256.',
  page: (number: number, count: number) => `Page ${number} of ${count}`,

  /** On the customer's receipt. */
  receipt: {
    link: 'Download the certificate (PDF)',
    hint: 'Anyone can verify it on this site.',
    unavailable: {
      title: 'No certificate can be issued',
      text: 'The history of this request does not hold, so this service certifies nothing. The operators of this service can see why.',
    },
  },

  /** The public page. */
  verify: {
    title: 'Verify a certificate',
    lead: 'A certificate is a PDF file that this service has issued about the answer to a request. Upload the file as you received it. It is checked and not kept.',
    file: 'Certificate (PDF file)',
    button: 'Verify',
    again: 'Verify another certificate',
    genuine: 'This certificate is genuine',
    genuineText: 'This service issued it, and it has not been altered.',
    notGenuine: 'This certificate is not genuine',
    notGenuineText:
      'This service did not issue this file, or it was changed afterwards. Ask for the original file: a printed, scanned or newly saved copy cannot be verified.',
    today: 'Today',
    state: {
      same: 'The outcome is still the one on the certificate.',
      changed: 'The outcome has changed since the certificate was issued. Ask the partner for a new one.',
      contradicted:
        'The record of this service no longer agrees with the certificate. Tell the operators of this service.',
      gone: 'The claim is no longer on file, since the time for which it is kept has passed.',
    },
    errors: {
      'no-file': 'Please choose a file first.',
      'too-large': 'The file is too large to be a certificate: at most 5 MB.',
      unreadable: 'The file could not be read. Please send it again.',
    },
    tryAgain: {
      title: 'Please try again in a moment',
      text: 'Something went wrong on our side, and the certificate was not checked.',
    },
  },
};

/** All phrases about certificates, in one language. */
export type CertificateWords = typeof en;
