import type { Claim } from '../domain/claim.ts';
import { outcomeOnSilence } from '../domain/request/concern.ts';
import { isLastReminder } from '../domain/request/reminders.ts';
import type { Service } from '../domain/service.ts';
import {
  asks,
  customerFacts,
  customerName,
  customerVoice,
  type Holders,
  holderSentences,
  productNames,
  sees,
  seesNot,
} from '../words/claim-words.ts';
import { nameInWords } from '../words/name-in-words.ts';
import type { Block } from './layout.ts';
import { reminderMailNumber } from './operation-id.ts';
import type { Mail } from './sender.ts';
import { toCustomer } from './to-customer.ts';

/** `holders`: the claims that an approval would end. `link`: undefined in a preview. */
export type RequestFacts = {
  service: Service;
  claim: Claim;
  holders: Holders;
  link: string | undefined;
  deadline: string;
};

const body = ({ claim, holders, link, deadline }: RequestFacts, opening: string[]): Block[] => {
  const voice = customerVoice(claim);
  const { words } = voice;
  const silence = words.silence[outcomeOnSilence(claim, holders)];
  return [
    ...opening.map((paragraph) => ({ paragraph })),
    { facts: customerFacts(claim, voice) },
    { paragraph: words.labelled(words.labels.products, '').trimEnd() },
    { list: productNames(claim, voice) },
    ...holderSentences(claim, holders, voice).map((paragraph) => ({ paragraph })),
    { paragraph: words.mail.ifYouApprove(sees(claim, voice)) },
    { paragraph: seesNot(claim, voice) },
    { paragraph: words.about.wayOut(claim.partnerName) },
    { paragraph: words.sentences(words.answerBy(voice.moment(deadline)), silence) },
    { button: words.mail.button, href: link },
    { paragraph: words.mail.notExpected(nameInWords(claim.partnerContact?.name ?? claim.partnerName)) },
  ];
};

/** The subject of the request to the customer contact. */
export const requestSubject = (claim: Claim): string =>
  customerVoice(claim).words.mail.requestSubject(claim.partnerName);

/** The request to the customer contact. */
export const requestMail = (facts: RequestFacts): Mail => {
  const { service, claim } = facts;
  const voice = customerVoice(claim);
  return toCustomer(service, claim, {
    kind: 'request',
    number: claim.link?.version ?? 1,
    subject: requestSubject(claim),
    isPreview: facts.link === undefined,
    blocks: body(facts, [asks(claim, voice)]),
  });
};

/** A reminder of a request that has no answer yet, or the news of a later deadline; with the same link. */
export const reminderMail = (facts: RequestFacts, number: number): Mail => {
  const { service, claim, deadline } = facts;
  const { words, moment } = customerVoice(claim);
  const { mail } = words;
  const isExtension = claim.request?.reminders.some((one) => one.number === number && one.extension) ?? false;
  const isLast = !isExtension && isLastReminder(claim.request?.reminders ?? [], number);
  const [subject, opening] = isExtension
    ? [mail.extendedSubject, mail.extendedOpening]
    : [isLast ? mail.lastReminderSubject : mail.reminderSubject, mail.reminderOpening];
  const asked = opening(claim.partnerName, customerName(claim));
  return toCustomer(service, claim, {
    kind: 'reminder',
    number: reminderMailNumber(claim.link?.version ?? 1, number),
    subject: subject(claim.partnerName),
    blocks: body(facts, isLast ? [asked, mail.lastReminder(moment(deadline))] : [asked]),
  });
};
