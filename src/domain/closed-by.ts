import type { Claim } from './claim.ts';

/** `system`: time ran out. */
export const closers = ['customer', 'partner', 'system'] as const;
export type Closer = (typeof closers)[number];

/** Who closed the claim; undefined while it is waiting. */
export const closedBy = ({ status, consent, endedBy, statusReason }: Claim): Closer | undefined => {
  switch (status) {
    case 'approved':
      return consent === 'silence' ? 'system' : 'customer';
    case 'declined':
      return 'customer';
    case 'expired':
      return 'system';
    case 'withdrawn':
      return 'partner';
    case 'cancelled':
      return statusReason === 'untouched' ? 'system' : 'partner';
    case 'ended':
      return endedBy;
    default:
      return undefined;
  }
};
