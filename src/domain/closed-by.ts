import type { Claim } from './claim.ts';

/** `system`: time ran out, or the subscriptions ended. */
export const closers = ['customer', 'partner', 'system', 'operator'] as const;
export type Closer = (typeof closers)[number];

/** Who closed the claim; undefined while it is waiting. */
export const closedBy = ({ status, consent, endedBy, withdrawnBy, statusReason }: Claim): Closer | undefined => {
  switch (status) {
    case 'approved':
      return consent === 'silence' ? 'system' : 'customer';
    case 'declined':
      return 'customer';
    case 'expired':
      return 'system';
    case 'withdrawn':
      return withdrawnBy;
    case 'cancelled':
      return statusReason === 'untouched' ? 'system' : 'partner';
    case 'ended':
      return endedBy;
    default:
      return undefined;
  }
};
