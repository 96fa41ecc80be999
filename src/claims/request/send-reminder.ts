import type { Reminder } from '../../domain/claim.ts';
import { refOf } from '../../domain/claim.ts';
import { system } from '../../domain/history.ts';
import type { Problem } from '../../lib/result.ts';
import { reminderMail } from '../../mail/request.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import { changeClaim } from '../change-claim.ts';
import type { Deps } from '../deps.ts';
import { holdersOf } from '../holder/holders-of.ts';
import { requestLink } from './request-approval.ts';

/** Sends reminder `number`. Earlier ones that were due too, and never left, are skipped: one mail, not a pile. */
export const sendReminder = async (deps: Deps, stored: StoredClaim, number: number): Promise<StoredClaim | Problem> => {
  const { claim } = stored;
  const deadline = claim.request?.deadline ?? '';
  const holders = await holdersOf(deps, claim);
  const facts = { claim, holders, link: await requestLink(deps, claim), deadline };
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
      const dueAt = request.reminders.find((reminder) => reminder.number === number)?.dueAt ?? '';
      const settle = (reminder: Reminder): Reminder => {
        if (!isPending(reminder) || reminder.dueAt > dueAt) return reminder;
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
