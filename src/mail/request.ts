import type { Claim } from '../domain/claim.ts';
import {
  activityNames,
  customerName,
  momentInWords,
  partnerInWords,
  productNames,
  sees,
  seesNot,
  silenceInWords,
} from './claim-words.ts';
import { type Block, compose } from './layout.ts';
import type { Mail } from './sender.ts';

export type RequestFacts = { claim: Claim; link: string; deadline: string; onSilence: 'expire' | 'approve' };

type Addressee = { name: string; email: string };

const addressees = ({ customerContact, partnerContact }: Claim): { customer: Addressee; partner: Addressee } => ({
  customer: { name: customerContact?.name ?? '', email: customerContact?.email ?? '' },
  partner: { name: partnerContact?.name ?? '', email: partnerContact?.email ?? '' },
});

const body = ({ claim, link, deadline, onSilence }: RequestFacts, opening: string): Block[] => {
  const { customer, partner } = addressees(claim);
  return [
    { paragraph: `Dear ${customer.name},` },
    { paragraph: opening },
    {
      facts: [
        ['Partner', partnerInWords(claim)],
        ['Asked by', `${partner.name}, ${partner.email}`],
        ['Your organisation', `${customerName(claim)} (${claim.customer.domain})`],
        ['For', activityNames(claim)],
        ['Claim', claim.id],
      ],
    },
    { paragraph: 'Products:' },
    { list: productNames(claim) },
    { paragraph: `If you approve: ${sees(claim)}` },
    { paragraph: seesNot(claim) },
    { paragraph: `Please answer by ${momentInWords(deadline)}. ${silenceInWords(onSilence)}` },
    { button: 'Read the request and answer', href: link },
    {
      paragraph: `Did you not expect this? Decline on that page, or reply to this mail: your reply goes to ${partner.name}. The link is yours alone; please do not pass it on.`,
    },
  ];
};

const mail = (
  facts: RequestFacts,
  kind: 'request' | 'reminder',
  number: number,
  subject: string,
  opening: string,
): Mail => {
  const { customer, partner } = addressees(facts.claim);
  return {
    kind,
    number,
    claimId: facts.claim.id,
    to: { address: customer.email, name: customer.name },
    replyTo: { address: partner.email, name: partner.name },
    subject,
    ...compose(subject, body(facts, opening)),
  };
};

/** The request to the customer contact. */
export const requestMail = (facts: RequestFacts): Mail =>
  mail(
    facts,
    'request',
    facts.claim.link?.version ?? 1,
    `${facts.claim.partnerName} asks for your approval`,
    `${facts.claim.partnerName} asks to be associated with ${customerName(facts.claim)} for the products below. Your answer decides.`,
  );

/** A reminder of a request that has no answer yet, with the same link. */
export const reminderMail = (facts: RequestFacts, number: number): Mail =>
  mail(
    facts,
    'reminder',
    number,
    `Reminder: ${facts.claim.partnerName} waits for your answer`,
    `A few days ago ${facts.claim.partnerName} asked to be associated with ${customerName(facts.claim)}. There is no answer yet.`,
  );
