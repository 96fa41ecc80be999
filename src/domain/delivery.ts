/** Delivery of the request: `accepted` by the mail service, then what its report says. */
export const deliveries = [
  'accepted',
  'delivered',
  'bounced',
  'suppressed',
  'quarantined',
  'filtered',
  'failed',
] as const;
export type Delivery = (typeof deliveries)[number];

/** What the mail service reports about one mail. */
export type DeliveryReport = { operationId: string; delivery: Delivery; attemptedAt: string };

/** Why a mail has not arrived; undefined while nothing is known to be wrong. */
export const undeliveredMessage = (delivery: Delivery): string | undefined => {
  switch (delivery) {
    case 'bounced':
      return 'the address does not exist or refuses mail';
    case 'suppressed':
      return 'the address refused earlier mails, so the mail service no longer writes to it';
    case 'quarantined':
      return "the customer's mail system put the mail into quarantine";
    case 'filtered':
      return "the customer's mail system took the mail for spam";
    case 'failed':
      return 'the mail service could not deliver the mail';
    default:
      return undefined;
  }
};

/** Whether the address is known to take no mail: more of them would not arrive either. */
export const refusesMail = (delivery: Delivery): boolean => delivery === 'bounced' || delivery === 'suppressed';

/** What became of a mail, as a sentence. */
export const deliveryMessage = (delivery: Delivery): string => {
  if (delivery === 'accepted') return 'The mail service took the mail; nothing is known of its arrival yet.';
  if (delivery === 'delivered') return 'The mail was delivered.';
  return `The mail did not arrive: ${undeliveredMessage(delivery)}.`;
};

/** Whether the last report says that the request was not delivered. Silence means nothing then. */
export const isUndelivered = ({ request }: { request?: { delivery: Delivery } }): boolean =>
  request !== undefined && undeliveredMessage(request.delivery) !== undefined;
