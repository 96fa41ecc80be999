import type { ApprovalRequest, Claim } from '../../domain/claim.ts';
import { system } from '../../domain/history.ts';
import { withDeadlineNotice } from '../../domain/request/deadline-notice.ts';
import { consentWindow } from '../../domain/request/policy.ts';
import { isPending } from '../../domain/request/reminders.ts';
import { present } from '../../lib/present.ts';
import { type MailId, reminderOf } from '../../mail/operation-id.ts';
import { requestSubject } from '../../mail/request.ts';
import type { Change, Recorded } from '../change-claim.ts';
import { datedPolicy } from '../dated-policy.ts';
import type { Deps } from '../deps.ts';

type Sent = { sentAt: Date; sentTo: string; subject: string };

/** A request that left at `sentAt`, with the deadline and the mails that follow from it. */
export const sentRequest = (deps: Deps, claim: Claim, { sentAt, sentTo, subject }: Sent): ApprovalRequest => {
  const policy = datedPolicy(deps, claim);
  const { deadline, reminders } = consentWindow(sentAt, policy, claim.customer);
  return withDeadlineNotice(
    {
      sentAt: sentAt.toISOString(),
      sentTo,
      sentFrom: deps.mail.address,
      subject,
      deadline: deadline.toISOString(),
      reminders: reminders.map((dueAt, index) => ({ number: index + 1, dueAt: dueAt.toISOString() })),
      delivery: 'accepted',
    },
    { now: sentAt, policy, place: claim.customer },
  );
};

/** How it is known that a mail left which no one recorded: the process died, or was not that far yet. */
type KnownBy = 'answer' | 'delivery-report';

/**
 * The change with the request of its claim on record, if it was not. The customer has its link, or the mail service reports on it: it has
 * left. `sentAt`: the time at which that is known.
 */
export const withRequestSent = (deps: Deps, change: Change, knownBy: KnownBy, sentAt: Date): Change => {
  const { claim } = change;
  if (claim.request !== undefined) return change;
  const request = recovered(deps, claim, sentAt);
  return {
    ...change,
    claim: { ...claim, request },
    entries: [requestEntry(request, knownBy, 'submitted'), ...change.entries],
  };
};

/** What a report on a mail says of a closed claim whose record does not have that mail; undefined if it has. */
export const lateRecord = (
  deps: Deps,
  claim: Claim,
  mail: Pick<MailId, 'kind' | 'number'>,
  sentAt: Date,
): Change | undefined => {
  const { request } = claim;
  if (mail.kind === 'request') {
    if (request !== undefined) return undefined;
    const sent = recovered(deps, claim, sentAt);
    return { claim: { ...claim, request: sent }, entries: [requestEntry(sent, 'delivery-report')] };
  }
  const number = reminderOf(mail);
  const left = request?.reminders.find((reminder) => reminder.number === number && isPending(reminder));
  if (request === undefined || left === undefined) return undefined;
  const { extension } = left;
  const reminders = request.reminders.map((reminder) =>
    reminder.number === number ? { ...reminder, sentAt: sentAt.toISOString() } : reminder,
  );
  return {
    claim: { ...claim, request: { ...request, reminders } },
    entries: [
      {
        actor: system,
        event: 'reminder-sent',
        detail: { number, ...present({ extension }), knownBy: 'delivery-report' },
      },
    ],
  };
};

const recovered = (deps: Deps, claim: Claim, sentAt: Date): ApprovalRequest =>
  sentRequest(deps, claim, {
    sentAt,
    sentTo: claim.customerContact?.email ?? '',
    subject: requestSubject(claim),
  });

const requestEntry = ({ sentTo }: ApprovalRequest, knownBy: KnownBy, status?: Claim['status']): Recorded => ({
  actor: system,
  event: 'request-sent',
  detail: { to: sentTo, knownBy },
  ...(status ? { from: status, to: status } : {}),
});
