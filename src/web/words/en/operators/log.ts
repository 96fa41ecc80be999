/** What the reconciler and operators did. */
export const log = {
  lead: 'What the reconciler repaired, and what operators did beyond single claims.',
  runs: 'Reconciler runs',
  runsLead: 'The last run, and those that found something, newest first.',
  noRuns: 'The reconciler has not run yet',
  noRunsHint: 'It looks for overdue claims every minute or so.',
  last: 'last run',
  foundNothing: 'Nothing',
  finding: {
    'nothing-to-do': 'nothing to do',
    nudged: 'woken',
    restarted: 'restarted',
    suspended: 'suspended',
    failed: 'failed',
    'draft-announced': 'expiry of draft announced',
    'draft-cancelled': 'draft cancelled',
    'subscription-announced': 'end of subscription announced',
    'subscription-renewed': 'subscription renewed',
    'subscription-ended': 'subscription ended',
  } as Record<string, string>,
  actions: 'Operators’ actions',
  actionsLead: 'What concerns one claim is in the claim’s history.',
  noActions: 'No actions yet',
  noActionsHint: 'Redriving many claims, and retrying or discarding a message, are kept here with their reasons.',
  kinds: { 'redrive-all': 'Redrive many', 'replay-message': 'Retry message', 'discard-message': 'Discard message' },
  outcomes: { done: 'Done', 'message-not-found': 'The message was gone' },
  cutOff: 'Under way, or cut off',
};

export type LogWords = typeof log;
