import type { Claim } from './claim.ts';

/** `system`: time ran out. */
export const closers = ['customer', 'partner', 'system'] as const;
export type Closer = (typeof closers)[number];

/** Whose doing it is that a claim does not wait any more; undefined for one that does. */
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
