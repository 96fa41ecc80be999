import type { Claim } from '../domain/claim.ts';
import { bothSidesNumbers } from '../domain/mail-kinds.ts';
import type { DatedLink } from '../identity/decision-links.ts';
import { customerName, customerVoice, tookOverSentence } from '../words/claim-words.ts';
import { nameInWords } from '../words/name-in-words.ts';
import { claimFactsForCustomer } from './claim-facts.ts';
import { type Block, compose } from './layout.ts';
import type { Mail } from './sender.ts';

/** Mails to a customer contact, in the customer's language. */

type Letter = {
  kind: Mail['kind'];
  number: number;
  subject: string;
  blocks: Block[];
  /** The claim's customer contact, unless it is somebody else. */
  to?: { name: string; email: string };
};

/** A mail to the customer; answers to it go to the partner contact. */
export const toCustomer = (claim: Claim, { kind, number, subject, blocks, to }: Letter): Mail => {
  const { words, language } = customerVoice(claim);
  const { name = '', email = '' } = to ?? claim.customerContact ?? {};
  return {
    kind,
    number,
    partnerId: claim.partnerId,
    claimId: claim.id,
    to: { address: email, name },
    replyTo: { address: claim.partnerContact?.email ?? '', name: claim.partnerContact?.name ?? '' },
    subject,
    ...compose(subject, [{ paragraph: words.greeting(nameInWords(name)) }, ...blocks], language),
  };
};

/** What was recorded. `link` leads to the page on which an approval can be taken back. */
export const receiptMail = (claim: Claim, link?: DatedLink): Mail => {
  const voice = customerVoice(claim);
  const { words, moment } = voice;
  const { mail } = words;
  const outcome = claim.status === 'approved' ? 'approved' : 'declined';
  const reason = claim.decision?.reason;
  const tookOver = tookOverSentence(claim, voice);
  const takeBack: Block[] =
    link === undefined
      ? []
      : [{ paragraph: mail.takeBack(moment(link.until)) }, { button: mail.takeBackButton, href: link.href }];
  return toCustomer(claim, {
    kind: 'receipt',
    number: 1,
    subject: mail.receiptSubject[outcome](claim.partnerName),
    blocks: [
      { paragraph: mail.receipt[claim.consent === 'silence' ? 'silence' : outcome](claim.partnerName) },
      ...(tookOver ? [{ paragraph: tookOver }] : []),
      claimFactsForCustomer(claim),
      ...(reason ? [{ paragraph: mail.youWrote(words.quoted(reason)) }] : []),
      ...(outcome === 'approved'
        ? [{ paragraph: mail.notMeant(nameInWords(claim.partnerContact?.name ?? claim.partnerName)) }, ...takeBack]
        : [{ paragraph: mail.nothingChanges }]),
    ],
  });
};

/** The request is gone, its link no longer works. */
export const withdrawnMail = (claim: Claim): Mail => {
  const { mail } = customerVoice(claim).words;
  return toCustomer(claim, {
    kind: 'withdrawn',
    number: bothSidesNumbers.customer,
    subject: mail.withdrawnSubject(claim.partnerName),
    blocks: [
      { paragraph: mail.withdrawn(claim.partnerName, customerName(claim)) },
      claimFactsForCustomer(claim),
      { paragraph: mail.withdrawnNext },
    ],
  });
};
