/** The fate of a mail, by the beginning of its address. */
const fates: [begins: string, fate: string][] = [
  ['bounce', 'Bounced'],
  ['suppressed', 'Suppressed'],
  ['quarantine', 'Quarantined'],
  ['spam', 'FilteredSpam'],
  ['failed', 'Failed'],
];

export const DELIVERED = 'Delivered';

/** What the service reports on a mail to an address, in the words of Azure Communication Services. */
export const fateOf = (address: string): string =>
  fates.find(([begins]) => address.toLowerCase().startsWith(begins))?.[1] ?? DELIVERED;
