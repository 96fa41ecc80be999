import type { Claim } from '../domain/claim.ts';
import type { Service } from '../domain/service.ts';
import { nameInWords } from '../words/name-in-words.ts';
import { claimFacts } from './claim-facts.ts';
import { type Block, compose } from './layout.ts';
import type { Mail } from './sender.ts';

type Letter = {
  kind: Mail['kind'];
  number: number;
  subject: string;
  /** Paragraphs and quotes before the facts and after them; undefined and empty ones are left out. */
  opening: (string | Block | undefined)[];
  closing: string[];
  /** Instead of the facts of the claim. */
  facts?: Block;
  /** Instead of the partner contact. */
  to?: { name?: string | undefined; email?: string | undefined } | undefined;
};

/** The claim's page in the portal. */
const claimPageUrl = ({ url }: Service, { id }: Claim): string => `${url.replace(/\/$/, '')}/associations/${id}`;

const paragraphs = (parts: (string | Block | undefined)[]): Block[] =>
  parts.flatMap((part) => (part ? [typeof part === 'string' ? { paragraph: part } : part] : []));

/** A mail to the partner of a claim, in English. It links to the claim's page in the portal, which asks for a sign-in. */
export const toPartner = (service: Service, claim: Claim, letter: Letter): Mail => {
  const { kind, number, subject, opening, closing, facts = claimFacts(claim), to = claim.partnerContact } = letter;
  const { name = '', email = '' } = to ?? {};
  const greeting = `Dear ${nameInWords(name) || 'colleague'},`;
  return {
    kind,
    number,
    partnerId: claim.partnerId,
    claimId: claim.id,
    to: { address: email, name },
    subject,
    ...compose(subject, [
      ...paragraphs([greeting, ...opening]),
      facts,
      ...paragraphs(closing),
      { button: claim.status === 'draft' ? 'Open the draft' : 'Open the claim', href: claimPageUrl(service, claim) },
    ]),
  };
};
