import type { Claim } from '../claim.ts';
import { withDeadlineNotice } from './deadline-notice.ts';
import { businessDaysBetween, consentWindow, type DatedPolicy, wholeBusinessDaysBetween } from './policy.ts';

/**
 * A pause of the time to answer: an inquiry of operators, or a question of the customer that waits for its reply. Neither a reminder
 * nor the partner's notice leaves, and the deadline is not in force.
 */

/** Until when the time to answer stands still; undefined while it runs. */
export const pausedUntil = ({ inquiry, question }: Claim): string | undefined =>
  inquiry?.until ?? question?.pausedUntil;

/** `linkUntil`: the end of the link, where the pause was allowed without a look at it. */
type Pause = { since: string; at: Date; policy: DatedPolicy; linkUntil?: string };

/**
 * The claim whose time goes on `at` the end of a pause. The customer gets the business days back that were left when it began, at
 * least one, and the reminders that had not been sent move with them. So a pause adds no more business days than it touched. Of a
 * request that was refused, the partner gets them back, who has to mend it.
 *
 * A deadline that would outlive the link is cut to the last business day that is over before `linkUntil`, and reminders with it: time
 * in which no one can answer is no time to answer. If no business day is left, the deadline outlives the link: see `isAnswerable`.
 */
export const withTimeGivenBack = (claim: Claim, { since, at, policy, linkUntil }: Pause): Claim => {
  const { request, attention, customer } = claim;
  // A refused request gets a new link.
  const mostDays =
    request && linkUntil !== undefined ? wholeBusinessDaysBetween(at, linkUntil, policy, customer) : Infinity;
  /** `runsSince`: the request may have left, or been refused, after the pause began. */
  const moved = (instant: string, runsSince: string) => {
    const from = new Date(since > runsSince ? since : runsSince);
    const left = businessDaysBetween(from, new Date(instant), policy, customer);
    const days = Math.max(1, Math.min(left, mostDays));
    return consentWindow(at, { ...policy, windowBusinessDays: days, reminderDays: [days] }, customer);
  };
  if (request === undefined) {
    if (attention?.expiresAt === undefined) return claim;
    const expiresAt = moved(attention.expiresAt, attention.since).deadline.toISOString();
    return { ...claim, attention: { ...attention, expiresAt } };
  }
  const { sentAt } = request;
  const reminders = request.reminders.map((reminder) => {
    if (reminder.sentAt !== undefined || reminder.skipped) return reminder;
    return { ...reminder, dueAt: (moved(reminder.dueAt, sentAt).reminders[0] ?? at).toISOString() };
  });
  const deadline = moved(request.deadline, sentAt).deadline.toISOString();
  const reopened = withDeadlineNotice({ ...request, deadline, reminders }, { now: at, policy, place: customer });
  return { ...claim, request: reopened };
};

/** Whether the link works up to the deadline. Where it does not, the customer could not answer, and silence says nothing. */
export const isAnswerable = ({ request }: Claim, linkUntil: string): boolean =>
  request === undefined || request.deadline < linkUntil;
