/** Addresses of the portal, for pictures and for checks of every page. */
export const partnerPages = (claimId: string, draftId: string): [name: string, path: string][] => [
  ['overview', '/'],
  ['list', '/associations'],
  ['list-nothing-found', '/associations?q=nothing-like-this'],
  ['list-claim-open', `/associations?open=${claimId}`],
  ['claim', `/associations/${claimId}`],
  ['new-claim', '/associations/new'],
  ...['customer', 'activity', 'products', 'contacts', 'proof', 'review'].map((step): [string, string] => [
    `wizard-${step}`,
    `/associations/${draftId}/edit/${step}`,
  ]),
  ['claim-not-found', '/associations/ca-0000000000-00000000'],
  ['wizard-of-submitted', `/associations/${claimId}/edit/review`],
  ['not-for-partners', '/operations'],
  ['missing', '/no-such-page'],
];

export const operatorPages = (claimId: string): [name: string, path: string][] => [
  ['operations', '/operations'],
  ...['waiting', 'due', 'stuck', 'failed', 'messages', 'customers', 'log'].map((view): [string, string] => [
    `operations-${view}`,
    `/operations?view=${view}`,
  ]),
  ['operations-found', '/operations?q=northwind'],
  ['operations-claim', `/operations/claims/${claimId}`],
];
