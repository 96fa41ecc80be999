import type { Claim, Contact } from '../../domain/claim.ts';
import { closedBy } from '../../domain/closed-by.ts';
import type { Language } from '../../domain/language.ts';
import { isHandedOut } from '../../domain/proof/scan.ts';
import type { CertifiedOutcome } from '../../domain/record/certificate.ts';
import type { HistoryVerification } from '../../domain/record/verification.ts';
import type { Service } from '../../domain/service.ts';
import { shownAddress } from '../../lib/hosts/idn.ts';
import { certificateWordsIn } from '../../words/certificate/certificate-words.ts';
import type { CertificateWords } from '../../words/certificate/en.ts';
import {
  activityNames,
  customerInWords,
  dateFacts,
  partnerInWords,
  productNames,
  provenSentence,
  revenueFacts,
  type Voice,
  voiceIn,
} from '../../words/claim-words.ts';

/** What a certificate is made of. `address`: the page that verifies it; `service`: who certifies. */
export type Certified = {
  claim: Claim;
  outcome: CertifiedOutcome;
  verification: HistoryVerification;
  language: Language;
  address: string;
  service: Pick<Service, 'name' | 'operator'>;
};

/** A part of the page: a paragraph, or labels with their values, of which each begins a line. */
export type Block = { kind: 'title' | 'heading' | 'text' | 'small'; text: string } | { kind: 'facts'; rows: Fact[] };
type Fact = [label: string, ...values: string[]];

/** What a certificate says, from top to bottom. */
export const certificateContent = (certified: Certified): Block[] => {
  const { claim, language, address, service } = certified;
  const words = certificateWordsIn(language);
  const voice = voiceIn(language, claim);
  return [
    { kind: 'title', text: words.title },
    { kind: 'text', text: words.lead(service.name, service.operator) },
    { kind: 'heading', text: words.headings.decision },
    { kind: 'facts', rows: decisionFacts(certified, words, voice) },
    { kind: 'heading', text: words.headings.submission },
    { kind: 'facts', rows: submissionFacts(certified, words, voice) },
    { kind: 'heading', text: words.headings.proof },
    ...proofBlocks(claim, words, voice),
    { kind: 'heading', text: words.headings.check },
    { kind: 'facts', rows: historyFacts(certified, words, voice) },
    { kind: 'text', text: words.check(address) },
    { kind: 'small', text: words.hashes },
    ...(claim.contactErasedAt === undefined ? [] : [{ kind: 'small' as const, text: words.erased }]),
  ];
};

/** The rows that have a value. */
const known = (rows: [label: string, value: string | undefined][]): Fact[] =>
  rows.flatMap(([label, value]) => (value ? [[label, value] satisfies Fact] : []));

const contactInWords = ({ name, title, email }: Partial<Contact> = {}): string =>
  [name, title, email && shownAddress(email)].filter((part) => part).join(', ');

const decisionFacts = ({ claim, outcome }: Certified, words: CertificateWords, voice: Voice): Fact[] => {
  const { decision, customerContact } = claim;
  const closer = outcome === 'ended' ? closedBy(claim) : undefined;
  const by: Fact[] = decision
    ? [[voice.words.labels.answeredBy, contactInWords(customerContact), ...sentences(provenSentence(claim, voice))]]
    : [];
  return [
    [words.labels.outcome, words.outcomes[outcome]],
    ...by,
    ...dateFacts(claim, voice),
    ...known([
      [voice.words.labels.reason, decision?.reason],
      [words.labels.endedHow, closer && words.endedBy[closer]],
    ]),
  ];
};

const sentences = (text: string | undefined): string[] => (text === undefined ? [] : [text]);

const submissionFacts = ({ claim, verification }: Certified, words: CertificateWords, voice: Voice): Fact[] => {
  const { customer, customerContact, technicalContact, partnerContact, submittedAt, submission } = claim;
  const { labels } = words;
  return [
    ...known([
      [voice.words.labels.claim, claim.id],
      [voice.words.labels.partner, partnerInWords(claim, voice)],
      [labels.customer, customerInWords(claim, voice)],
      [labels.directory, customer.directoryId],
      [voice.words.labels.purpose, activityNames(claim, voice)],
    ]),
    [voice.words.labels.products, ...productNames(claim, voice)],
    ...revenueFacts(claim, voice),
    ...known([
      [labels.customerContact, contactInWords(customerContact)],
      [labels.technicalContact, contactInWords(technicalContact)],
      [labels.partnerContact, contactInWords(partnerContact)],
      [labels.submitted, submittedAt && voice.moment(submittedAt)],
      [labels.submission, verification.submission?.sha256],
      [labels.contactsSalt, submission?.salt],
    ]),
  ];
};

/** The files by name, with their hashes. A file that is not handed out proves nothing. */
const proofBlocks = ({ poe }: Claim, words: CertificateWords, { moment }: Voice): Block[] => {
  const files = poe.filter(isHandedOut);
  if (files.length === 0) return [{ kind: 'text', text: words.noProof }];
  const rows = files.map(
    ({ fileName, uploadedAt, sha256 }): Fact => [fileName, words.fileAdded(moment(uploadedAt)), sha256],
  );
  return [{ kind: 'facts', rows }];
};

const historyFacts = ({ claim, verification }: Certified, words: CertificateWords, { moment }: Voice): Fact[] => [
  [words.labels.asOf, moment(claim.updatedAt)],
  [words.labels.history, words.entries(verification.chain.entries)],
  [words.labels.head, verification.chain.headHash],
];
