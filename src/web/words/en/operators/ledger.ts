/** The ledger rows of one claim. */
export const ledger = {
  title: 'Ledger',
  lead: 'What must still happen to this claim, and what it has reserved, as stored.',
  none: 'Nothing is due, and nothing is reserved.',
  kinds: {
    step: 'Next step',
    draft: 'Draft left alone',
    subscriptions: 'Check of subscriptions',
    attention: 'Needs attention',
    unverified: 'Unverified customer',
    subject: 'Claimed',
    reservation: 'Reserved',
    retention: 'Retention',
  },
  due: (distance: string, when: string) => `Due for the reconciler ${distance} (${when}).`,
  sharedWith: 'Shared with',
  over: (status: string, when: string) => `${status}; kept from ${when} on.`,
  unverified: 'The customer could not be verified at submission.',
};

export type LedgerWords = typeof ledger;
