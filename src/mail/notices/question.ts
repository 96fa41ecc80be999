import type { Claim } from '../../domain/claim.ts';
import { outcomeOnSilence } from '../../domain/request/concern.ts';
import { openDeadline } from '../../domain/request/open-deadline.ts';
import type { ReplyNotice } from '../../domain/request/thread-shape.ts';
import type { Service } from '../../domain/service.ts';
import { customerName, customerVoice, type Holders, partnerVoice } from '../../words/claim-words.ts';
import { nameInWords } from '../../words/name-in-words.ts';
import { claimFactsForCustomer } from '../claim-facts.ts';
import type { Block } from '../layout.ts';
import type { Mail } from '../sender.ts';
import { toCustomer } from '../to-customer.ts';
import { toPartner } from '../to-partner.ts';

/** To the partner contact: the customer asked a question. None once it has its reply. */
export const questionMail = (service: Service, claim: Claim, number: number): Mail | undefined => {
  const { question, customerContact } = claim;
  const comment = claim.comments.find(({ id }) => id === number);
  if (question?.comment !== number || comment === undefined) return undefined;
  const { moment } = partnerVoice(claim);
  return toPartner(service, claim, {
    kind: 'question',
    number,
    subject: `A question from your customer: ${customerName(claim)}`,
    opening: [`${nameInWords(customerContact?.name ?? customerName(claim))} asks:`, { quote: comment.text }],
    closing: [
      'Please reply on the page of the claim: your reply goes to the customer contact by mail, with the link to the request.',
      ...(question.pausedUntil
        ? [
            `Until then, and until ${moment(question.pausedUntil)} at the latest, no reminders are sent and the time to answer is paused.`,
          ]
        : []),
    ],
  });
};

/** To the partner contact: a question got no reply, and the time to answer goes on. None once it has its reply. */
export const questionUnansweredMail = (service: Service, claim: Claim, number: number): Mail | undefined => {
  const comment = claim.comments.find(({ id }) => id === number);
  if (claim.question?.comment !== number || comment === undefined) return undefined;
  const deadline = openDeadline(claim);
  return toPartner(service, claim, {
    kind: 'question-unanswered',
    number,
    subject: `Your customer is still waiting for a reply: ${customerName(claim)}`,
    opening: ['Your customer contact asked a question that has no reply yet:', { quote: comment.text }],
    closing: [
      ...(deadline
        ? [
            `The time to answer your request is running again and ends on ${partnerVoice(claim).moment(deadline)}. Without an answer, the claim expires.`,
          ]
        : []),
      'Please reply on the page of the claim: your reply goes to the customer contact by mail.',
    ],
  });
};

/** To the customer contact, with the same link: the reply to a question, or that there is none yet. */
export const replyMail = (
  service: Service,
  claim: Claim,
  { notice: { kind, number }, holders, link }: { notice: ReplyNotice; holders: Holders; link: string },
): Mail | undefined => {
  const { words, moment } = customerVoice(claim);
  const { question: own, mail } = words;
  const comment = claim.comments.find(({ id }) => id === number);
  const isReply = kind === 'reply';
  const question = isReply ? claim.comments.find(({ id }) => id === comment?.answers) : comment;
  if (comment === undefined || question === undefined) return undefined;
  // A reply came after all: its own mail follows.
  if (!isReply && claim.question?.comment !== number) return undefined;
  const deadline = openDeadline(claim);
  const until: Block[] = deadline
    ? [
        {
          paragraph: words.sentences(words.answerBy(moment(deadline)), words.silence[outcomeOnSilence(claim, holders)]),
        },
      ]
    : [];
  return toCustomer(service, claim, {
    kind,
    number,
    subject: (isReply ? own.replySubject : own.noReplySubject)(claim.partnerName),
    blocks: [
      { paragraph: (isReply ? own.replyOpening : own.noReplyOpening)(claim.partnerName) },
      { paragraph: own.youAsked },
      { quote: question.text },
      ...(isReply ? [{ paragraph: own.partnerWrote(claim.partnerName) }, { quote: comment.text }] : []),
      claimFactsForCustomer(claim),
      ...until,
      { button: mail.button, href: link },
    ],
  });
};
