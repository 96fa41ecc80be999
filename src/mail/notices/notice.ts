import type { Claim, Notice } from '../../domain/claim.ts';
import { concernOf } from '../../domain/request/concern.ts';
import type { ReplyNotice } from '../../domain/request/thread-shape.ts';
import type { Service } from '../../domain/service.ts';
import { shownAddress } from '../../lib/hosts/idn.ts';
import { customerName, partnerVoice } from '../../words/claim-words.ts';
import { nameInWords } from '../../words/name-in-words.ts';
import type { Mail } from '../sender.ts';
import { toPartner } from '../to-partner.ts';
import { subscriptionEndingMail, takeoverRequestedMail } from './association-notices.ts';
import { commentMail } from './comment.ts';
import { contactChangedMail } from './contact-changed.ts';
import { deliveryFailedMail, undeliveredMail } from './delivery-failed.ts';
import { inquiryOpenedMail, inquiryReleasedMail } from './inquiry.ts';
import { malwareFoundMail } from './malware-found.ts';
import { questionMail, questionUnansweredMail } from './question.ts';

/** Who is behind the mails. `operationsContact`: where replies to operations go. */
type Senders = { service: Service; operationsContact: string | undefined };
type ToPartner = Exclude<Notice, ReplyNotice>;

/** The mail without a link for what came up about a claim; none when the claim has moved on since. */
export const noticeMail = (
  { service, operationsContact }: Senders,
  claim: Claim,
  notice: ToPartner,
): Mail | undefined => {
  // These are about a claim that waits for the customer.
  const isOver = claim.status !== 'submitted';
  switch (notice.kind) {
    case 'comment':
      return commentMail(claim, notice.number, operationsContact);
    case 'subscription-ending':
      return subscriptionEndingMail(claim, notice.number);
    case 'takeover-requested':
      return takeoverRequestedMail(claim, notice.number);
    case 'malware-found':
      return malwareFoundMail(claim, notice.number);
    case 'question':
      return isOver ? undefined : questionMail(claim, notice.number);
    case 'question-unanswered':
      return isOver ? undefined : questionUnansweredMail(claim, notice.number);
    case 'inquiry-opened':
      return isOver ? undefined : inquiryOpenedMail(claim, notice);
    case 'inquiry-released':
      return isOver ? undefined : inquiryReleasedMail(claim, notice);
    case 'not-the-right-person':
      return isOver ? undefined : notRightPersonMail(claim, notice.number);
    case 'contact-changed':
      return isOver ? undefined : contactChangedMail(service, claim, notice);
    case 'delivery-failed':
      return notice.about
        ? undeliveredMail(claim, notice)
        : isOver
          ? undefined
          : deliveryFailedMail(claim, notice.number);
  }
};

/** To the partner contact. `number` is the version of the link that it was said with. */
const notRightPersonMail = (claim: Claim, number: number): Mail | undefined => {
  const concern = concernOf(claim, 'not-the-right-person');
  // Somebody else is asked by now: that is what this mail would ask for.
  if (concern?.linkVersion !== number) return undefined;
  const { name = '', email = '' } = claim.customerContact ?? {};
  return toPartner(claim, {
    kind: 'not-the-right-person',
    number,
    subject: `Another customer contact is needed: ${customerName(claim)}`,
    opening: [
      `${nameInWords(name)} (${shownAddress(email)}) says that they are not the right person to answer your claim.`,
      ...(concern.text ? ['They wrote:', { quote: concern.text }] : []),
    ],
    closing: [
      'Please change the customer contact of the claim. The request then goes to the new person, and the link in the earlier mail stops working.',
      claim.request
        ? `The claim is still open. Without a change it waits for an answer until ${partnerVoice(claim).moment(claim.request.deadline)}; ${name} gets no more reminders.`
        : 'The claim is still open.',
    ],
  });
};
