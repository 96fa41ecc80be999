import { dayMs } from '../../lib/time.ts';
import type { Claim, Inquiry } from '../claim.ts';
import { withDeadlineNotice } from './deadline-notice.ts';
import { businessDaysBetween, consentWindow, type DatedPolicy } from './policy.ts';

/**
 * An inquiry of operators into a request: no answer is taken, no reminder leaves, and the time to answer stands still until it is
 * released. One that nobody releases expires the request, so that none waits for ever. Silence never approves meanwhile.
 */

/** Calendar days after which an inquiry that was not released ends the request. */
const maxInquiryDays = 30;

/** The claim under inquiry from `now` on. */
export const withInquiry = (claim: Claim, now: Date, { by, reason }: Pick<Inquiry, 'by' | 'reason'>): Claim => ({
  ...claim,
  inquiry: {
    since: now.toISOString(),
    by,
    reason,
    until: new Date(now.getTime() + maxInquiryDays * dayMs).toISOString(),
  },
});

/**
 * The claim after its inquiry. The customer gets the business days back that were left when the inquiry began, at least one, and
 * the reminders that had not been sent move with them.
 */
export const withoutInquiry = (claim: Claim, now: Date, policy: DatedPolicy): Claim => {
  const { inquiry, request, ...rest } = claim;
  const released = { ...rest, inquiryReleasedAt: now.toISOString() };
  if (inquiry === undefined || request === undefined) return { ...released, ...(request ? { request } : {}) };
  // The request may have left after the inquiry began.
  const from = new Date(inquiry.since > request.sentAt ? inquiry.since : request.sentAt);
  const daysUntil = (instant: string): number =>
    Math.max(1, businessDaysBetween(from, new Date(instant), policy, claim.customer));
  const moved = (instant: string) => {
    const days = daysUntil(instant);
    return consentWindow(now, { ...policy, windowBusinessDays: days, reminderDays: [days] }, claim.customer);
  };
  const reminders = request.reminders.map((reminder) => {
    if (reminder.sentAt !== undefined || reminder.skipped) return reminder;
    return { ...reminder, dueAt: (moved(reminder.dueAt).reminders[0] ?? now).toISOString() };
  });
  const deadline = moved(request.deadline).deadline.toISOString();
  const reopened = withDeadlineNotice({ ...request, deadline, reminders }, { now, policy, place: claim.customer });
  return { ...released, request: reopened };
};
