import { type Claim, type Reminder, refOf } from '../../domain/claim.ts';
import { refusesMail } from '../../domain/delivery.ts';
import { system } from '../../domain/history.ts';
import { isPending } from '../../domain/request/reminders.ts';
import { present } from '../../lib/present.ts';
import type { Problem } from '../../lib/result.ts';
import { reminderMail } from '../../mail/request.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import { changeClaim } from '../change-claim.ts';
import type { Deps } from '../deps.ts';
import { holdersOf } from '../holder/holders-of.ts';
import { requestLink } from './request-approval.ts';

/**
 * Sends reminder `number`. Earlier ones that were due too, and never left, are skipped: one mail, not a pile. An address that
 * bounced gets none.
 */
export const sendReminder = async (deps: Deps, stored: StoredClaim, number: number): Promise<StoredClaim | Problem> => {
  const { claim } = stored;
  const isRefusing = refusesReminder(claim);
  const accepted = !isRefusing && (await offer(deps, claim, number));
  const event = isRefusing ? 'reminder-skipped' : accepted ? 'reminder-sent' : 'reminder-refused';
  return changeClaim(
    deps,
    refOf(claim),
    (current, now) => {
      const { request } = current;
      if (
        request === undefined ||
        current.link?.version !== claim.link?.version ||
        !request.reminders.some((reminder) => reminder.number === number && isPending(reminder)) ||
        // A report that it arrives after all came first.
        (isRefusing && !refusesReminder(current))
      ) {
        return 'unchanged';
      }
      const { dueAt = '', extension } = request.reminders.find((reminder) => reminder.number === number) ?? {};
      const settle = (reminder: Reminder): Reminder => {
        if (!isPending(reminder) || reminder.dueAt > dueAt) return reminder;
        return reminder.number === number && accepted
          ? { ...reminder, sentAt: now.toISOString() }
          : { ...reminder, skipped: true };
      };
      return {
        claim: { ...current, request: { ...request, reminders: request.reminders.map(settle) } },
        entries: [{ actor: system, event, detail: { number, ...present({ extension }) } }],
      };
    },
    { known: stored },
  );
};

const refusesReminder = ({ request }: Claim): boolean => request !== undefined && refusesMail(request.delivery);

const offer = async (deps: Deps, claim: Claim, number: number): Promise<boolean> => {
  const deadline = claim.request?.deadline ?? '';
  const [holders, link] = [await holdersOf(deps, claim), await requestLink(deps, claim)];
  const sent = await deps.mail.send(reminderMail({ service: deps.service, claim, holders, link, deadline }, number));
  return sent.accepted;
};
