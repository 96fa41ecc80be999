import type { MailKind } from '../../../../domain/mail-kinds.ts';
import { counted } from '../../counted.ts';

/** Messages, customers and mails that need a look. */
export const lists = {
  messages: {
    lead: 'Events from the platform that could not be handled (the poison queue). Shows the 32 oldest.',
    count: (count: number) => `About ${counted(count, 'message', 'messages')}`,
    none: 'The poison queue is empty',
    noneHint: 'Every event from the platform has been handled.',
    show: 'Show the message',
    replay: 'Retry',
    replayOf: (id: string) => `Retry ${id}`,
    replayText: 'Puts the message back into its queue, to be handled again.',
    replayed: 'The message is back in its queue.',
    discard: 'Discard',
    discardOf: (id: string) => `Discard ${id}`,
    discardText: 'Throws the message away. This cannot be undone.',
    discarded: 'The message is gone.',
  },
  customers: {
    lead: 'Claims that were submitted while their customer could not be verified.',
    none: 'All customers are verified',
    noneHint: 'Claims are listed here when the directory did not answer at their submission.',
    verify: 'Check again',
    verifyOf: (id: string) => `Check the customer of ${id} again`,
    verifyText: 'Asks the directory again. A decision stands, whatever it answers.',
    verified: (id: string, result: string) => `${id}: ${result}`,
  },
  mails: {
    lead: 'Mails of the last 30 days that did not arrive, newest first, whatever was done about them since then.',
    none: 'All mail has arrived',
    noneHint: 'No mail of the last 30 days is known to be undelivered.',
    sides: { customer: 'customer', partner: 'partner' },
    kinds: {
      request: 'Request',
      reminder: 'Reminder',
      outcome: 'Outcome',
      receipt: 'Receipt',
      withdrawn: 'Withdrawal',
      'not-the-right-person': 'Not the right person',
      'contact-changed': 'Contact changed',
      ended: 'End of the association',
      'delivery-failed': 'Delivery failed',
      'draft-expiring': 'Draft expires',
      comment: 'Comment',
      'subscription-ending': 'Subscription ends',
      'takeover-requested': 'Request by another partner',
      'inquiry-opened': 'Inquiry',
      'inquiry-released': 'Release from inquiry',
      'answer-code': 'Code',
      'malware-found': 'Malware found',
      question: 'Question',
      'question-unanswered': 'Question without a reply',
      reply: 'Reply',
      'no-reply': 'No reply yet',
      expired: 'Request expired',
      'deadline-near': 'Deadline near',
      'deadline-extended': 'Deadline extended',
    } satisfies Record<MailKind, string>,
  },
};

export type ListsWords = typeof lists;
