import type { Claim } from '../domain/claim.ts';
import { isUndelivered } from '../domain/delivery.ts';
import type { Language } from '../domain/language.ts';
import { bothSidesNumbers } from '../domain/mail-kinds.ts';
import { concernOf } from '../domain/request/concern.ts';
import type { Service } from '../domain/service.ts';
import type { DatedLink } from '../identity/decision-links.ts';
import { customerName, customerVoice, provenSentence, tookOverSentence } from '../words/claim-words.ts';
import { nameInWords } from '../words/name-in-words.ts';
import { explanationUrl, serviceWords } from '../words/service-words.ts';
import { wordsIn } from '../words/words.ts';
import { claimFactsForCustomer } from './claim-facts.ts';
import { type Block, compose, type Frame } from './layout.ts';
import type { Mail } from './sender.ts';

/** Mails to a customer contact, in the customer's language. */

type Letter = {
  kind: Mail['kind'];
  number: number;
  subject: string;
  blocks: Block[];
  /** For the partner to read beforehand: with no link at all. */
  isPreview?: boolean;
  /** The claim's customer contact, unless it is someone else. */
  to?: { name: string; email: string };
};

/** Who is behind the mail, and how to find out whether that is so. */
const frameOf = (service: Service, language: Language, isPreview: boolean): Frame => {
  const { byline, explained, doubts } = serviceWords(service, language);
  const link = explanationUrl(service, language);
  return {
    above: [{ small: byline }],
    below: [
      isPreview ? { small: wordsIn(language).labelled(explained, link) } : { label: explained, link },
      { small: doubts },
    ],
  };
};

/** A mail to the customer; answers to it go to the partner contact. */
export const toCustomer = (
  service: Service,
  claim: Claim,
  { kind, number, subject, blocks, to, isPreview = false }: Letter,
): Mail => {
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
    ...compose(
      subject,
      [{ paragraph: words.greeting(nameInWords(name)) }, ...blocks],
      language,
      frameOf(service, language, isPreview),
    ),
  };
};

/** What was recorded. `link` leads to the page on which an approval can be withdrawn. */
export const receiptMail = (service: Service, claim: Claim, link?: DatedLink): Mail => {
  const voice = customerVoice(claim);
  const { words, moment } = voice;
  const { mail } = words;
  const outcome = claim.status === 'approved' ? 'approved' : 'declined';
  const reason = claim.decision?.reason;
  const tookOver = tookOverSentence(claim, voice);
  const proven = provenSentence(claim, voice);
  const withdrawal: Block[] =
    link === undefined
      ? []
      : [
          { paragraph: mail.withdrawApproval(moment(link.until)) },
          { button: mail.withdrawApprovalButton, href: link.href },
        ];
  return toCustomer(service, claim, {
    kind: 'receipt',
    number: 1,
    subject: mail.receiptSubject[outcome](claim.partnerName),
    blocks: [
      { paragraph: mail.receipt[claim.consent === 'silence' ? 'silence' : outcome](claim.partnerName) },
      ...(tookOver ? [{ paragraph: tookOver }] : []),
      ...(proven ? [{ paragraph: proven }] : []),
      claimFactsForCustomer(claim),
      ...(reason ? [{ paragraph: mail.youWrote(words.quoted(reason)) }] : []),
      ...(outcome === 'approved'
        ? [{ paragraph: mail.notMeant(nameInWords(claim.partnerContact?.name ?? claim.partnerName)) }, ...withdrawal]
        : [{ paragraph: mail.nothingChanges }]),
    ],
  });
};

/** The request is gone, its link no longer works. */
export const withdrawnMail = (service: Service, claim: Claim): Mail => {
  const { mail } = customerVoice(claim).words;
  return toCustomer(service, claim, {
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

/** The request is over without an answer; none to a contact whom it never reached, or who is not the right person. */
export const expiredMail = (service: Service, claim: Claim): Mail | undefined => {
  if (claim.request === undefined || isUndelivered(claim) || concernOf(claim, 'not-the-right-person')) return undefined;
  const { mail } = customerVoice(claim).words;
  const expired = claim.statusReason === 'inquiry-not-released' ? mail.expiredUnreleased : mail.expired;
  return toCustomer(service, claim, {
    kind: 'expired',
    number: 1,
    subject: mail.expiredSubject(claim.partnerName),
    blocks: [
      { paragraph: expired(claim.partnerName, customerName(claim)) },
      claimFactsForCustomer(claim),
      { paragraph: mail.expiredNext(nameInWords(claim.partnerContact?.name ?? claim.partnerName)) },
    ],
  });
};
