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
  ...['waiting', 'due', 'stuck', 'attention'].map((state): [string, string] => [
    `operations-${state}`,
    `/operations/claims?state=${state}`,
  ]),
  ...['messages', 'customers', 'mails', 'log'].map((room): [string, string] => [
    `operations-${room}`,
    `/operations/${room}`,
  ]),
  ['operations-search', '/operations/search?q=northwind'],
  ['operations-claim', `/operations/claims/${claimId}`],
];
