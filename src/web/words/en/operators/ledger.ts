/** The ledger rows of one claim. */
export const ledger = {
  title: 'Ledger',
  lead: 'What must still happen to this claim, what it has reserved, and who is partner of record for that, as stored.',
  none: 'Nothing is due, and nothing is reserved.',
  kinds: {
    step: 'Next step',
    draft: 'Draft left alone',
    subscriptions: 'Check of subscriptions',
    files: 'Files to compare with the record',
    attention: 'Needs attention',
    unverified: 'Unverified customer',
    asking: 'Asked for',
    holding: 'Partner of record',
    reservation: 'Reserved',
    retention: 'Retention',
  },
  due: (distance: string, when: string) => `Due for the reconciler ${distance} (${when}).`,
  sharedWith: 'Shared with',
  alsoAskedBy: 'Other claims for this:',
  heldBy: (partner: string, isThis: boolean) => `Held by ${partner}${isThis ? ', with this claim' : ''}`,
  unknownPartner: 'a partner whose claim is gone',
  takenAt: (when: string) => `since ${when}`,
  over: (status: string, when: string) => `${status}; kept from ${when} on.`,
  unverified: 'The customer could not be verified at submission.',
};

export type LedgerWords = typeof ledger;
