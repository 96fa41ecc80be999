import { Problem, problemOf } from '../../lib/result.ts';
import type { Claim, Reminder } from '../claim.ts';
import { concernOf } from './concern.ts';
import { withDeadlineNotice } from './deadline-notice.ts';
import { consentWindow, type DatedPolicy } from './policy.ts';

/** Most business days by which operators may extend the deadline of one request, all extensions together. */
export const maxExtensionDays = 20;

type Extension = { businessDays: number; now: Date; policy: DatedPolicy; linkUntil: string };

/**
 * The claim with a later deadline. Reminders that have not been sent move with it. One more tells the customer at once, unless
 * the customer is not the right person, and a notice tells the partner. Refused before the request has left, after its deadline, and beyond the life of its link.
 */
export const withLaterDeadline = (
  claim: Claim,
  { businessDays, now, policy, linkUntil }: Extension,
): Claim | Problem => {
  const { request, customer, inquiry, question } = claim;
  if (inquiry !== undefined) return new Problem('under-inquiry');
  if (question?.pausedUntil !== undefined) {
    return new Problem('action-not-allowed', 'The time stands still: a question of the customer waits for its reply.');
  }
  if (request === undefined) return new Problem('action-not-allowed', 'The request has not been sent yet.');
  if (now.getTime() > Date.parse(request.deadline)) {
    return new Problem('action-not-allowed', `The time to answer ended ${request.deadline}.`);
  }
  const extendedBy = (request.extendedBy ?? 0) + businessDays;
  const after = (instant: string) =>
    consentWindow(
      new Date(instant),
      { ...policy, windowBusinessDays: businessDays, reminderDays: [businessDays] },
      customer,
    );
  const deadline = after(request.deadline).deadline.toISOString();
  if (extendedBy > maxExtensionDays || deadline >= linkUntil) {
    const left = maxExtensionDays - (request.extendedBy ?? 0);
    const message =
      extendedBy > maxExtensionDays
        ? `Must be ${left} or less: a deadline is extended by ${maxExtensionDays} business days at most.`
        : `The link works until ${linkUntil}: choose fewer days.`;
    return problemOf([{ path: 'businessDays', code: 'invalid-value', message }]) ?? claim;
  }
  const moved = request.reminders.map((reminder) =>
    reminder.sentAt !== undefined || reminder.skipped
      ? reminder
      : { ...reminder, dueAt: (after(reminder.dueAt).reminders[0] ?? now).toISOString() },
  );
  const number = Math.max(0, ...moved.map((reminder) => reminder.number)) + 1;
  const telling: Reminder[] = concernOf(claim, 'not-the-right-person')
    ? []
    : [{ number, dueAt: now.toISOString(), extension: true }];
  const reminders = [...moved, ...telling].toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));
  const extended = withDeadlineNotice(
    { ...request, deadline, extendedBy, reminders },
    { now, policy, place: customer },
  );
  const notice = { kind: 'deadline-extended' as const, number: claim.version + 1, since: now.toISOString() };
  return { ...claim, request: extended, notices: [...(claim.notices ?? []), notice] };
};
