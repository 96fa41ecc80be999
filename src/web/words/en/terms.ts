export const status = {
  draft: 'Draft',
  submitted: 'Waiting for the customer',
  approved: 'Approved',
  declined: 'Declined',
  expired: 'No answer in time',
  withdrawn: 'Withdrawn',
  cancelled: 'Cancelled',
  ended: 'Ended',
};

/** What a status means for the reader, in one sentence. */
export const statusHint = {
  draft: 'You have not submitted this claim. Only your company can see it.',
  submitted: 'The customer contact has been asked by e-mail to approve or decline.',
  approved: 'The customer confirmed the association. It stands until either side ends it.',
  declined: 'The customer declined. You can copy the claim to a new draft and ask again.',
  expired: 'The customer did not answer in time. You can copy the claim to a new draft and ask again.',
  withdrawn: 'You took the claim back before the customer answered.',
  cancelled: 'The draft was cancelled. You can copy it to a new draft.',
  ended: 'The association was approved and has ended.',
};

/** Why a claim needs action. */
export const attention = {
  'draft-unfinished': 'Draft not submitted',
  'malware-found': 'Malware found in a file',
  'request-not-delivered': 'E-mail not delivered',
  'wrong-person': 'Wrong contact person',
  'not-expected': 'Customer did not expect this',
  'unread-comment': 'Unread comment',
  'association-contested': 'Another partner asks for this',
  'association-ending': 'Association is ending',
  'needs-operations': 'Operations are looking at it',
  'deadline-near': 'Answer due soon',
};

/** What happened, as a line of a history. New kinds may come; they show as they are. */
export const events: Record<string, string> = {
  created: 'Draft created',
  edited: 'Draft changed',
  cancelled: 'Draft cancelled',
  'poe-added': 'Proof added',
  'poe-removed': 'Proof removed',
  'poe-replaced': 'Proof replaced',
  'poe-noted': 'Note on proof changed',
  commented: 'Comment added',
  'comments-read': 'Comments marked as read',
  submitted: 'Claim submitted',
  'request-sent': 'Request sent to the customer',
  'reminder-sent': 'Reminder sent to the customer',
  'reminder-skipped': 'Reminder skipped',
  'delivery-reported': 'Delivery reported by the mail service',
  'resend-requested': 'Request sent again',
  'contact-changed': 'Customer contact changed',
  approved: 'Approved by the customer',
  declined: 'Declined by the customer',
  expired: 'Time to answer ran out',
  withdrawn: 'Claim withdrawn',
  'decision-withdrawn': 'Approval withdrawn by the customer',
  ended: 'Association ended',
  contested: 'Another partner asked for the same association',
  'concern-raised': 'The customer contact raised a concern',
  'carried-through': 'Everyone was told of the outcome',
  'customer-verified': 'Customer looked up again',
  'malware-found': 'Malware found in a file',
  'attention-needed': 'Flagged for attention',
  'subscription-end-near': 'Subscription ends soon',
  'subscription-renewed': 'Subscription renewed',
  'expiry-announced': 'Draft will be cancelled if nobody works on it',
  'workflow-restarted': 'Process restarted',
  redriven: 'Process restarted by an operator',
  'contact-erased': 'Personal data of the customer contact erased',
};

export const actor = { partner: 'Partner', customer: 'Customer', system: 'System', operator: 'Operations' };
