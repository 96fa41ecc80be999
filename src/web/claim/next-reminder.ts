import type { Claim } from '../../../client/generated.ts';

/** When the next reminder leaves; undefined if there is none, the claim is over, or the time to answer stands still. */
export const nextReminderAt = ({ status, request, inquiry, question }: Claim): string | undefined => {
  if (status !== 'submitted' || inquiry !== undefined || question?.pausedUntil !== undefined) return undefined;
  return request?.reminders.find(({ sentAt, skipped }) => sentAt === undefined && !skipped)?.dueAt;
};
