import type { ApprovalRequest, Reminder } from '../claim.ts';

/** Whether the reminder can still be sent. */
export const isPending = ({ sentAt, skipped }: Reminder): boolean => sentAt === undefined && skipped === undefined;

/** The reminders that can still be sent, in the order in which they are due. */
export const pendingReminders = ({ reminders }: ApprovalRequest): Reminder[] => reminders.filter(isPending);

/** Whether no other reminder follows this one. */
export const isLastReminder = (reminders: Reminder[], number: number): boolean => {
  const at = reminders.findIndex((reminder) => reminder.number === number);
  return !reminders.slice(at + 1).some(isPending);
};
