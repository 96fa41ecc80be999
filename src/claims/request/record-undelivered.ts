import type { Claim, Notice, Undelivered } from '../../domain/claim.ts';
import type { DeliveryReport } from '../../domain/delivery.ts';
import { undeliveredMessage } from '../../domain/delivery.ts';
import { system } from '../../domain/history.ts';
import { sideOf } from '../../domain/mail-kinds.ts';
import { deadlineMailNumber, type MailId } from '../../mail/operation-id.ts';
import type { Change } from '../change-claim.ts';

/** The mails beside the request and its reminders: only that one of them did not arrive is worth a write. */

type Which = Pick<MailId, 'kind' | 'number'>;

/** More than any life has; what comes on top stands in the history. */
const maxUndelivered = 50;

/** Whether the claim was to send this mail, and has recorded that it did. `not-yet`: its record may still come. */
export const sendState = (claim: Claim, { kind, number }: Which): 'sent' | 'not-yet' | 'never' => {
  const outcomeMail = claim.settledAt === undefined ? 'not-yet' : 'sent';
  const answered = ['approved', 'declined', 'ended'].includes(claim.status);
  switch (kind) {
    case 'outcome':
      return claim.status === 'expired'
        ? outcomeMail
        : answered
          ? claim.status === 'ended'
            ? 'sent'
            : outcomeMail
          : 'never';
    case 'expired':
      return claim.status === 'expired' ? outcomeMail : 'never';
    case 'deadline-near':
      return isDeadlineNoticeOpen(claim, number) ? 'not-yet' : 'sent';
    case 'receipt':
      return answered ? (claim.status === 'ended' ? 'sent' : outcomeMail) : 'never';
    case 'withdrawn':
    case 'ended':
      return claim.status === kind ? outcomeMail : 'never';
    case 'draft-expiring':
      return claim.expiry === undefined ? 'never' : 'sent';
    case 'comment':
    case 'question':
    case 'question-unanswered':
    case 'reply':
    case 'no-reply':
      if (!claim.comments.some(({ id }) => id === number)) return 'never';
      break;
    case 'not-the-right-person':
      if (!claim.concerns?.some((concern) => concern.kind === kind && concern.linkVersion === number)) return 'never';
      break;
    default:
      // Their numbers are versions of the claim or of its link.
      if (number > claim.version) return 'never';
  }
  return claim.notices?.some((notice) => notice.kind === kind && notice.number === number) ? 'not-yet' : 'sent';
};

/** Its record may still come; that of an earlier request, or of an earlier deadline, is gone. */
const isDeadlineNoticeOpen = ({ status, link, request }: Claim, number: number): boolean =>
  status === 'submitted' &&
  request?.deadlineNotice !== undefined &&
  request.deadlineNotice.sentAt === undefined &&
  deadlineMailNumber(link?.version ?? 1, request.deadlineNotice.number) === number;

/** Whether a report on this mail says something that the claim does not know yet. */
export const addsInformation = (
  claim: Claim,
  { kind, number }: Which,
  { delivery, attemptedAt }: DeliveryReport,
): boolean => {
  const known = claim.undelivered?.find((entry) => entry.mail === kind && entry.number === number);
  if (known === undefined) return (claim.undelivered?.length ?? 0) < maxUndelivered;
  return known.delivery !== delivery && known.attemptedAt < attemptedAt;
};

/**
 * The claim with a mail that did not arrive. A customer's is the partner's to make up for, and it is told once; of its own
 * mails it cannot be told by mail, so operations are. A notice that bounces makes no further notice.
 */
export const undeliveredChange = (claim: Claim, which: Which, report: DeliveryReport, now: Date): Change => {
  const { delivery, attemptedAt } = report;
  const to = sideOf(which);
  const since = now.toISOString();
  const isIt = (entry: Undelivered): boolean => entry.mail === which.kind && entry.number === which.number;
  const known = claim.undelivered?.some(isIt) ?? false;
  const entry: Undelivered = { mail: which.kind, number: which.number, to, delivery, attemptedAt };
  const notice: Notice = { kind: 'delivery-failed', number: claim.version + 1, since, about: which.kind };
  const tell = to === 'customer' && !known;
  return {
    claim: {
      ...claim,
      undelivered: [...(claim.undelivered ?? []).filter((other) => !isIt(other)), entry],
      ...(tell ? { notices: [...(claim.notices ?? []), notice] } : {}),
      ...(to === 'partner'
        ? {
            attention: claim.attention ?? {
              reason: toPartner(entry),
              since,
              needs: 'operations',
              raisedBy: 'delivery',
            },
          }
        : {}),
    },
    entries: [
      {
        actor: system,
        event: 'delivery-reported',
        detail: { mail: which.kind, to, delivery, attemptedAt },
      },
    ],
  };
};

const toPartner = ({ mail, delivery }: Undelivered): string =>
  `A mail to the partner contact (${mail}) did not arrive: ${undeliveredMessage(delivery)}. Tell the partner by other means.`;
