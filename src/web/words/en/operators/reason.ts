/** The dialog that asks for the reason of an action. */
export const reason = {
  reason: 'Reason',
  reasonHint: 'Your name and this reason are kept.',
  reasonNeeded: 'Say why you do this.',
  cancel: 'Cancel',
};

export type ReasonWords = typeof reason;
