export const status = {
  draft: 'Draft',
  submitted: 'Waiting for the customer',
  approved: 'Approved',
  declined: 'Declined',
  expired: 'Expired',
  withdrawn: 'Withdrawn',
  cancelled: 'Cancelled',
  ended: 'Ended',
};

/** Why a claim needs action. */
export const attention = {
  'draft-unfinished': 'Draft not submitted',
  'malware-found': 'Malware found in a file',
  'file-not-checked': 'A file could not be checked',
  'request-not-delivered': 'E-mail not delivered',
  'question-open': 'Question to answer',
  'wrong-person': 'Wrong contact person',
  'not-expected': 'Customer did not expect this',
  'unread-comment': 'Unread comment',
  'takeover-requested': 'Another partner asks to take over',
  'association-ending': 'Association is ending',
  'needs-operations': 'The operators are looking into it',
  'deadline-near': 'Answer due soon',
};

/** Why an association ended, where its status does not say it. */
export const endReasons = {
  superseded: 'Another partner took over',
  'subscription-ended': 'Subscriptions ended',
};

export const actor = { partner: 'Partner', customer: 'Customer', system: 'System', operator: 'Operator' };
