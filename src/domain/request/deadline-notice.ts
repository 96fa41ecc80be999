import type { ApprovalRequest, Customer } from '../claim.ts';
import { businessDaysBefore, businessDaysBetween, type DatedPolicy } from './policy.ts';

/**
 * The notice to the partner that the time to answer is nearly over: once for each deadline, two business days before it. A window
 * of three business days or fewer has none: the partner submitted the claim a moment ago.
 */

const noticeDays = 2;
const minWindowDays = 4;

/** The request with the notice that its deadline needs. Call it whenever the deadline is set or moved. */
export const withDeadlineNotice = (
  request: ApprovalRequest,
  { now, policy, place }: { now: Date; policy: Pick<DatedPolicy, 'holidays'>; place: Customer },
): ApprovalRequest => {
  const { deadlineNotice: former, ...kept } = request;
  const deadline = new Date(request.deadline);
  const due = businessDaysBefore(deadline, noticeDays, policy, place);
  const dueAt = due.toISOString();
  if (former !== undefined && former.sentAt === undefined) return { ...kept, deadlineNotice: { ...former, dueAt } };
  // A deadline that moved by little needs no second notice: the partner has just read the first.
  if (due.getTime() <= now.getTime()) return request;
  const days = businessDaysBetween(new Date(request.sentAt), deadline, policy, place);
  return days < minWindowDays ? request : { ...kept, deadlineNotice: { number: (former?.number ?? 0) + 1, dueAt } };
};

/** When the partner's notice is due; undefined when there is none, or it has left. */
export const noticeDueAt = ({ deadlineNotice }: ApprovalRequest): string | undefined =>
  deadlineNotice?.sentAt === undefined ? deadlineNotice?.dueAt : undefined;
