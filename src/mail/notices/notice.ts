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
import { deadlineExtendedMail } from './deadline-extended.ts';
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
      return commentMail(service, claim, notice.number, operationsContact);
    case 'subscription-ending':
      return subscriptionEndingMail(service, claim, notice.number);
    case 'takeover-requested':
      return takeoverRequestedMail(service, claim, notice.number);
    case 'malware-found':
      return malwareFoundMail(service, claim, notice.number);
    case 'question':
      return isOver ? undefined : questionMail(service, claim, notice.number);
    case 'question-unanswered':
      return isOver ? undefined : questionUnansweredMail(service, claim, notice.number);
    case 'inquiry-opened':
      return isOver ? undefined : inquiryOpenedMail(service, claim, notice);
    case 'inquiry-released':
      return isOver ? undefined : inquiryReleasedMail(service, claim, notice);
    case 'deadline-extended':
      return isOver ? undefined : deadlineExtendedMail(service, claim, notice.number);
    case 'not-the-right-person':
      return isOver ? undefined : notRightPersonMail(service, claim, notice.number);
    case 'contact-changed':
      return isOver ? undefined : contactChangedMail(service, claim, notice);
    case 'delivery-failed':
      return notice.about
        ? undeliveredMail(service, claim, notice)
        : isOver
          ? undefined
          : deliveryFailedMail(service, claim, notice.number);
  }
};

/** To the partner contact. `number` is the version of the link that it was said with. */
const notRightPersonMail = (service: Service, claim: Claim, number: number): Mail | undefined => {
  const concern = concernOf(claim, 'not-the-right-person');
  // Someone else has been asked since: that is what this mail would ask for.
  if (concern?.linkVersion !== number) return undefined;
  const { name = '', email = '' } = claim.customerContact ?? {};
  return toPartner(service, claim, {
    kind: 'not-the-right-person',
    number,
    subject: `Another customer contact is needed: ${customerName(claim)}`,
    opening: [
      `${nameInWords(name)} (${shownAddress(email)}) says that they are not the right person to answer your request.`,
      ...(concern.text ? ['They wrote:', { quote: concern.text }] : []),
    ],
    closing: [
      'Please change the customer contact of the claim. The request then goes to the new person, and the link in the earlier mail stops working.',
      claim.request
        ? `The claim is still open. Without a change, the time to answer ends on ${partnerVoice(claim).moment(claim.request.deadline)}. ${name} won't get any more reminders.`
        : 'The claim is still open.',
    ],
  });
};
