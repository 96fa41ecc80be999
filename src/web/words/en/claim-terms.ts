/** What a status means for the reader, in one sentence. */
export const statusHint = {
  draft: 'You have not submitted this claim. Only your company can see it.',
  submitted: 'The customer contact has been asked by e-mail to approve or decline.',
  approved: 'The customer approved the association. It stands until either side ends it.',
  declined: 'The customer declined. You can copy the claim to a new draft and ask again.',
  expired: 'There was no answer in time. You can copy the claim to a new draft and ask again.',
  withdrawn: 'You withdrew the claim before the customer answered.',
  cancelled: 'The draft was cancelled. You can copy it to a new draft.',
  ended: 'The association was approved and has ended.',
};

/** The same, where operators closed it. */
export const endedByOperators = {
  withdrawn: 'The operators stopped the request before the customer answered.',
  ended: 'The association was approved. The operators ended it.',
};

/** What happened, as a line of a history. New kinds may come; they show as they are. */
export const events = {
  created: 'Draft created',
  edited: 'Draft changed',
  cancelled: 'Draft cancelled',
  'poe-added': 'Proof added',
  'poe-removed': 'Proof removed',
  'poe-replaced': 'Proof replaced',
  'poe-reviewed': 'Proof downloaded by a reviewer',
  'poe-noted': 'Note on proof changed',
  commented: 'Comment added',
  'comments-read': 'Marked as read',
  submitted: 'Claim submitted',
  'request-sent': 'Request sent to the customer',
  'reminder-sent': 'Reminder sent to the customer',
  'reminder-skipped': 'Reminder skipped',
  'delivery-reported': 'Delivery reported by the mail service',
  'resend-requested': 'Request sent again',
  'contact-changed': 'Customer contact changed',
  'code-requested': 'Code sent to the customer',
  'code-refused': 'A wrong code was typed',
  approved: 'Approved by the customer',
  declined: 'Declined by the customer',
  expired: 'Time to answer ran out',
  withdrawn: 'Claim withdrawn',
  'decision-withdrawn': 'Approval withdrawn by the customer',
  ended: 'Association ended',
  'takeover-requested': 'Another partner asked to take over',
  'approve-takeover': 'Approved by the customer, in place of another partner',
  'approval-interrupted': 'An approval was interrupted and not recorded',
  'concern-raised': 'The customer contact raised a concern',
  'carried-through': 'Everyone was told of the outcome',
  'customer-verified': 'Customer looked up again',
  'malware-found': 'Malware found in a file',
  'poe-checked': 'File found to be clean',
  'poe-not-checked': 'A file could not be checked for malware',
  'poe-accepted': 'Unchecked file accepted by an operator',
  'attention-needed': 'Flagged for attention',
  'subscription-end-near': 'Subscription ends soon',
  'subscription-renewed': 'Subscription renewed',
  'expiry-announced': 'Draft will be cancelled if nobody works on it',
  'rows-restored': 'Rows restored',
  'workflow-restarted': 'Process restarted',
  'workflow-resumed': 'Process resumed by an operator',
  'inquiry-opened': 'Put under inquiry by an operator',
  'inquiry-released': 'Released from inquiry',
  'deadline-extended': 'Deadline extended by an operator',
  redriven: 'Process restarted by an operator',
  held: 'Put on legal hold',
  released: 'Legal hold released',
  withheld: 'Internal entry of the operators',
  'not-the-right-person': 'The contact is not the right person',
  'not-expected': 'The contact did not expect the request',
  'question-asked': 'Question from the customer contact',
  'question-unanswered': 'No reply to the question; the time to answer goes on',
  'contact-erased': 'Personal data of the customer contact erased',
};

/** Names of what the catalogue calls by a code; the catalogue's own are English. */
export const catalogueNames: Record<string, string> = {};

/** What a mail of a kind is called in a history. */
export const mails = {
  request: 'Request to the customer',
  reminder: 'Reminder to the customer',
  outcome: 'Outcome to the partner',
  receipt: 'Receipt to the customer',
  withdrawn: 'Withdrawal notice',
  'not-the-right-person': 'Notice about the wrong contact',
  'contact-changed': 'Notice to the former contact',
  ended: 'Notice of the end',
  'delivery-failed': 'Notice of a failed delivery',
  'draft-expiring': 'Notice of an expiring draft',
  comment: 'Notice of a comment',
  'subscription-ending': 'Notice of an ending subscription',
  'takeover-requested': 'Notice of a request by another partner',
  question: 'Notice of a question',
  'question-unanswered': 'Notice of a question without a reply',
  reply: 'Reply to the customer',
  'no-reply': 'Notice to the customer that there is no reply yet',
  'inquiry-opened': 'Notice of an inquiry',
  'inquiry-released': 'Notice of a release from inquiry',
  'answer-code': 'Code to the customer',
  'malware-found': 'Notice of malware',
  expired: 'Notice of an expired request to the customer',
  'deadline-near': 'Notice of a near deadline',
  'deadline-extended': 'Notice of a later deadline',
};

/** The same, where the history has the side that a mail went to. */
export const mailsBySide = {
  customer: { withdrawn: 'Withdrawal notice to the customer', ended: 'Notice of the end to the customer' },
  partner: { withdrawn: 'Withdrawal notice to the partner', ended: 'Notice of the end to the partner' },
};

/** What happened, where an operator did it. */
export const eventsByOperator = {
  withdrawn: 'Request stopped by an operator',
  ended: 'Association ended by an operator',
};

/** A reminder that tells the customer of a later deadline. */
export const extensionSent: string = 'Mail about the new deadline sent';

export const mailEndings = {
  sent: 'sent',
  refused: 'refused by the mail service',
  obsolete: 'no longer needed',
};
