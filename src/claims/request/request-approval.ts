import type { Claim, Reminder } from '../../domain/claim.ts';
import { refOf } from '../../domain/claim.ts';
import { system } from '../../domain/history.ts';
import { consentWindow } from '../../domain/request/policy.ts';
import type { Problem } from '../../lib/result.ts';
import { reminderMail, requestMail } from '../../mail/request.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import { intendNoAttention, outlivesRequest, staying, withAttention } from '../attention.ts';
import { type Change, changeClaim } from '../change-claim.ts';
import type { Deps } from '../deps.ts';
import { contactChanged } from './change-contact.ts';
import { tellIncumbents } from './tell-incumbents.ts';

const linkFor = async (deps: Deps, claim: Claim): Promise<string> => {
  if (claim.link === undefined) throw new Error('A submitted claim without a link.');
  const { version, issuedAt } = claim.link;
  return (await deps.links.linkFor({ ...refOf(claim), version, issuedAt, purpose: 'decide' })).href;
};

/** Sends the request mail and starts the customer's window at the moment the mail service accepts it. */
export const requestApproval = async (deps: Deps, stored: StoredClaim): Promise<StoredClaim | Problem> => {
  const { claim } = stored;
  // Once for a claim, not for each time that its customer is asked.
  if (claim.link?.version === 1) await tellIncumbents(deps, claim);
  const planned = consentWindow(deps.now(), deps.policy, claim.customer);
  const mail = requestMail({
    claim,
    link: await linkFor(deps, claim),
    deadline: planned.deadline.toISOString(),
  });
  const sent = await deps.mail.send(mail);
  // The partner may have asked again, or asked somebody else, while this mail was on its way.
  const isCurrent = ({ link }: Claim): boolean => link?.version === claim.link?.version;
  if (!sent.accepted) return withAttention(deps, stored, { reason: sent.refused, needs: 'partner' }, isCurrent);

  const sentTo = claim.customerContact?.email ?? '';
  return changeClaim(
    deps,
    refOf(claim),
    (current, now) => {
      if (!isCurrent(current)) return sentTooLate(claim, current, now);
      if (current.request !== undefined) return 'unchanged';
      // The customer may have answered, or the partner withdrawn, while the mail was on its way: it is recorded all the same.
      const { deadline, reminders } = consentWindow(now, deps.policy, current.customer);
      const { attention, ...kept } = current;
      return {
        claim: {
          ...kept,
          ...staying(attention, outlivesRequest),
          request: {
            sentAt: now.toISOString(),
            sentTo,
            sentFrom: deps.mail.address,
            subject: mail.subject,
            deadline: deadline.toISOString(),
            reminders: reminders.map((dueAt, index) => ({ number: index + 1, dueAt: dueAt.toISOString() })),
            delivery: 'accepted',
          },
        },
        entries: [
          {
            actor: system,
            event: 'request-sent',
            detail: { to: sentTo, deadline: deadline.toISOString() },
          },
        ],
      };
    },
    { known: stored, ...intendNoAttention(deps, claim, outlivesRequest) },
  );
};

/** The mail has left with a link that is dead already: that is recorded, and a contact who is not asked any more is told. */
const sentTooLate = (sent: Claim, current: Claim, now: Date): Change => {
  const to = sent.customerContact?.email ?? '';
  const tell = current.status === 'submitted' && to !== current.customerContact?.email;
  return {
    claim: tell ? { ...current, notices: [...(current.notices ?? []), contactChanged(sent, now)] } : current,
    entries: [
      {
        actor: system,
        event: 'request-sent',
        detail: { to, superseded: true },
      },
    ],
  };
};

/** Sends reminder `number`. Earlier ones that were due too, and never left, are skipped: one mail, not a pile. */
export const sendReminder = async (deps: Deps, stored: StoredClaim, number: number): Promise<StoredClaim | Problem> => {
  const { claim } = stored;
  const deadline = claim.request?.deadline ?? '';
  const facts = { claim, link: await linkFor(deps, claim), deadline };
  const sent = await deps.mail.send(reminderMail(facts, number));
  return changeClaim(
    deps,
    refOf(claim),
    (current, now) => {
      const { request } = current;
      if (
        request === undefined ||
        current.link?.version !== claim.link?.version ||
        !request.reminders.some((reminder) => reminder.number === number && isPending(reminder))
      ) {
        return 'unchanged';
      }
      const settle = (reminder: Reminder): Reminder => {
        if (!isPending(reminder) || reminder.number > number) return reminder;
        return reminder.number === number && sent.accepted
          ? { ...reminder, sentAt: now.toISOString() }
          : { ...reminder, skipped: true };
      };
      return {
        claim: { ...current, request: { ...request, reminders: request.reminders.map(settle) } },
        entries: [
          {
            actor: system,
            event: sent.accepted ? 'reminder-sent' : 'reminder-refused',
            detail: { number },
          },
        ],
      };
    },
    { known: stored },
  );
};

const isPending = ({ sentAt, skipped }: Reminder): boolean => sentAt === undefined && skipped === undefined;
